import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { generate } from '../../bench/made-up/generate.ts'
import { VEHICLES } from '../../bench/made-up/lures.ts'
import type { MadeUpMail } from '../../bench/made-up/made-up-mail.ts'
import { readNumber } from '../../src/model/phone-number.ts'

const skipped: string[] = []
let mails: readonly MadeUpMail[] = []

/** One mail of each vehicle. */
async function make(seed: string): Promise<MadeUpMail[]> {
  const all: MadeUpMail[] = []
  for await (const mail of generate(seed, (why) => skipped.push(why), { most: 1 })) all.push(mail)
  return all
}

const isLure = ({ label }: MadeUpMail): boolean => !label.lure.startsWith('genuine')
const textOf = ({ bytes }: MadeUpMail): string => Buffer.from(bytes).toString('latin1')

const hashOf = ({ bytes, file }: MadeUpMail): string => `${file} ${createHash('sha256').update(bytes).digest('hex')}`

beforeAll(async () => {
  mails = await make('1')
  for (const why of skipped) console.warn(`skipped: made-up mail of ${why}`)
}, 120_000)

test('the examination is complete: every vehicle, six languages, genuine mail beside the lures', () => {
  if (process.env.CI) expect(skipped).toEqual([])
  const lures = mails.filter(isLure)
  expect(Object.values(VEHICLES).reduce((sum, { count }) => sum + count, 0)).toBeGreaterThanOrEqual(250)
  expect(mails.length - lures.length).toBeGreaterThanOrEqual(150)
  expect(new Set(mails.map(({ label }) => label.lang)).size).toBe(6)
  const missing = Object.keys(VEHICLES).filter((name) => !lures.some(({ label }) => label.vehicle === name))
  expect(missing.filter((name) => !skipped.some((why) => why.startsWith(`${name}:`)))).toEqual([])
  expect(new Set(mails.map(({ file }) => file)).size).toBe(mails.length)
})

test('the same seed writes the same bytes, another seed other numbers', async () => {
  expect((await make('1')).map(hashOf)).toEqual(mails.map(hashOf))
  const other = await make('2')
  const numbersOf = (some: readonly MadeUpMail[]): string[] =>
    some.flatMap(({ label }) => label.numbers.filter(({ role }) => role === 'callback').map(({ e164 }) => e164))
  const own = new Set(numbersOf(mails))
  // Of the words a freephone number can be dialled by there are few.
  expect(numbersOf(other).filter((number) => own.has(number)).length).toBeLessThan(own.size / 20)
})

test('what is labelled is a number, seen or hidden and never both', () => {
  for (const { label } of mails) {
    for (const { e164 } of label.numbers) expect(readNumber(e164)).toMatchObject({ number: e164 })
    for (const hidden of label.hidden ?? []) expect(label.numbers.map(({ e164 }) => e164)).not.toContain(hidden)
  }
})

test('every mail says that nobody sent it', () => {
  for (const mail of mails) expect(textOf(mail)).toContain('X-Ringtrace-Simulated:')
})
