import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { falseDiscovery } from './false-discovery.ts'

test('what is told by a q-value is what the step-up procedure rejects', () => {
  const chances = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 })
  const holds = fc.property(chances, fc.integer({ min: 0, max: 50 }), (pValues, more) => {
    const tried = pValues.length + more
    const level = 0.1
    const ascending = pValues.toSorted((one, other) => one - other)
    const last = ascending.findLastIndex((p, index) => (p * tried) / (index + 1) <= level)
    const rejected = pValues.map((p) => last >= 0 && p <= ascending[last]!)
    expect([...falseDiscovery(pValues, tried)].map((q) => q <= level)).toEqual(rejected)
  })
  fc.assert(holds)
})

test('the example of Benjamini and Hochberg rejects its first four', () => {
  const pValues = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
  ]
  expect([...falseDiscovery(pValues, 15)].filter((q) => q <= 0.05)).toHaveLength(4)
})
