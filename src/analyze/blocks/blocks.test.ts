import { expect, test } from 'vitest'
import { numbersOf } from '../../model/block.ts'
import type { ToldBlock } from '../../model/block.ts'
import { numberFromDigits } from '../../model/phone-number.ts'
import { random } from '../../simulate/random.ts'
import { arrivalsOf } from './batches.ts'
import { blockFinder } from './blocks.ts'
import type { BlockOptions, Place } from './blocks.ts'
import type { SeenNumber } from './seen-number.ts'

const seen = (...digits: readonly number[]): SeenNumber[] =>
  digits.map((each, index) => ({ digits: each, firstSeenAt: index, lastSeenAt: 10 + index }))

const nowhereTold: Place = { region: 'US', provider: null, allocation: null }
const found = (numbers: readonly SeenNumber[], options: Partial<BlockOptions>): ToldBlock[] => {
  const finder = blockFinder({
    width: 1_000,
    min: 3,
    arrivals: arrivalsOf([]),
    asOf: 0,
    placeOf: () => nowhereTold,
    ...options,
  })
  // One by one: how the numbers are parted into batches must not matter.
  for (const number of numbers) finder.add([number])
  return finder.end()
}

test('a block with a run is told with its prefix, region and period', () => {
  const [block, ...rest] = found(seen(18_035_550_141, 18_035_550_142, 18_035_550_143), { width: 10 })
  expect(rest).toEqual([])
  expect(block).toMatchObject({ prefix: '+1803555014', width: 10, region: 'US', firstSeenAt: 0, lastSeenAt: 12 })
  expect(block && numbersOf(block)).toEqual(['+18035550141', '+18035550142', '+18035550143'])
  expect(block?.runs).toMatchObject([{ first: '+18035550141', last: '+18035550143', length: 3 }])
})

test('numbers close together stand out, and the same numbers amid many of their like do not', () => {
  const together = [18_035_550_101, 18_035_550_103, 18_035_550_105]
  expect(found(seen(...together), { width: 100 })).toHaveLength(1)
  const everywhere = Array.from({ length: 20_000 }, (_, i) => 18_035_000_000 + i * 50)
  const amid = [...new Set([...everywhere, ...together])].toSorted((a, b) => a - b)
  expect(found(seen(...amid), { width: 100 })).toEqual([])
})

test('a block with too few numbers is not told', () => {
  expect(found(seen(18_035_550_141, 18_035_550_142, 18_035_550_143), { width: 10, min: 4 })).toEqual([])
})

test('a run over the border of blocks is one run of each block it touches', () => {
  const numbers = [-2, -1, 0, 1].map((distance) => 18_035_550_100 + distance)
  const run = { first: numberFromDigits(numbers[0]!), last: numberFromDigits(numbers[3]!), length: 4 }
  expect(found(seen(...numbers), { width: 100, min: 2 }).map(({ runs }) => runs)).toMatchObject([[run], [run]])
})

test('a block is compared with the range it was allocated in, where that is larger than ten blocks', () => {
  const allocation = { first: numberFromDigits(18_035_550_000), last: numberFromDigits(18_035_559_999) }
  const numbers = seen(...Array.from({ length: 1_000 }, (_, index) => 18_035_550_000 + index * 10))
  const placeOf = (): Place => ({ region: 'US', provider: 'a', allocation })
  // The whole range is full of them, so no hundred of it stands out; against the million, each would.
  expect(found(numbers, { width: 100, min: 2, placeOf })).toEqual([])
  expect(found(numbers, { width: 100, min: 2 })).toHaveLength(100)
  const [whole] = found(numbers, { width: 10_000, placeOf })
  expect(whole).toMatchObject({ provider: 'a', around: { size: 1_000_000, isAllocation: false } })
})

test('the provider of a block is that of most of its numbers', () => {
  const placeOf = (number: string): Place => ({ ...nowhereTold, provider: number < '+18035551' ? 'few' : 'many' })
  const numbers = seen(18_035_550_001, 18_035_551_001, 18_035_551_002, 18_035_551_003)
  expect(found(numbers, { width: 10_000, placeOf })[0]?.provider).toBe('many')
})

test('of numbers that fall where they may, hardly a block is told', () => {
  const dice = random('blocks')
  let told = 0
  for (let world = 0; world < 40; world++) {
    const digits = new Set(Array.from({ length: 2_000 }, () => 18_035_000_000 + Math.floor(dice.unit() * 1e6)))
    for (const width of [10, 100, 1_000, 10_000] as const) {
      told += found(seen(...[...digits].toSorted((a, b) => a - b)), { width, min: 2 }).length > 0 ? 1 : 0
    }
  }
  // 160 looks at a rate of false discoveries of 0.01: ten or more would come about once in two hundred thousand times.
  expect(told).toBeLessThan(10)
})
