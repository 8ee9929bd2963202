import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { surroundingsOn } from '../analyze/forecast/surroundings.ts'
import type { Born } from '../analyze/forecast/vicinity.ts'
import { BIRTH_DAYS_WIDTH, BIRTHS_WIDTH, changedBirthDays, changedBirths, vicinityOf } from './births.ts'

const START = 447_700_380_000
const TODAY = 20_200
const number = fc.integer({ min: START, max: START + 11_000 })
const born = fc.record({ digits: number, day: fc.integer({ min: 20_000, max: TODAY - 1 }) })

/** What is kept after numbers came, one after the other, each in place of what it was before. */
function keeping(births: readonly Born[]) {
  const [thousands, tenThousands] = [new Map<number, Buffer>(), new Map<number, Buffer>()]
  const known = new Map<number, number>()
  for (const { digits, day } of births) {
    const [thousand, tenThousand] = [BIRTHS_WIDTH, BIRTH_DAYS_WIDTH].map((width) => digits - (digits % width)) as [
      number,
      number,
    ]
    thousands.set(thousand, changedBirths(thousands.get(thousand), new Map([[digits - thousand, day]])))
    const before = known.get(digits)
    const changes = new Map([[day, 1]])
    if (before !== undefined) changes.set(before, (changes.get(before) ?? 0) - 1)
    tenThousands.set(tenThousand, changedBirthDays(tenThousands.get(tenThousand), changes))
    known.set(digits, day)
  }
  const all = [...known].map(([digits, day]) => ({ digits, day })).sort((a, b) => a.digits - b.digits)
  return {
    all,
    birthsOf: (start: number) => thousands.get(start),
    birthDaysOf: (start: number) => tenThousands.get(start),
  }
}

test('what is kept of blocks tells the same as all numbers do', () => {
  fc.assert(
    fc.property(fc.array(born, { maxLength: 60 }), number, fc.boolean(), (births, anywhere, isOneOfThem) => {
      const kept = keeping(births)
      const asked = isOneOfThem ? (kept.all[0]?.digits ?? anywhere) : anywhere
      const found = vicinityOf(asked, TODAY, kept)
      const expected = surroundingsOn(TODAY, kept.all).around(asked)
      expect({ ...found, blocks: [] }).toEqual({ ...expected, blocks: [] })
      found.blocks.forEach(({ numbers, fresh }, i) => {
        expect(numbers).toBe(expected.blocks[i]!.numbers)
        fresh.forEach((each, at) => expect(each).toBeCloseTo(expected.blocks[i]!.fresh[at]!, 8))
      })
    }),
  )
})

test('what is taken back leaves no trace', () => {
  const [birth, day] = [
    changedBirths(undefined, new Map([[7, 20_000]])),
    changedBirthDays(undefined, new Map([[20_000, 1]])),
  ]
  expect(changedBirths(birth, new Map([[7, null]]))).toHaveLength(0)
  expect(changedBirthDays(day, new Map([[20_000, -1]]))).toHaveLength(0)
})
