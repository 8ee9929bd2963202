import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findPhoneNumbersInText } from 'libphonenumber-js/max'
import { openEngines } from '../src/app/engines/open-engines.ts'
import { findMentions } from '../src/extract/find/find-mentions.ts'
import type { Message } from '../src/model/message.ts'
import { READ_LIMITS } from '../src/extract/read-limits.ts'
import { readMessage } from '../src/extract/read-message.ts'
import type { Benchmark, Figure } from './figures.ts'
import { machine, markdown } from './figures.ts'
import { mailIn } from './labelled-mail.ts'

const MAIL = fileURLToPath(new URL('../../shared/data/mail/', import.meta.url))
/** Of the mail, from one in sixteen to all of it. */
const SIZES = [16, 4, 1] as const
const FINDER = new URL('../dist/extract/find/find-numbers.js', import.meta.url).href
const WARM_UP_ROUNDS = 30
const ROUNDS = 15
const PEER = 'findPhoneNumbersInText of libphonenumber-js'

/** Processor time in milliseconds: what others do on the machine counts less than with a clock on the wall. */
function cpuMillis(work: () => void): number {
  const before = process.cpuUsage()
  work()
  return process.cpuUsage(before).user / 1000
}

/** The best round of each, measured in turn: what else a machine does only ever adds to a round. */
function inTurn(ours: () => void, peer: () => void, rounds: number): readonly [ours: number, peer: number] {
  const times: (readonly [number, number])[] = []
  for (let round = 0; round < rounds; round++) times.push([cpuMillis(ours), cpuMillis(peer)])
  return [Math.min(...times.map(([one]) => one)), Math.min(...times.map(([, other]) => other))]
}

/**
 * Finding numbers in the text of real mail, scam and genuine, part by part as our reader gives it, on one thread. Cold is
 * the very first round of either, warm the best of some rounds after
 * others.
 */
export const textBenchmark: Benchmark = async () => {
  const messages: Message[] = []
  const engines = openEngines({ pictures: 'off', cacheFolder: null, timeLimitMillis: 10_000 })
  for (const file of [...mailIn(join(MAIL, 'scam')), ...mailIn(join(MAIL, 'ham'))])
    messages.push(await readMessage(await readFile(file), engines.ofMail(), READ_LIMITS))
  await engines.close()
  const figures: Figure[] = []
  // What ships is measured: the program that runs this file wraps each function of the source for its name.
  const { findNumbers } = (await import(FINDER)) as typeof import('../src/extract/find/find-numbers.ts')
  const ours = (texts: readonly string[]) => (): void => texts.forEach((text) => findNumbers(text, ['US']))
  const peer = (texts: readonly string[]) => (): void => texts.forEach((text) => findPhoneNumbersInText(text, 'US'))
  const add = (work: string, some: readonly Message[], mine: number, theirs?: number): void => {
    const bytes = some.flatMap(({ parts }) => parts).reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)
    figures.push({
      work,
      size: `${some.length} mails, ${(bytes / 1e6).toFixed(2)} MB`,
      ours: bytes / 1000 / mine,
      unit: 'MB/s of processor time',
      ...(theirs !== undefined && { peer: { name: PEER, value: bytes / 1000 / theirs } }),
    })
  }
  const all = messages.flatMap(({ parts }) => parts.map(({ text }) => text))
  add('find numbers in text, cold', messages, ...inTurn(ours(all), peer(all), 1))
  for (let round = 0; round < WARM_UP_ROUNDS; round++) ours(all)()
  for (const share of SIZES) {
    const some = messages.filter((_, index) => index % share === 0)
    const texts = some.flatMap(({ parts }) => parts.map(({ text }) => text))
    add('find numbers in text, warm', some, ...inTurn(ours(texts), peer(texts), ROUNDS))
  }
  const mentions = Array.from({ length: ROUNDS }, () =>
    cpuMillis(() => messages.forEach((message) => findMentions(message, null))),
  )
  add('find mentions, the country worked out for each message, warm', messages, Math.min(...mentions))
  return figures
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(`# Text finder, ${machine()}\n\n${markdown(await textBenchmark())}`)
}
