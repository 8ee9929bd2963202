import { expect, test } from 'vitest'
import { ingestClock } from './ingest-clock.ts'

test('times ascend though the clock goes back', () => {
  const clocks = [1_000, 999, 500, 2_000]
  const clock = ingestClock(() => clocks.shift() ?? 0, 0)
  const times = Array.from({ length: 5 }, () => clock.begin())
  expect(times).toEqual([1_000, 1_001, 1_002, 2_000, 2_001])
})

test('times begin after what was taken in before', () => {
  expect(ingestClock(() => 10, 5_000).begin()).toBeGreaterThan(5_000)
})

test('while a write is on its way, nothing from it on is settled', () => {
  let now = 100
  const clock = ingestClock(() => now++, 0)
  const slow = clock.begin()
  const quick = clock.begin()
  clock.end(quick)
  expect(clock.settledAt()).toBe(slow)
  clock.end(slow)
  expect(clock.settledAt()).toBeGreaterThan(quick)
})
