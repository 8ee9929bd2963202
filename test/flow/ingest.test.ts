import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { IngestSummary } from '../../src/app/ingest.ts'
import { ringtrace } from './command-line.ts'
import type { Ended } from './command-line.ts'
import { scamMail } from './scam-mail.ts'

let data: string
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'ringtrace-ingest-'))
  await mkdir(join(data, 'mail'))
})
afterEach(() => rm(data, { recursive: true }))

const summaryOf = ({ stdout }: Ended): IngestSummary => JSON.parse(stdout) as IngestSummary

/** What is answered of numbers, without what grows older by the minute. */
async function answers(numbers: readonly string[]): Promise<unknown> {
  const [rings, blocks] = [await ringtrace(data, ['rings', '--json']), await ringtrace(data, ['blocks', '--json'])]
  const looked = await ringtrace(data, ['lookup', '--json', '-'], numbers.join('\n'))
  const lookups = looked.stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .map(({ number, risk, sightings, firstSeen, lastSeen, ring }) => ({
      number,
      risk,
      sightings,
      firstSeen,
      lastSeen,
      ring,
    }))
  return { rings: rings.stdout, blocks: blocks.stdout, lookups }
}

const NUMBERS = ['+18034714501', '+18034714502', '+18034714503']
const PAIRS = [
  [0, 1],
  [1, 2],
  [2, 0],
] as const

test('a folder of mail makes numbers, rings and risks, and twice gives the same answers', async () => {
  for (const [index, pair] of PAIRS.entries()) {
    const mail = scamMail(
      index,
      pair.map((nth) => NUMBERS[nth]?.replace('+1', '+1 ') ?? ''),
    )
    await writeFile(join(data, 'mail', `${index}.eml`), mail)
  }
  const first = await ringtrace(data, ['ingest', 'mail', '--json'])
  expect(first.code).toBe(0)
  expect(summaryOf(first)).toMatchObject({
    messages: 3,
    unread: 0,
    callbackPhishing: 3,
    numbers: 3,
    newNumbers: 3,
    written: 6,
  })
  expect(first.stderr).toContain('3 numbers, 3 new; 6 sightings written')
  const before = await answers(NUMBERS)

  const second = await ringtrace(data, ['ingest', 'mail', '--json'])
  expect(summaryOf(second)).toMatchObject({ messages: 3, numbers: 3, newNumbers: 0 })
  expect(second.stderr).toContain('3 numbers, 0 new')
  expect(await answers(NUMBERS)).toEqual(before)
  expect(before).toMatchObject({ lookups: NUMBERS.map((number) => ({ number, sightings: 2 })) })
})

test('mail that is not all scam is judged first', async () => {
  await writeFile(join(data, 'mail', 'scam.eml'), scamMail(1, ['+1 803-471-4501']))
  const letter = ['From: Ann <ann@example.org>', 'Date: 3 Mar 2026 09:00:00 +0000', 'Subject: lunch', '']
  await writeFile(
    join(data, 'mail', 'letter.eml'),
    [...letter, 'Shall we meet at one? Ann, +1 803-471-4599', ''].join('\r\n'),
  )
  const mixed = summaryOf(await ringtrace(data, ['ingest', '--mixed', 'mail', '--json']))
  expect(mixed).toMatchObject({ messages: 2, leftOut: 1, numbers: 1, written: 1 })
})

test.each([
  ['without a date', ''],
  ['of the next century', 'Date: Thu, 1 Jan 2099 00:00:00 +0000\r\n'],
])(
  'a mail %s is remembered only with a time that is given: that of its file would change with each copy',
  async (_what, date) => {
    const path = join(data, 'mail', 'undated.eml')
    await writeFile(path, date + scamMail(1, [NUMBERS[0] ?? '']).replace(/^(Received|Date): .*\r\n/gm, ''))
    const refused = summaryOf(await ringtrace(data, ['ingest', 'mail', '--json']))
    expect(refused).toMatchObject({ messages: 1, written: 0, issues: [{ code: 'date_implausible', count: 1 }] })
    await ringtrace(data, ['ingest', 'mail', '--seen-at', '2026-02-03T04:05:06Z'])
    const looked = await ringtrace(data, ['lookup', '--json', NUMBERS[0] ?? ''])
    expect(JSON.parse(looked.stdout)).toMatchObject({ firstSeen: '2026-02-03T04:05:06Z', sightings: 1 })
  },
)

const SCAM = fileURLToPath(new URL('../../../shared/data/mail/scam', import.meta.url))
const hasMail = existsSync(SCAM)
if (!hasMail && !process.env['CI']) console.warn('SKIPPED: the real scam mail is not here (../shared/data/mail/scam)')

test.skipIf(!hasMail && !process.env['CI'])(
  'real scam mail is ingested whole, and twice adds nothing',
  { timeout: 300_000 },
  async () => {
    const first = summaryOf(await ringtrace(data, ['ingest', '--ocr', 'off', SCAM, '--json']))
    expect(first.messages).toBe(304)
    expect(first.numbers).toBeGreaterThan(80)
    expect(first.newNumbers).toBe(first.numbers)
    const rings = await ringtrace(data, ['rings', '--json'])
    const second = summaryOf(await ringtrace(data, ['ingest', '--ocr', 'off', SCAM, '--json']))
    expect(second).toMatchObject({ messages: 304, numbers: first.numbers, newNumbers: 0 })
    expect((await ringtrace(data, ['rings', '--json'])).stdout).toBe(rings.stdout)
  },
)
