import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { rotationOf } from './rotation.ts'
import type { SeenNumber } from './seen-number.ts'

const came = (times: readonly number[]): SeenNumber[] =>
  times.map((at, index) => ({ digits: 18_035_550_000 + 3 * index, firstSeenAt: at, lastSeenAt: at }))

test('numbers used upwards, downwards and in no order are told apart', () => {
  const upwards = Array.from({ length: 30 }, (_, at) => at)
  expect(rotationOf(came(upwards))).toMatchObject({ order: 'ascending', correlation: 1 })
  expect(rotationOf(came(upwards.toReversed()))).toMatchObject({ order: 'descending', correlation: -1 })
  expect(rotationOf(came(upwards.map((at) => (at * 7) % 30)))).toMatchObject({ order: 'random' })
})

test('too few numbers, and numbers that all came at once, have no order', () => {
  expect(rotationOf(came([1, 2, 3, 4, 5]))).toBeNull()
  expect(rotationOf(came([5, 5, 5, 5, 5, 5, 5, 5]))).toBeNull()
})

test('six in perfect order come about twice in 720 orders', () => {
  expect(rotationOf(came([1, 2, 3, 4, 5, 6]))?.pValue).toBeCloseTo(2 / 720, 12)
})

/** Textbook: Pearson's correlation of ranks, those of one time sharing theirs; all orders by Heap's method. */
function oracle(times: readonly number[]): { correlation: number; pValue: number } {
  const rank = (at: number): number =>
    times.filter((other) => other < at).length + (times.filter((other) => other === at).length + 1) / 2
  const ranks = times.map(rank)
  const middle = (times.length + 1) / 2
  const correlationOf = (order: readonly number[]): number => {
    let [both, one, other] = [0, 0, 0]
    order.forEach((value, place) => {
      both += (value - middle) * (place + 1 - middle)
      one += (value - middle) ** 2
      other += (place + 1 - middle) ** 2
    })
    return both / Math.sqrt(one * other)
  }
  const correlation = correlationOf(ranks)
  let [all, asClear] = [0, 0]
  const order = [...ranks]
  const permute = (left: number): void => {
    if (left === 1) {
      all++
      if (Math.abs(correlationOf(order)) >= Math.abs(correlation) - 1e-9) asClear++
      return
    }
    for (let at = 0; at < left; at++) {
      permute(left - 1)
      const from = left % 2 === 0 ? at : 0
      ;[order[from], order[left - 1]] = [order[left - 1]!, order[from]!]
    }
  }
  permute(times.length)
  return { correlation, pValue: asClear / all }
}

test('the chance of an order is that among all orders', () => {
  const times = fc
    .array(fc.integer({ min: 0, max: 5 }), { minLength: 6, maxLength: 7 })
    .filter((drawn) => new Set(drawn).size > 1)
  const holds = fc.property(times, (drawn) => {
    const expected = oracle(drawn)
    const told = rotationOf(came(drawn))
    expect(told?.correlation).toBeCloseTo(expected.correlation, 9)
    expect(told?.pValue).toBeCloseTo(expected.pValue, 9)
  })
  fc.assert(holds, { numRuns: 10 })
})

test('beyond what is counted, an order told is as rare as said', () => {
  for (const times of [
    [1, 2, 3, 4, 5, 6, 7, 8],
    [1, 2, 3, 5, 4, 6, 7, 8],
    [2, 1, 3, 4, 6, 5, 8, 7],
    [8, 7, 6, 5, 4, 3, 1, 1],
  ]) {
    const told = rotationOf(came(times))
    if (told?.order !== 'random') expect(oracle(times).pValue).toBeLessThanOrEqual(0.01)
  }
})
