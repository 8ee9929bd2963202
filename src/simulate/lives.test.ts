import { expect, test } from 'vitest'
import { activeDays } from './lives.ts'
import { random } from './random.ts'
import { WORLD } from './world-shape.ts'

const SHAPE = WORLD.lives.scam_mail_ring
const livesOf = (seed: string): readonly (readonly number[])[] => {
  const chance = random(seed)
  return Array.from({ length: 5_000 }, () => activeDays(chance, SHAPE))
}
const isConsecutive = (days: readonly number[]): boolean => days.some((day, at) => days[at + 1] === day + 1)
const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0

test.each(['a', 'b', 'c'])('numbers in scam mail live 14 days by the median, as Talos counted (seed %s)', (seed) => {
  expect(median(livesOf(seed).map((days) => days.at(-1) ?? 0))).toBeGreaterThanOrEqual(13)
  expect(median(livesOf(seed).map((days) => days.at(-1) ?? 0))).toBeLessThanOrEqual(16)
})

test.each(['a', 'b', 'c'])('about 3.5 % of them are used on consecutive days (seed %s)', (seed) => {
  const share = livesOf(seed).filter(isConsecutive).length / 5_000
  expect(share).toBeGreaterThan(0.025)
  expect(share).toBeLessThan(0.045)
})

test('days are distinct, ascending and begin at 0', () => {
  for (const days of livesOf('order')) {
    expect(days[0]).toBe(0)
    expect(days.every((day, at) => at === 0 || day > (days[at - 1] ?? day))).toBe(true)
  }
})
