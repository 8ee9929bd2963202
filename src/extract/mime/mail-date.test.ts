import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readMailDate } from './mail-date.ts'

test.each([
  ['Mon, 2 Mar 2026 10:11:12 +0000', '2026-03-02T10:11:12Z'],
  ['Mon, 2 Mar 2026 10:11:12 -0530 (PST)', '2026-03-02T15:41:12Z'],
  ['2 Mar 2026 10:11 EST', '2026-03-02T15:11:00Z'],
  ['Mon, 02-Mar-26 10:11:12 GMT', '2026-03-02T10:11:12Z'],
  ['Thu, 22 Aug 02 12:36:23', '2002-08-22T12:36:23Z'],
  ['  Fri,  1  Dec  2023  09:00:00  +0100', '2023-12-01T08:00:00Z'],
])('%s is %s', (text, time) => {
  expect(readMailDate(text)).toBe(Date.parse(time))
})

test.each([
  '',
  '11-06-2023',
  '31 Feb 2026 10:00:00 +0000',
  '2 Foo 2026 10:00:00 +0000',
  '2 Mar 2026 25:00:00 +0000',
  'tomorrow',
])('%s is no date', (text) => {
  expect(readMailDate(text)).toBeNull()
})

test('every date JavaScript writes is read', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date(0), max: new Date('2099-12-31'), noInvalidDate: true }), (date) => {
      expect(readMailDate(date.toUTCString())).toBe(Math.floor(date.getTime() / 1000) * 1000)
    }),
  )
})
