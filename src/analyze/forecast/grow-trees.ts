import type { Tree, Trees } from './trees.ts'

/** Examples as columns. columns: one a feature; isHit: 1 or 0; weights: of each example. */
export type Examples = {
  readonly columns: readonly Float64Array[]
  readonly isHit: Uint8Array
  readonly weights: Float64Array
}

/** rises: of each feature 1, 0 or -1 (see `Feature`). minWeight: least sum of p(1-p)·weight in a leaf. */
export type Growing = {
  readonly trees: number
  readonly depth: number
  readonly rate: number
  readonly ridge: number
  readonly minWeight: number
  readonly rises: readonly (1 | 0 | -1)[]
}

/** gains: how much of the loss each feature took away, all of them together 1. */
export type GrownTrees = Trees & { readonly gains: readonly number[] }

const BINS = 64

/**
 * Gradient-boosted trees for a yes-or-no question: each tree takes a Newton step on the log-loss, grown by histograms of
 * 64 quantiles, with directions that a feature must keep. No dice: the same examples give the same trees.
 *
 * Source: Friedman 2001, Greedy function approximation; Chen and Guestrin 2016, XGBoost, equations 6 and 7; the bounds
 *         that keep directions are those of its `monotone_constraints`.
 */
export function growTrees({ columns, isHit, weights }: Examples, growing: Growing): GrownTrees {
  const rows = isHit.length
  const edges = columns.map(edgesOf)
  const bins = columns.map((column, i) => binned(column, edges[i]!))
  let [hits, all] = [0, 0]
  for (let row = 0; row < rows; row++) {
    all += weights[row]!
    if (isHit[row]) hits += weights[row]!
  }
  const base = Math.log(hits / (all - hits))
  const scores = new Float64Array(rows).fill(base)
  const [slopes, bends] = [new Float64Array(rows), new Float64Array(rows)]
  const trees: Tree[] = []
  const gains = columns.map(() => 0)
  for (let i = 0; i < growing.trees; i++) {
    for (let row = 0; row < rows; row++) {
      const p = 1 / (1 + Math.exp(-scores[row]!))
      slopes[row] = weights[row]! * (p - isHit[row]!)
      bends[row] = weights[row]! * p * (1 - p)
    }
    trees.push(growOne({ bins, edges, slopes, bends, scores, gains, growing }))
  }
  const gained = gains.reduce((sum, gain) => sum + gain, 0)
  return { base, trees, gains: gains.map((gain) => gain / Math.max(gained, Number.MIN_VALUE)) }
}

type Ground = {
  readonly bins: readonly Uint8Array[]
  readonly edges: readonly Float64Array[]
  readonly slopes: Float64Array
  readonly bends: Float64Array
  /** Moved by what the tree adds. */
  readonly scores: Float64Array
  /** Grows by what each split gains. */
  readonly gains: number[]
  readonly growing: Growing
}

type Split = { feature: number; bin: number; gain: number; left: number; right: number }

function growOne(ground: Ground): Tree {
  const { bins, edges, slopes, bends, scores, gains, growing } = ground
  const tree = { feature: [] as number[], at: [] as number[], left: [] as number[], right: [] as number[] }
  const grow = (rows: Uint32Array, depth: number, low: number, high: number): number => {
    const node = tree.feature.length
    tree.feature.push(-1)
    tree.at.push(0)
    tree.left.push(0)
    tree.right.push(0)
    const split = depth < growing.depth ? bestSplit(rows, ground, low, high) : null
    if (!split) {
      let [slope, bend] = [0, 0]
      for (const row of rows) {
        slope += slopes[row]!
        bend += bends[row]!
      }
      const step = growing.rate * clamp(-slope / (bend + growing.ridge), low, high)
      tree.at[node] = step
      for (const row of rows) scores[row]! += step
      return node
    }
    gains[split.feature]! += split.gain
    const column = bins[split.feature]!
    tree.feature[node] = split.feature
    tree.at[node] = edges[split.feature]![split.bin]!
    const middle = (split.left + split.right) / 2
    const rises = growing.rises[split.feature]!
    tree.left[node] = grow(
      rows.filter((row) => column[row]! <= split.bin),
      depth + 1,
      rises < 0 ? Math.max(low, middle) : low,
      rises > 0 ? Math.min(high, middle) : high,
    )
    tree.right[node] = grow(
      rows.filter((row) => column[row]! > split.bin),
      depth + 1,
      rises > 0 ? Math.max(low, middle) : low,
      rises < 0 ? Math.min(high, middle) : high,
    )
    return node
  }
  grow(
    Uint32Array.from(scores, (_, row) => row),
    0,
    -Infinity,
    Infinity,
  )
  return tree
}

function bestSplit(
  rows: Uint32Array,
  { bins, edges, slopes, bends, growing }: Ground,
  low: number,
  high: number,
): Split | null {
  const { ridge, minWeight, rises } = growing
  const [slopeOf, bendOf] = [new Float64Array(BINS), new Float64Array(BINS)]
  let best: Split | null = null
  for (let feature = 0; feature < bins.length; feature++) {
    const column = bins[feature]!
    const last = edges[feature]!.length
    if (last === 0) continue
    slopeOf.fill(0)
    bendOf.fill(0)
    let [slope, bend] = [0, 0]
    for (const row of rows) {
      const bin = column[row]!
      slopeOf[bin]! += slopes[row]!
      bendOf[bin]! += bends[row]!
    }
    for (let bin = 0; bin <= last; bin++) {
      slope += slopeOf[bin]!
      bend += bendOf[bin]!
    }
    const whole = worth(slope, bend, ridge, low, high)
    let [leftSlope, leftBend] = [0, 0]
    for (let bin = 0; bin < last; bin++) {
      leftSlope += slopeOf[bin]!
      leftBend += bendOf[bin]!
      const [rightSlope, rightBend] = [slope - leftSlope, bend - leftBend]
      if (leftBend < minWeight || rightBend < minWeight) continue
      const left = clamp(-leftSlope / (leftBend + ridge), low, high)
      const right = clamp(-rightSlope / (rightBend + ridge), low, high)
      if ((right - left) * rises[feature]! < 0) continue
      const gain = worth(leftSlope, leftBend, ridge, low, high) + worth(rightSlope, rightBend, ridge, low, high) - whole
      if (gain > (best?.gain ?? 1e-9)) best = { feature, bin, gain, left, right }
    }
  }
  return best
}

/** How much less the loss is with the best allowed step. */
function worth(slope: number, bend: number, ridge: number, low: number, high: number): number {
  const step = clamp(-slope / (bend + ridge), low, high)
  return -(slope * step + 0.5 * (bend + ridge) * step * step)
}

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value))

/**
 * At most BINS - 1 values that part the column's distinct values into parts of like size: most numbers have nobody near
 * them, and would leave no edge between those that have. A value belongs to the bin that ends with it.
 */
function edgesOf(column: Float64Array): Float64Array {
  const ascending = [...new Set(column)].sort((a, b) => a - b)
  const edges = new Set<number>()
  for (let i = 1; i < BINS; i++) edges.add(ascending[Math.floor((i * ascending.length) / BINS)]!)
  edges.delete(ascending.at(-1)!)
  return Float64Array.from(edges)
}

function binned(column: Float64Array, edges: Float64Array): Uint8Array {
  return Uint8Array.from(column, (value) => {
    let [low, high] = [0, edges.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (edges[middle]! < value) low = middle + 1
      else high = middle
    }
    return low
  })
}
