import { expect, test } from 'vitest'
import { loadReference } from '../collect/reference.ts'
import { READ_LIMITS } from '../extract/read-limits.ts'
import { openEngines } from './engines/open-engines.ts'
import { readOne } from './read-one.ts'

const reference = await loadReference()
const reading = {
  engines: openEngines({ pictures: 'off', cacheFolder: null, timeLimitMillis: 10_000 }).ofMail(),
  limits: READ_LIMITS,
  reference,
  region: null,
}

const scanned = (lines: readonly string[]) => readOne(new TextEncoder().encode(lines.join('\r\n')), 'lure.eml', reading)

const LURE = [
  'From: Billing Team <tk4411@gmail.com>',
  'Subject: Your Norton order is confirmed',
  'Date: Mon, 02 Mar 2026 10:11:12 +0000',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<p>Dear customer, your Norton plan was renewed for $349.99, order no: 5512.</p>',
  '<p>If you did not authorize this, call us at <a href="tel:+18082017788">(808) 201-7788</a>.</p>',
  '<p>Genuine Norton support: +1 855 815 2726</p>',
  '<div style="display:none">Call 415 601 2233</div>',
]

test('a mail becomes a verdict and its numbers, each once, in the order they are first seen', async () => {
  const { verdict, numbers, template } = await scanned(LURE)
  expect(verdict).toMatchObject({ callbackPhishing: true, theme: 'subscription_renewal', brands: ['norton'] })
  expect(template).toMatch(/^[0-9a-f]{16}$/)
  expect(numbers.map(({ e164, role, visible }) => [e164, role, visible])).toEqual([
    ['+18082017788', 'callback', true],
    ['+18558152726', 'decoy', true],
    ['+14156012233', 'other', false],
  ])
})

test('a number says every place it stands in', async () => {
  const { numbers } = await scanned(LURE)
  expect(numbers[0]?.where.map(({ part }) => part).sort()).toEqual(['body', 'link'])
})

test('a number that is hidden here and shown there is visible', async () => {
  const { numbers } = await scanned([...LURE, '<p>Or 415 601 2233</p>'])
  expect(numbers.find(({ e164 }) => e164 === '+14156012233')).toMatchObject({ visible: true, role: 'callback' })
})

test('reading a mail twice says the same', async () => {
  expect(await scanned(LURE)).toEqual(await scanned(LURE))
})

test('of ten thousand numbers the first are kept, and that there are more is said', async () => {
  const many = Array.from({ length: 10_000 }, (_, index) => `<p>+1 206 547 ${String(index).padStart(4, '0')}</p>`)
  const { numbers, issues } = await scanned([...LURE, ...many])
  expect(numbers.map(({ e164 }) => e164)).toContain('+18082017788')
  expect(numbers.length).toBeLessThan(3_000)
  expect(issues.map(({ code }) => code)).toContain('part_limit')
})
