import fc from 'fast-check'
import { expect, test } from 'vitest'
import { table } from './table.ts'

test('rows keep what was put in them while others are taken and given back', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), fc.nat()), { minLength: 2_000, maxLength: 4_000 }), (steps) => {
      const rows = table({ time: Float64Array, count: Int32Array })
      const kept = new Map<number, number>()
      for (const [isTaken, value] of steps) {
        const [first] = kept.keys()
        if (isTaken || first === undefined) {
          const row = rows.take()
          expect(kept.has(row)).toBe(false)
          rows.time[row] = value + 0.5
          rows.count[row] = value
          kept.set(row, value)
        } else {
          kept.delete(first)
          rows.free(first)
        }
      }
      for (const [row, value] of kept) expect([rows.time[row], rows.count[row]]).toEqual([value + 0.5, value])
    }),
    { numRuns: 20 },
  )
})
