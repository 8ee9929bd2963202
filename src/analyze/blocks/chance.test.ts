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

/** Source: all terms summed from the first to the last, with forty decimal digits. */
test.each([
  [3, 100_000, 0.01, 1],
  [950, 100_000, 0.01, 0.946_673_398_348_888_3],
  [1_100, 100_000, 0.01, 9.117_803_412_451_066e-4],
  [60, 1_000_000, 1e-5, 6.513_887_615_551_291e-27],
  [2_000, 1_000_000, 1e-3, 1.853_653_994_401_348e-170],
  [9, 10_000_000, 1e-6, 0.667_180_434_848_377],
  [40, 10_000_000, 1e-6, 7.341_313_591_933_718e-13],
  [9_700, 10_000_000, 1e-3, 0.998_736_398_012_261_2],
  [11_000, 10_000_000, 1e-3, 3.718_645_167_203_688e-23],
  [100_000, 10_000_000, 0.01, 0.500_426_867_023_553_7],
])('at least %i of %i hits at %f each', (hits, trials, chance, tail) => {
  expect(Math.abs(binomialTail(hits, trials, chance) / tail - 1)).toBeLessThan(1e-6)
})
