import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { numberFromDigits } from '../model/phone-number.ts'
import { blocksOf, MIN_RUN, runsOf } from './blocks.ts'
import type { SeenNumber } from './blocks.ts'

const seen = (...digits: readonly number[]): SeenNumber[] =>
  digits.map((each, index) => ({ digits: each, firstSeenAt: index, lastSeenAt: 10 + index }))

const regionOf = (): string => 'US'

test('runs are exactly the maximal stretches of consecutive numbers', () => {
  const numbers = fc.uniqueArray(fc.integer({ min: 100_000, max: 100_060 }))
  const holds = fc.property(numbers, (unordered) => {
    const digits = unordered.toSorted((a, b) => a - b)
    const known = new Set(digits)
    const starts = digits.filter((start) => !known.has(start - 1))
    const byWalking = starts.map((start) => {
      let last = start
      while (known.has(last + 1)) last++
      return [start, last]
    })
    expect(runsOf(digits)).toEqual(byWalking.filter(([first, last]) => last! - first! + 1 >= MIN_RUN))
  })
  fc.assert(holds)
})

test('a block with a run is told with its prefix, region and period', () => {
  const [block, ...rest] = blocksOf(seen(18_035_550_141, 18_035_550_142, 18_035_550_143), {
    width: 10,
    min: 3,
    regionOf,
  })
  expect(rest).toEqual([])
  expect(block).toMatchObject({ prefix: '+1803555014', width: 10, region: 'US', firstSeenAt: 0, lastSeenAt: 12 })
  expect(block?.runs).toEqual([{ first: '+18035550141', last: '+18035550143', length: 3 }])
})

test('numbers close together stand out, and the same numbers amid many of their like do not', () => {
  const together = [18_035_550_101, 18_035_550_103, 18_035_550_105]
  expect(blocksOf(seen(...together), { width: 100, min: 3, regionOf })).toHaveLength(1)
  const everywhere = Array.from({ length: 20_000 }, (_, i) => 18_035_000_000 + i * 50)
  const amid = [...new Set([...everywhere, ...together])].toSorted((a, b) => a - b)
  expect(blocksOf(seen(...amid), { width: 100, min: 3, regionOf })).toEqual([])
})

test('a block with too few numbers is not told', () => {
  expect(blocksOf(seen(18_035_550_141, 18_035_550_142, 18_035_550_143), { width: 10, min: 4, regionOf })).toEqual([])
})

test('a run over the border of blocks, even of their surroundings, is one run of each block it touches', () => {
  for (const border of [18_035_550_100, 18_036_000_000]) {
    const numbers = [-2, -1, 0, 1].map((distance) => border + distance)
    const run = { first: numberFromDigits(numbers[0]!), last: numberFromDigits(numbers[3]!), length: 4 }
    const blocks = blocksOf(seen(...numbers), { width: 100, min: 2, regionOf })
    expect(blocks.map(({ runs }) => runs)).toEqual([[run], [run]])
  }
})
