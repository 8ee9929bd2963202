import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { components } from './components.ts'

type Tie = readonly [number, number]

/** The slow and obvious way: reachability closed over every pair. */
function byClosure(ties: readonly Tie[]): number[][] {
  const members = [...new Set(ties.flat())].sort((a, b) => a - b)
  const reach = members.map((a) =>
    members.map((b) => a === b || ties.some(([x, y]) => (x === a && y === b) || (x === b && y === a))),
  )
  for (const k of members.keys())
    for (const i of members.keys()) for (const j of members.keys()) reach[i]![j] ||= reach[i]![k]! && reach[k]![j]!
  const groups = members.map((_, i) => members.filter((_member, j) => reach[i]![j]))
  return [...new Map(groups.map((group) => [group[0]!, group])).values()]
}

const sorted = (groups: number[][]): number[][] =>
  groups.map((group) => group.toSorted((a, b) => a - b)).sort((a, b) => a[0]! - b[0]!)

test('groups are what can be reached, on any small graph', () => {
  const graph = fc.array(fc.tuple(fc.nat(14), fc.nat(14)), { maxLength: 24 })
  const holds = fc.property(graph, (ties) => {
    expect(sorted(components(ties))).toEqual(byClosure(ties))
  })
  fc.assert(holds, { numRuns: 500 })
})

test('a chain of a hundred thousand is one group', () => {
  const ties = Array.from({ length: 100_000 }, (_, i): Tie => [i, i + 1])
  expect(components(ties).map((group) => group.length)).toEqual([100_001])
})

test('nothing tied is no group', () => {
  expect(components([])).toEqual([])
})
