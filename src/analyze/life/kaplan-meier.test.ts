import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { kaplanMeier, survivalAt } from './kaplan-meier.ts'
import type { Lasted } from './kaplan-meier.ts'

const ended = (...days: readonly number[]): Lasted[] => days.map((each) => ({ days: each, isEnd: true, count: 1 }))
const left = (...days: readonly number[]): Lasted[] => days.map((each) => ({ days: each, isEnd: false, count: 1 }))

/** Weeks of remission under 6-mercaptopurine. Source: Freireich et al. 1963, as in Klein and Moeschberger, table 1.1. */
const MERCAPTOPURINE = [...ended(6, 6, 6, 7, 10, 13, 16, 22, 23), ...left(6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35)]
/** Of the same trial, under placebo: nobody was lost. */
const PLACEBO = ended(1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23)

test('the survival of the leukaemia trial and its standard errors are those of the textbook', () => {
  const { total, steps } = kaplanMeier(MERCAPTOPURINE)
  expect(total).toBe(21)
  // Klein and Moeschberger, Survival Analysis, table 4.1A.
  const table = [
    [6, 21, 3, 0.857, 0.076],
    [7, 17, 1, 0.807, 0.087],
    [10, 15, 1, 0.753, 0.096],
    [13, 12, 1, 0.69, 0.107],
    [16, 11, 1, 0.627, 0.114],
    [22, 7, 1, 0.538, 0.128],
    [23, 6, 1, 0.448, 0.135],
  ]
  const rounded = (value: number): number => Number(value.toFixed(3))
  expect(
    steps.map((step) => [step.days, step.atRisk, step.ends, rounded(step.survival), rounded(step.standardError)]),
  ).toEqual(table)
})

test('the median of the trial and its log-log band are those that R tells', () => {
  expect(kaplanMeier(MERCAPTOPURINE).median).toEqual({ days: 23, low: 13, high: null })
  expect(kaplanMeier(PLACEBO).median).toEqual({ days: 8, low: 4, high: 11 })
})

const lasted = fc.array(fc.record({ days: fc.nat(20), isEnd: fc.boolean(), count: fc.integer({ min: 1, max: 3 }) }), {
  minLength: 1,
  maxLength: 60,
})

test('it is what comes of handing the weight of those that were lost to those that lasted longer', () => {
  fc.assert(
    fc.property(lasted, (all) => {
      const survival = kaplanMeier(all)
      for (let days = 0; days <= 21; days++) expect(survivalAt(survival, days)).toBeCloseTo(redistributed(all, days), 9)
    }),
  )
})

/** Efron's redistribution to the right, one by one. */
function redistributed(all: readonly Lasted[], until: number): number {
  const each = all
    .flatMap(({ count, ...one }) => Array.from({ length: count }, () => ({ ...one, weight: 0 })))
    .sort((a, b) => a.days - b.days || Number(b.isEnd) - Number(a.isEnd))
  for (const one of each) one.weight = 1 / each.length
  each.forEach((one, at) => {
    if (one.isEnd || at === each.length - 1) return
    for (const later of each.slice(at + 1)) later.weight += one.weight / (each.length - at - 1)
    one.weight = 0
  })
  // What was lost last keeps its weight: it has not ended.
  return 1 - each.filter(({ isEnd, days }) => isEnd && days <= until).reduce((sum, { weight }) => sum + weight, 0)
}

test('where nothing was lost it is the share that lasted longer, and the band holds it', () => {
  fc.assert(
    fc.property(lasted, (all) => {
      const whole = all.map((each) => ({ ...each, isEnd: true }))
      const { total, steps } = kaplanMeier(whole)
      for (const { days, survival, low, high } of steps) {
        const longer = whole.filter((each) => each.days > days).reduce((sum, { count }) => sum + count, 0)
        expect(survival).toBeCloseTo(longer / total, 9)
        expect(low).toBeLessThanOrEqual(survival)
        expect(high).toBeGreaterThanOrEqual(survival)
      }
    }),
  )
})

test('nothing looked at tells nothing', () => {
  expect(kaplanMeier([])).toEqual({ total: 0, steps: [], median: { days: null, low: null, high: null } })
})
