import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { binsOf } from '../../web/src/bins.ts'

const day = fc
  .integer({ min: 0, max: 3_000 })
  .map((days) => new Date(Date.UTC(2019, 0, 1) + days * 86_400_000).toISOString().slice(0, 10))
const counts = fc.array(
  fc.record({ day, channel: fc.constantFrom('user_report', 'osint_list'), sightings: fc.integer({ min: 1, max: 9 }) }),
  { minLength: 1, maxLength: 40 },
)

test('every sighting lands in exactly one bin', () => {
  fc.assert(
    fc.property(counts, (days) => {
      const binned = binsOf(days).channels.flatMap(({ values }) => values)
      expect(binned.reduce((sum, value) => sum + value, 0)).toBe(days.reduce((sum, one) => sum + one.sightings, 0))
    }),
  )
})

test('a chart never has more bars than it can show, and no gaps between them', () => {
  fc.assert(
    fc.property(counts, (days) => {
      const { starts } = binsOf(days)
      expect(starts.length).toBeGreaterThan(0)
      expect(starts.length).toBeLessThanOrEqual(106)
      expect(starts).toEqual([...new Set(starts)].sort())
    }),
  )
})

test('a number nobody saw has no bins', () => {
  expect(binsOf([])).toEqual({ size: 'day', starts: [], channels: [] })
})
