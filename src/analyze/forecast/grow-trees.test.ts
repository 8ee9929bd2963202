import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { growTrees } from './grow-trees.ts'
import { scoreOf } from './trees.ts'

const GROWING = { trees: 40, depth: 3, rate: 0.2, ridge: 1, minWeight: 0.5 }

const columnsOf = (rows: readonly (readonly number[])[]): Float64Array[] =>
  rows[0]!.map((_, i) => Float64Array.from(rows, (row) => row[i]!))

test('trees learn what takes two features together', () => {
  const rows = Array.from({ length: 400 }, (_, i) => [i % 2, (i >> 1) % 2, i % 7])
  const isHit = Uint8Array.from(rows, ([a, b]) => (a === 1 && b === 1 ? 1 : 0))
  const weights = new Float64Array(400).fill(1)
  const grown = growTrees({ columns: columnsOf(rows), isHit, weights }, { ...GROWING, rises: [0, 0, 0] })
  expect(scoreOf(grown, [1, 1, 0])).toBeGreaterThan(2)
  expect(scoreOf(grown, [1, 0, 0])).toBeLessThan(-2)
  expect(grown.gains[2]).toBeLessThan(0.1)
})

test('without a feature that says anything, the score is the log-odds of a hit', () => {
  const grown = growTrees(
    {
      columns: [new Float64Array(100)],
      isHit: new Uint8Array(100).fill(1, 0, 20),
      weights: new Float64Array(100).fill(1),
    },
    { ...GROWING, rises: [0] },
  )
  expect(scoreOf(grown, [0])).toBeCloseTo(Math.log(20 / 80), 3)
})

test('a feature that may only rise never lowers a score, whatever the examples say', () => {
  const row = fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 5 }), fc.boolean())
  fc.assert(
    fc.property(fc.array(row, { minLength: 20, maxLength: 120 }), (rows) => {
      const isHit = Uint8Array.from(rows, ([, , hit], i) => (hit || i === 0 ? 1 : 0)).fill(0, 1, 2)
      const columns = columnsOf(rows.map(([rising, any]) => [rising, any]))
      const weights = new Float64Array(rows.length).fill(1)
      const grown = growTrees({ columns, isHit, weights }, { ...GROWING, trees: 10, rises: [1, 0] })
      for (let any = 0; any <= 5; any++) {
        for (let rising = 0; rising < 30; rising++) {
          const [less, more] = [scoreOf(grown, [rising, any]), scoreOf(grown, [rising + 1, any])]
          expect(more).toBeGreaterThanOrEqual(less - 1e-9)
        }
      }
    }),
    { numRuns: 30 },
  )
})

test('the same examples grow the same trees', () => {
  const rows = Array.from({ length: 200 }, (_, i) => [Math.imul(i, 2_654_435_761) >>> 24, i % 5])
  const examples = {
    columns: columnsOf(rows),
    isHit: Uint8Array.from(rows, ([a]) => (a! > 150 ? 1 : 0)),
    weights: new Float64Array(200).fill(1),
  }
  const growing = { ...GROWING, rises: [0, 0] as const }
  expect(growTrees(examples, growing)).toEqual(growTrees(examples, growing))
})

/** What a tree of two levels adds to each row, by trying every split of every part. */
function plainly(rows: readonly (readonly number[])[], isHit: Uint8Array, weights: Float64Array): number[] {
  const sum = (of: readonly number[], value: (row: number) => number) => of.reduce((all, row) => all + value(row), 0)
  const all = rows.map((_, row) => row)
  const p = sum(all, (row) => weights[row]! * isHit[row]!) / sum(all, (row) => weights[row]!)
  const slope = (of: readonly number[]) => sum(of, (row) => weights[row]! * (p - isHit[row]!))
  const bend = (of: readonly number[]) => sum(of, (row) => weights[row]! * p * (1 - p))
  const worth = (of: readonly number[]) => slope(of) ** 2 / (bend(of) + GROWING.ridge) / 2
  const added: number[] = rows.map(() => Math.log(p / (1 - p)))
  const grow = (part: readonly number[], depth: number): void => {
    let best: { gain: number; parts: number[][] } | null = null
    for (const feature of depth < 2 ? [0, 1] : []) {
      for (const at of [...new Set(part.map((row) => rows[row]![feature]!))].sort((a, b) => a - b)) {
        const parts = [true, false].map((isLeft) => part.filter((row) => rows[row]![feature]! <= at === isLeft))
        const gain = worth(parts[0]!) + worth(parts[1]!) - worth(part)
        if (parts.some((each) => bend(each) < GROWING.minWeight) || gain < (best?.gain ?? 0) + 1e-9) continue
        best = { gain, parts }
      }
    }
    if (best) for (const each of best.parts) grow(each, depth + 1)
    else for (const row of part) added[row]! -= (GROWING.rate * slope(part)) / (bend(part) + GROWING.ridge)
  }
  grow(all, 0)
  return added
}

test('a tree is the one that trying every split of every part finds, also where many examples are alike', () => {
  const row = fc.tuple(
    fc.integer({ min: 0, max: 9 }),
    fc.integer({ min: 0, max: 4 }),
    fc.boolean(),
    fc.double({ min: 0.5, max: 3, noNaN: true }),
  )
  fc.assert(
    fc.property(fc.array(row, { minLength: 10, maxLength: 80 }), (drawn) => {
      const rows = drawn.map(([a, b]) => [a, b])
      const isHit = Uint8Array.from(drawn, ([, , hit], i) => (hit || i === 0 ? 1 : 0)).fill(0, 1, 2)
      // No two alike, so that no two splits are worth the same.
      const weights = Float64Array.from(drawn, ([, , , weight], i) => weight + Math.sqrt(i) / 100)
      const growing = { ...GROWING, trees: 1, depth: 2, rises: [0, 0] as const }
      const grown = growTrees({ columns: columnsOf(rows), isHit, weights }, growing)
      const expected = plainly(rows, isHit, weights)
      rows.forEach((each, i) => expect(scoreOf(grown, each)).toBeCloseTo(expected[i]!, 6))
    }),
  )
})
