import fc from 'fast-check'
import { expect, test } from 'vitest'
import { leiden, qualityOf, rowsOf } from './leiden.ts'
import type { Rows } from './leiden.ts'

type Edges = [number, number, number][]

const graphs = fc.integer({ min: 2, max: 8 }).chain((count) =>
  fc
    .array(
      fc.tuple(
        fc.nat(count - 1),
        fc.nat(count - 1),
        fc.integer({ min: 1, max: 20 }).map((tenths) => tenths / 2),
      ),
      {
        maxLength: 16,
      },
    )
    .map((edges) => ({ count, edges: edges as Edges })),
)

const graphOf = (count: number, edges: Edges): Rows => rowsOf(new Float64Array(count).fill(1), edges)

/** Every partition of so many nodes. */
function* partitions(count: number, of: number[] = [], used = 0): Generator<number[]> {
  if (of.length === count) yield of
  else for (let next = 0; next <= used; next++) yield* partitions(count, [...of, next], Math.max(used, next + 1))
}

test('on eight nodes no split is worth less than four fifths of the best one there is, and all together 98 of 100', () => {
  let [found, best] = [0, 0]
  fc.assert(
    fc.property(graphs, fc.constantFrom(0.1, 0.5, 2), ({ count, edges }, resolution) => {
      const rows = graphOf(count, edges)
      const quality = qualityOf(rows, leiden(rows, resolution), resolution)
      let most = -Infinity
      for (const of of partitions(count)) most = Math.max(most, qualityOf(rows, of, resolution))
      found += quality
      best += most
      expect(quality).toBeGreaterThanOrEqual(0.8 * most - 1e-9)
    }),
    { numRuns: 300, seed: 5 },
  )
  expect(found).toBeGreaterThan(0.98 * best)
})

test('every community is connected, the same graph is split the same way, and no single node gains by leaving', () => {
  fc.assert(
    fc.property(graphs, ({ count, edges }) => {
      const rows = graphOf(count, edges)
      const of = leiden(rows, 0.5)
      expect(leiden(rows, 0.5)).toEqual(of)
      for (let node = 0; node < count; node++) {
        const reached = new Set([of.indexOf(of[node]!)])
        for (const one of reached) {
          for (let at = rows.starts[one]!; at < rows.starts[one + 1]!; at++) {
            if (of[rows.targets[at]!] === of[node]) reached.add(rows.targets[at]!)
          }
        }
        expect(reached).toContain(node)
        const alone = Int32Array.from(of)
        alone[node] = count
        expect(qualityOf(rows, alone, 0.5)).toBeLessThanOrEqual(qualityOf(rows, of, 0.5) + 1e-9)
      }
    }),
    { seed: 5 },
  )
})

test('two crowds that one link holds together fall apart', () => {
  const crowd = (from: number): Edges =>
    Array.from({ length: 10 }, (_, i) => i).flatMap((i) =>
      Array.from({ length: i }, (_, j): [number, number, number] => [from + i, from + j, 1]),
    )
  const of = leiden(graphOf(20, [...crowd(0), ...crowd(10), [0, 10, 1]]), 0.1)
  expect([...of]).toEqual([...Array.from({ length: 10 }, () => 0), ...Array.from({ length: 10 }, () => 1)])
})
