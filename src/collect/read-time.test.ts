import { assert, date, property } from 'fast-check'
import { expect, test } from 'vitest'
import { readTime } from './read-time.ts'

const between = { min: new Date('1900-01-01'), max: new Date('2299-12-31'), noInvalidDate: true }

test('ISO times are read as Date reads them', () => {
  assert(
    property(date(between), (at) => {
      expect(readTime(at.toISOString())).toBe(at.getTime())
    }),
  )
})

test.each([
  ['2026-05-21', '2026-05-21T00:00:00.000Z'],
  ['2026-05-21+05:30', '2026-05-20T18:30:00.000Z'],
  ['2026-05-21 +05:30', '2026-05-20T18:30:00.000Z'],
  ['2026-05-21-0530', '2026-05-21T05:30:00.000Z'],
  ['2026-05-21Z', '2026-05-21T00:00:00.000Z'],
  ['2021-07-07 00:01:15', '2021-07-07T00:01:15.000Z'],
  ['2021-07-07 00:01:15 UTC', '2021-07-07T00:01:15.000Z'],
  ['2026-05-21T10:00+02:00', '2026-05-21T08:00:00.000Z'],
  ['2026-05-21T10:00:00.5-0530', '2026-05-21T15:30:00.500Z'],
  ['1779357600', '2026-05-21T10:00:00.000Z'],
  ['1779357600000', '2026-05-21T10:00:00.000Z'],
  [1_779_357_600, '2026-05-21T10:00:00.000Z'],
  ['2024-02-29', '2024-02-29T00:00:00.000Z'],
])('%s is %s', (written, expected) => {
  expect(new Date(readTime(written) ?? Number.NaN).toISOString()).toBe(expected)
})

test.each([
  '',
  'yesterday',
  '07/06/2021',
  '2026-02-29',
  '2026-13-01',
  '2026-04-31',
  '2026-01-00',
  '2026-01-01 24:00:00',
  '2026-01-01 10:60',
  '12',
  -5,
  Number.NaN,
  null,
  {},
])('%j is no time', (written) => {
  expect(readTime(written)).toBeNull()
})
