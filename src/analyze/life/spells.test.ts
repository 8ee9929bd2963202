import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { spellsOf } from './spells.ts'

const days = fc
  .uniqueArray(fc.integer({ min: 20_000, max: 20_060 }))
  .map((drawn) => drawn.toSorted((a, b) => a - b).map((day, at) => ({ day, sightings: (at % 3) + 1 })))

test('spells and the silences between them cover every day once, and hold exactly the days it was seen', () => {
  fc.assert(
    fc.property(days, (seen) => {
      const spells = spellsOf(seen)
      const covered = spells.flatMap(({ fromDay, toDay }) =>
        Array.from({ length: toDay - fromDay + 1 }, (_, i) => fromDay + i),
      )
      expect(covered).toEqual(seen.map(({ day }) => day))
      expect(spells.reduce((sum, { sightings }) => sum + sightings, 0)).toBe(
        seen.reduce((sum, { sightings }) => sum + sightings, 0),
      )
      for (const [at, { fromDay, coolDownDays }] of spells.entries()) {
        const before = spells[at - 1]
        expect(coolDownDays).toBe(before ? fromDay - before.toDay - 1 : null)
        if (before) expect(coolDownDays).toBeGreaterThanOrEqual(1)
      }
    }),
  )
})
