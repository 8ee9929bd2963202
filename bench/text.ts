import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findPhoneNumbersInText } from 'libphonenumber-js/max'
import { openEngines } from '../src/app/engines/open-engines.ts'
import { findNumbers } from '../src/extract/find/find-numbers.ts'
import { readMessage } from '../src/extract/read-message.ts'
import { READ_LIMITS } from '../src/extract/read-limits.ts'
import type { Engines } from '../src/extract/engines.ts'
import type { Benchmark, Figure } from './figures.ts'
import { machine, markdown, medianMillis } from './figures.ts'
import { mailIn } from './labelled-mail.ts'

const MAIL = fileURLToPath(new URL('../../shared/data/mail/', import.meta.url))
/** Of the mail, from one in sixteen to all of it. */
const SIZES = [16, 4, 1] as const

/** What a mail says, part by part: what the finder is given when it reads for real. */
async function textsOf(file: string, engines: Engines): Promise<readonly string[]> {
  const message = await readMessage(await readFile(file), engines, READ_LIMITS)
  return message.parts.map((part) => part.text)
}

/** Finding numbers in the text of real mail, scam and genuine, one text after another on one thread. */
export const textBenchmark: Benchmark = async () => {
  const files = [...mailIn(join(MAIL, 'scam')), ...mailIn(join(MAIL, 'ham'))]
  const engines = openEngines({ pictures: 'off', cacheFolder: null, timeLimitMillis: 10_000 }).ofMail()
  const mails: (readonly string[])[] = []
  for (const file of files) mails.push(await textsOf(file, engines))
  const figures: Figure[] = []
  for (const share of SIZES) {
    const some = mails.filter((_, index) => index % share === 0)
    const texts = some.flat()
    const megabytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6
    const ours = await medianMillis(() => texts.forEach((text) => findNumbers(text, ['US'])))
    const peer = await medianMillis(() => texts.forEach((text) => findPhoneNumbersInText(text, 'US')), 3)
    figures.push({
      work: 'find numbers in text, one thread',
      size: `${some.length} mails, ${megabytes.toFixed(2)} MB`,
      ours: megabytes / (ours / 1000),
      unit: 'MB/s',
      peer: { name: 'findPhoneNumbersInText of libphonenumber-js', value: megabytes / (peer / 1000) },
    })
  }
  return figures
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(`# Text finder, ${machine()}\n\n${markdown(await textBenchmark())}`)
}
