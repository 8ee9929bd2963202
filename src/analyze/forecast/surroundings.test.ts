import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { surroundingsOn } from './surroundings.ts'
import { FORECAST_WIDTHS, HALF_LIVES, NEAR, REACH } from './vicinity.ts'
import type { Born, Vicinity } from './vicinity.ts'

const START = 32_468_790_000
const borns = fc
  .uniqueArray(
    fc.record({
      digits: fc.integer({ min: START, max: START + 12_000 }),
      day: fc.integer({ min: 20_000, max: 20_200 }),
    }),
    { selector: ({ digits }) => digits, maxLength: 60 },
  )
  .map((all) => all.toSorted((a, b) => a.digits - b.digits))

/** The same by looking at every number. */
function plainly(born: readonly Born[], day: number, number: number): Vicinity {
  const others = born.filter((each) => each.day < day && each.digits !== number)
  const near = others.filter(({ digits }) => Math.abs(Math.floor(digits / REACH) - Math.floor(number / REACH)) <= 1)
  const within = (width: number): Born[] =>
    others.filter(({ digits }) => Math.floor(digits / width) === Math.floor(number / width))
  return {
    blocks: FORECAST_WIDTHS.map((width) => ({
      numbers: within(width).length,
      fresh: HALF_LIVES.map((days) => within(width).reduce((sum, each) => sum + 0.5 ** ((day - each.day) / days), 0)),
    })),
    below: near
      .filter(({ digits }) => digits < number)
      .toReversed()
      .slice(0, NEAR),
    above: near.filter(({ digits }) => digits > number).slice(0, NEAR),
    newest: within(REACH).reduce<Born | null>((last, each) => (last && last.day > each.day ? last : each), null),
  }
}

test('what stands around a number is what looking at every number finds, itself and what came later left out', () => {
  fc.assert(
    fc.property(
      borns,
      fc.integer({ min: START, max: START + 12_000 }),
      fc.integer({ min: 20_000, max: 20_201 }),
      fc.boolean(),
      (born, anywhere, day, isOneOfThem) => {
        const number = isOneOfThem ? (born[anywhere % Math.max(1, born.length)]?.digits ?? anywhere) : anywhere
        const found = surroundingsOn(day, born).around(number)
        const expected = plainly(born, day, number)
        expect({ ...found, blocks: [] }).toEqual({ ...expected, blocks: [] })
        found.blocks.forEach(({ numbers, fresh }, i) => {
          expect(numbers).toBe(expected.blocks[i]!.numbers)
          fresh.forEach((each, at) => expect(each).toBeCloseTo(expected.blocks[i]!.fresh[at]!, 8))
        })
      },
    ),
  )
})
