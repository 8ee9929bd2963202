import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { DAY_MILLIS } from '../../model/day.ts'
import { random } from '../../simulate/random.ts'
import { arrivalsOf, BATCH_MILLIS, BATCH_NUMBERS, batchesOf } from './batches.ts'
import type { SeenNumber } from './seen-number.ts'

const THOUSAND = 18_035_550_000
const cameOn = (...days: readonly number[]): SeenNumber[] =>
  days.map((day, index) => ({
    digits: THOUSAND + index,
    firstSeenAt: day * DAY_MILLIS,
    lastSeenAt: day * DAY_MILLIS,
  }))
const evenly = arrivalsOf(Array.from({ length: 400 }, (_, day) => ({ day, numbers: 10 })))

test('five within two days are a batch, and the stragglers around them are none', () => {
  const [batch, ...rest] = batchesOf(cameOn(3, 100, 101, 100.5, 102, 101.5, 300), evenly)
  expect(rest).toEqual([])
  expect(batch).toMatchObject({ numbers: 5, firstAt: 100 * DAY_MILLIS, lastAt: 102 * DAY_MILLIS })
  expect(batch).toMatchObject({ first: '+18035550001', last: '+18035550005' })
  expect(batch?.pValue).toBeLessThan(1e-5)
})

test('what came on the day that everything came is no wonder', () => {
  const feedBegins = arrivalsOf([
    { day: 100, numbers: 9_000 },
    { day: 300, numbers: 1_000 },
  ])
  const [batch] = batchesOf(cameOn(100, 100, 100, 100, 100, 100, 300), feedBegins)
  expect(batch?.pValue).toBe(1)
})

test('batches hold five numbers, two days and no number twice, and what they leave makes none', () => {
  const days = fc.array(fc.double({ min: 0, max: 30, noNaN: true }), { maxLength: 60 })
  const holds = fc.property(days, (drawnDays) => {
    const numbers = cameOn(...drawnDays)
    const batches = batchesOf(numbers, evenly).toSorted((one, other) => one.firstAt - other.firstAt)
    const inside = (at: number): boolean => batches.some(({ firstAt, lastAt }) => at >= firstAt && at <= lastAt)
    for (const [index, { firstAt, lastAt, numbers: held }] of batches.entries()) {
      expect(held).toBeGreaterThanOrEqual(BATCH_NUMBERS)
      expect(lastAt - firstAt).toBeLessThanOrEqual(BATCH_MILLIS)
      if (index > 0) expect(firstAt).toBeGreaterThanOrEqual(batches[index - 1]!.lastAt)
    }
    const most = Math.max(
      0,
      ...numbers.map(
        ({ firstSeenAt: at }) =>
          numbers.filter(({ firstSeenAt }) => firstSeenAt >= at && firstSeenAt <= at + BATCH_MILLIS).length,
      ),
    )
    expect(Math.max(0, ...batches.map((batch) => batch.numbers))).toBe(most >= BATCH_NUMBERS ? most : 0)
    const left = numbers.filter(({ firstSeenAt }) => !inside(firstSeenAt)).map(({ firstSeenAt }) => firstSeenAt)
    for (const at of left) {
      const near = left.filter((other) => other >= at && other <= at + BATCH_MILLIS)
      const isWhole = !batches.some(({ firstAt }) => firstAt >= at && firstAt <= at + BATCH_MILLIS)
      if (isWhole) expect(near.length).toBeLessThan(BATCH_NUMBERS)
    }
  })
  fc.assert(holds)
})

test('numbers that come evenly make batches no more often than told', () => {
  const worlds = 500
  const dice = random('batches')
  let surprising = 0
  for (let world = 0; world < worlds; world++) {
    const days = Array.from({ length: 40 }, () => dice.unit() * 400)
    if (batchesOf(cameOn(...days), evenly).some(({ pValue }) => pValue <= 0.05)) surprising++
  }
  expect(surprising / worlds).toBeLessThanOrEqual(0.05)
})
