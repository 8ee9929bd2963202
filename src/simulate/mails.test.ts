import { Buffer } from 'node:buffer'
import { beforeAll, expect, test } from 'vitest'
import type { SimulatedMail } from './label.ts'
import { mails } from './mails.ts'
import type { PaintPage } from './write-pdf.ts'
import { world } from './world.ts'

/** A small grey page: what a page looks like matters only to readers of pictures. */
const greyPage: PaintPage = async () => ({ width: 20, height: 10, grey: new Uint8Array(200).fill(90) })

const COUNT = 400
let written: SimulatedMail[] = []

async function write(seed: string): Promise<SimulatedMail[]> {
  const all: SimulatedMail[] = []
  for await (const mail of mails(world({ seed, numbers: 20_000 }), COUNT, greyPage)) all.push(mail)
  return all
}

const textOf = ({ bytes }: SimulatedMail): string => Buffer.from(bytes).toString('utf8')

beforeAll(async () => {
  written = await write('mail')
})

test('as many mails are written as were asked for, each under its own name', () => {
  expect(written).toHaveLength(COUNT)
  expect(new Set(written.map(({ file }) => file)).size).toBe(COUNT)
})

test('the same seed writes the same mail to the byte', async () => {
  const again = await write('mail')
  expect(again.map(textOf)).toEqual(written.map(textOf))
  expect(again.map(({ label }) => label)).toEqual(written.map(({ label }) => label))
})

test('every mail says that nobody sent it, and names no domain but examples', () => {
  for (const mail of written) {
    const head = textOf(mail).slice(0, textOf(mail).indexOf('\r\n\r\n'))
    expect(head).toContain('X-Ringtrace-Simulated:')
    for (const [, domain] of head.matchAll(/@([\w.-]+)/g)) expect(domain).toMatch(/\.example$/)
  }
})

test('lines are ASCII and short enough for any mail server', () => {
  for (const mail of written) {
    expect(textOf(mail)).toMatch(/^[\x09\x0a\x0d\x20-\x7e]*$/)
    expect(
      Math.max(
        ...textOf(mail)
          .split('\r\n')
          .map(({ length }) => length),
      ),
    ).toBeLessThan(998)
  }
})

test('scam mail is labelled with what is to be called, genuine mail with a contact', () => {
  for (const { label } of written) {
    const roles = new Set(label.numbers.map(({ role }) => role))
    expect(roles.has('callback')).toBe(label.toad)
    if (!label.toad) expect([...roles]).toEqual(['contact'])
  }
})

test('all six languages are written, and every vehicle', () => {
  expect(new Set(written.map(({ label }) => label.lang))).toEqual(new Set(['en', 'pt', 'de', 'fr', 'es', 'nl']))
  const places = new Set(written.flatMap(({ label }) => label.numbers.map(({ where }) => where)))
  expect(places).toEqual(
    new Set(['body', 'subject', 'from', 'pdf', 'image', 'calendar', 'html_attachment', 'tel_link']),
  )
})

test('one mail in eight is genuine', () => {
  expect(written.filter(({ label }) => !label.toad)).toHaveLength(COUNT / 8)
})
