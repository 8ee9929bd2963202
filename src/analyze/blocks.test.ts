import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { blocksOf, MIN_RUN, runsOf } from './blocks.ts'
import type { SeenNumber } from './blocks.ts'

const seen = (...digits: readonly number[]): SeenNumber[] =>
  digits.map((each, index) => ({ digits: each, firstSeenAt: index, lastSeenAt: 10 + index }))

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
  const [block, ...rest] = blocksOf(seen(18_035_550_141, 18_035_550_142, 18_035_550_143), { width: 10, min: 3 })
  expect(rest).toEqual([])
  expect(block).toMatchObject({ prefix: '+1803555014', width: 10, region: 'US', firstSeenAt: 0, lastSeenAt: 12 })
  expect(block?.runs).toEqual([{ first: '+18035550141', last: '+18035550143', length: 3 }])
})

test('numbers close together stand out, and the same numbers amid many of their like do not', () => {
  const together = [18_035_550_101, 18_035_550_103, 18_035_550_105]
  expect(blocksOf(seen(...together), { width: 100, min: 3 })).toHaveLength(1)
  const everywhere = Array.from({ length: 20_000 }, (_, i) => 18_035_000_000 + i * 50)
  const amid = [...new Set([...everywhere, ...together])].toSorted((a, b) => a - b)
  expect(blocksOf(seen(...amid), { width: 100, min: 3 })).toEqual([])
})

test('a block with too few numbers is not told', () => {
  expect(blocksOf(seen(18_035_550_141, 18_035_550_142, 18_035_550_143), { width: 10, min: 4 })).toEqual([])
})

test('a run over the border of two blocks is told in each as far as it reaches', () => {
  const run = [18_035_550_097, 18_035_550_098, 18_035_550_099, 18_035_550_100, 18_035_550_101, 18_035_550_102]
  const runs = blocksOf(seen(...run), { width: 100, min: 3 }).map((block) => block.runs.map(({ length }) => length))
  expect(runs).toEqual([[3], [3]])
})
