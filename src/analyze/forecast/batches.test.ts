import { expect, test } from 'vitest'
import { random } from '../../simulate/random.ts'
import { batchOf, chanceOfAny } from './batches.ts'

test('blocks that bring four at once, and so any a quarter as often, are foretold to bring any as often as they do', () => {
  const dice = random('batches')
  const cases = Array.from({ length: 4_000 }, (_, i) => {
    const expected = 0.1 * (1 + (i % 40))
    return { expected, isAny: dice.chance(1 - Math.exp(-expected / 4)) }
  })
  const batch = batchOf(cases)
  const foretold = cases.reduce((sum, { expected }) => sum + chanceOfAny(expected, batch), 0)
  expect(batch).toBeGreaterThan(3.6)
  expect(batch).toBeLessThan(4.4)
  expect(foretold / cases.filter(({ isAny }) => isAny).length).toBeCloseTo(1, 1)
})

test('where no block was tried, numbers come one by one', () => {
  expect(batchOf([])).toBe(1)
  expect(chanceOfAny(2, 1)).toBeCloseTo(1 - Math.exp(-2), 12)
})
