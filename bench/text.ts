import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { convert } from 'html-to-text'
import { findPhoneNumbersInText } from 'libphonenumber-js/max'
import { simpleParser } from 'mailparser'
import { findNumbers } from '../src/extract/find-numbers.ts'
import type { Benchmark, Figure } from './figures.ts'
import { machine, markdown, medianMillis } from './figures.ts'
import { mailIn } from './labelled-mail.ts'

const MAIL = fileURLToPath(new URL('../../shared/data/mail/', import.meta.url))
/** Of the mail, from one in sixteen to all of it. */
const SIZES = [16, 4, 1] as const

async function textOf(file: string): Promise<string> {
  const mail = await simpleParser(await readFile(file), { skipHtmlToText: true })
  return `${mail.subject ?? ''}\n${mail.html ? convert(mail.html, { wordwrap: false }) : (mail.text ?? '')}`
}

/** Finding numbers in the text of real mail, scam and genuine, one text after another on one thread. */
export const textBenchmark: Benchmark = async () => {
  const files = [...mailIn(join(MAIL, 'scam')), ...mailIn(join(MAIL, 'ham'))]
  const texts: string[] = []
  for (const file of files) texts.push(await textOf(file))
  const figures: Figure[] = []
  for (const share of SIZES) {
    const some = texts.filter((_, index) => index % share === 0)
    const megabytes = some.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6
    const ours = await medianMillis(() => some.forEach((text) => findNumbers(text, ['US'])))
    const peer = await medianMillis(() => some.forEach((text) => findPhoneNumbersInText(text, 'US')), 3)
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
