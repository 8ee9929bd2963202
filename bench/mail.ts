import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { simpleParser } from 'mailparser'
import { scan } from '../src/app/scan.ts'
import type { RawMessage } from '../src/collect/messages.ts'
import type { Benchmark, Figure } from './figures.ts'
import { machine, markdown, medianMillis } from './figures.ts'
import { mailIn } from './labelled-mail.ts'

const MAIL = fileURLToPath(new URL('../../shared/data/mail/', import.meta.url))
/** A quarter of the mail, all of it, all of it four times. */
const SIZES = [0.25, 1, 4] as const
const ROUNDS = 3

/**
 * Scanning real scam mail from bytes to verdict on all cores, the start of the readers included, beside a parser that
 * takes it apart and looks at nothing.
 */
export const mailBenchmark: Benchmark = async () => {
  const all = await Promise.all(mailIn(join(MAIL, 'scam')).map((file) => readFile(file)))
  const figures: Figure[] = []
  for (const size of SIZES) {
    const mails = Array.from({ length: Math.round(all.length * size) }, (_, at) => all[at % all.length] as Buffer)
    const megabytes = mails.reduce((sum, mail) => sum + mail.length, 0) / 1e6
    const ours = await medianMillis(() => scanAll(mails), ROUNDS)
    const peer = await medianMillis(() => parseAll(mails), ROUNDS)
    const about = { work: 'scan scam mail, all cores', size: `${mails.length} mails, ${megabytes.toFixed(1)} MB` }
    const name = 'simpleParser of mailparser, MIME alone'
    const figure = (work: number, unit: string): Figure => ({
      ...about,
      ours: work / (ours / 1000),
      unit,
      peer: { name, value: work / (peer / 1000) },
    })
    figures.push(figure(mails.length, 'mails/s'), figure(megabytes, 'MB/s'))
  }
  return figures
}

async function scanAll(mails: readonly Buffer[]): Promise<void> {
  async function* raw(): AsyncGenerator<RawMessage> {
    for (const [at, mail] of mails.entries()) yield { file: String(at), bytes: mail }
  }
  for await (const { issues } of scan(raw(), { pictures: 'off' })) {
    if (issues.some(({ code }) => code === 'worker_died' || code === 'time_limit')) throw new Error('a mail was lost')
  }
}

async function parseAll(mails: readonly Buffer[]): Promise<void> {
  for (const mail of mails) await simpleParser(mail, { skipHtmlToText: true })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(`# Mail scan, ${machine()}\n\n${markdown(await mailBenchmark())}`)
}
