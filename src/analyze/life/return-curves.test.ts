import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { ASSUMED_RETURNS, outShare, returnChance, returnsLater } from '../../model/return-curve.ts'
import type { Lasted } from './kaplan-meier.ts'
import { returnCurve, returnCurvesOf } from './return-curves.ts'

const silence = (days: number, isEnd: boolean, count: number): Lasted => ({ days, isEnd, count })

test('with few silences, or few that ended, a channel has no curve', () => {
  expect(returnCurve([silence(1, true, 99)])).toBeNull()
  expect(returnCurve([silence(1, true, 29), silence(40, false, 1_000)])).toBeNull()
  expect(returnCurve([silence(1, true, 30), silence(40, false, 70)])).not.toBeNull()
})

test('as far as data go it is the share of silences that were as long', () => {
  const curve = returnCurve([silence(1, true, 50), silence(3, true, 20), silence(60, false, 30)])!
  expect([0, 1, 2, 3, 4, 60].map((days) => outShare(curve, days))).toEqual([1, 1, 0.5, 0.5, 0.3, 0.3])
  expect(curve).toMatchObject({ silences: 100, returns: 70 })
})

test('data of ten days retire nobody on the tenth', () => {
  const late = [5, 6, 7, 8].map((days) => silence(days, true, 25))
  const curve = returnCurve([silence(1, true, 400), ...late, silence(9, false, 500)])!
  expect(returnChance(curve, 10)).toBeGreaterThan(0.4)
})

test('what comes after the data goes on at the pace of their second half', () => {
  const withLate = (count: number) =>
    returnCurve([silence(1, true, 500), silence(50, true, count), silence(60, false, 300)])!
  const chances = [0, 10, 40, 100].map((count) => returnChance(withLate(count), 61))
  expect(chances).toEqual(chances.toSorted((one, other) => one - other))
  expect(chances[0]).toBeLessThan(0.05)
  // As many as are assumed: of 300 silent for a month, about 65 would be back after two.
  const expected = 300 * Math.log(outShare(ASSUMED_RETURNS, 31) / outShare(ASSUMED_RETURNS, 61))
  expect(returnChance(withLate(Math.round(expected * 1.2)), 61)).toBeCloseTo(returnChance(ASSUMED_RETURNS, 61), 1)
})

const silences = fc.array(
  fc.record({ days: fc.integer({ min: 0, max: 900 }), isEnd: fc.boolean(), count: fc.integer({ min: 1, max: 60 }) }),
  { minLength: 1, maxLength: 80 },
)

test('whatever the data, shares and chances lie within 0 and 1 and fall as a silence goes on', () => {
  fc.assert(
    fc.property(silences, (all) => {
      const curve = returnCurve(
        all.map((each) => ({ ...each, days: Math.max(each.isEnd ? 1 : 0, Math.min(each.days, 729)) })),
      )
      if (!curve) return
      expect(curve.days.length).toBeLessThan(120)
      const told = Array.from({ length: 1_200 }, (_, day) => [
        outShare(curve, day),
        returnChance(curve, day),
        returnsLater(curve, day),
      ])
      const isFalling = told.every((values, day) =>
        values.every((value, which) => value >= 0 && value <= (told[day - 1]?.[which] ?? 1)),
      )
      expect(isFalling).toBe(true)
    }),
    { numRuns: 50 },
  )
})

test('each channel counts the silence of its numbers to its own last day', () => {
  const tally = (channel: 'analyst' | 'traceback', isLast: boolean, day: number, count: number) => ({
    channel,
    isLast,
    day,
    count,
  })
  const curves = returnCurvesOf([
    tally('analyst', false, 2, 200),
    tally('analyst', true, 20_000, 100),
    tally('analyst', true, 20_050, 30),
    tally('traceback', true, 20_400, 10),
  ])
  expect(Object.keys(curves)).toEqual(['analyst'])
  expect(curves.analyst).toMatchObject({ silences: 330, returns: 200 })
  // Thirty of the numbers were seen on its last day, a hundred not for fifty days before.
  expect(outShare(curves.analyst!, 50)).toBeCloseTo(100 / 300, 6)
})
