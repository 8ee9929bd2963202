import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { MIN_RUN, runChance, runsOf } from './runs.ts'

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

test('chance makes no more runs in evenly filled ranges than told', () => {
  // All fillings of 12 numbers, each seen with the chance 0.2; the block is the middle four.
  const [density, length] = [0.2, 4]
  let made = 0
  for (let filling = 0; filling < 2 ** 12; filling++) {
    const digits = Array.from({ length: 12 }, (_, at) => at).filter((at) => (filling >> at) & 1)
    const isMade = runsOf(digits).some(([first, last]) => last - first + 1 >= length && first <= 7 && last >= 4)
    if (isMade) made += density ** digits.length * (1 - density) ** (12 - digits.length)
  }
  const told = runChance(length, { density, width: 4 })
  expect(told).toBeGreaterThanOrEqual(made)
  expect(told).toBeLessThan(made * 2)
})
