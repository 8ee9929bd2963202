import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { binomialTail } from './chance.ts'

/** Counted over every outcome. */
function byEnumeration(hits: number, trials: number, chance: number): number {
  return Array.from({ length: 2 ** trials }, (_, outcome) => {
    const count = outcome.toString(2).replaceAll('0', '').length
    return count >= hits ? chance ** count * (1 - chance) ** (trials - count) : 0
  }).reduce((sum, each) => sum + each, 0)
}

test('the tail is what counting every outcome gives', () => {
  const holds = fc.property(
    fc.integer({ min: 1, max: 9 }),
    fc.nat(9),
    fc.integer({ min: 1, max: 99 }),
    (n, k, percent) => {
      const hits = Math.min(k, n)
      expect(binomialTail(hits, n, percent / 100)).toBeCloseTo(byEnumeration(hits, n, percent / 100), 9)
    },
  )
  fc.assert(holds)
})

test('ten thousand trials neither overflow nor vanish', () => {
  expect(binomialTail(100, 10_000, 0.01)).toBeCloseTo(0.513, 3)
  expect(binomialTail(9_000, 10_000, 0.01)).toBe(0)
  expect(binomialTail(60, 10_000, 1e-4)).toBeGreaterThan(0)
})
