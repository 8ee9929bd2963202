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
export function growTrees(examples: Examples, growing: Growing): GrownTrees {
  const edges = examples.columns.map(edgesOf)
  const { bins, hits, all } = folded(
    examples.columns.map((column, i) => binned(column, edges[i]!)),
    examples,
  )
  const [came, every] = [sumOf(hits), sumOf(all)]
  const base = Math.log(came / (every - came))
  const scores = new Float64Array(all.length).fill(base)
  const [slopes, bends] = [new Float64Array(all.length), new Float64Array(all.length)]
  const rows = new Uint32Array(all.length)
  for (let row = 0; row < rows.length; row++) rows[row] = row
  const trees: Tree[] = []
  const gains = edges.map(() => 0)
  for (let i = 0; i < growing.trees; i++) {
    for (let row = 0; row < rows.length; row++) {
      const p = 1 / (1 + Math.exp(-scores[row]!))
      slopes[row] = all[row]! * p - hits[row]!
      bends[row] = all[row]! * p * (1 - p)
    }
    trees.push(growOne({ rows, bins, edges, slopes, bends, scores, gains, growing }))
  }
  const gained = gains.reduce((sum, gain) => sum + gain, 0)
  return { base, trees, gains: gains.map((gain) => gain / Math.max(gained, Number.MIN_VALUE)) }
}

const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0)

/** Examples that no split can tell apart are one row: most random numbers have nobody near them. hits, all: weights. */
function folded(
  bins: readonly Uint8Array[],
  { isHit, weights }: Examples,
): { bins: Uint8Array[]; hits: Float64Array; all: Float64Array } {
  const hashes = new Int32Array(isHit.length)
  for (const column of bins) {
    for (let i = 0; i < hashes.length; i++) hashes[i] = Math.imul(hashes[i]! ^ column[i]!, 0x01000193)
  }
  const rowOf = new Map<number, number>()
  const [firsts, hits, all]: [number[], number[], number[]] = [[], [], []]
  hashes.forEach((hash, i) => {
    let row = rowOf.get(hash)
    if (row === undefined || bins.some((column) => column[i] !== column[firsts[row!]!])) {
      row = firsts.push(i) - 1
      rowOf.set(hash, row)
      hits.push(0)
      all.push(0)
    }
    all[row]! += weights[i]!
    if (isHit[i]) hits[row]! += weights[i]!
  })
  return {
    bins: bins.map((column) => Uint8Array.from(firsts, (first) => column[first]!)),
    hits: Float64Array.from(hits),
    all: Float64Array.from(all),
  }
}

type Ground = {
  /** All of them. */
  readonly rows: Uint32Array
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

/** Of each feature, of each bin, the sums of slopes and of bends of some rows. */
type Histogram = Float64Array

function growOne(ground: Ground): Tree {
  const { bins, edges, gains, growing } = ground
  const tree = { feature: [] as number[], at: [] as number[], left: [] as number[], right: [] as number[] }
  /** histogram: of these rows; null where they are not to be split. It is written over. */
  const grow = (rows: Uint32Array, histogram: Histogram | null, low: number, high: number, depth: number): number => {
    const node = tree.feature.length
    tree.feature.push(-1)
    tree.at.push(0)
    tree.left.push(0)
    tree.right.push(0)
    const split = histogram && bestSplit(histogram, ground, low, high)
    if (!split) {
      tree.at[node] = moved(rows, ground, low, high)
      return node
    }
    gains[split.feature]! += split.gain
    tree.feature[node] = split.feature
    tree.at[node] = edges[split.feature]![split.bin]!
    const middle = (split.left + split.right) / 2
    const rises = growing.rises[split.feature]!
    const [less, more] = parted(rows, bins[split.feature]!, split.bin)
    const [ofLess, ofMore] = depth + 1 < growing.depth ? histogramsOf(less, more, histogram, ground) : [null, null]
    tree.left[node] = grow(
      less,
      ofLess,
      rises < 0 ? Math.max(low, middle) : low,
      rises > 0 ? Math.min(high, middle) : high,
      depth + 1,
    )
    tree.right[node] = grow(
      more,
      ofMore,
      rises > 0 ? Math.max(low, middle) : low,
      rises < 0 ? Math.min(high, middle) : high,
      depth + 1,
    )
    return node
  }
  grow(ground.rows, growing.depth > 0 ? histogramOf(ground.rows, ground) : null, -Infinity, Infinity, 0)
  return tree
}

/** Moves the scores of a leaf's rows. Out: by how much. */
function moved(rows: Uint32Array, { slopes, bends, scores, growing }: Ground, low: number, high: number): number {
  let [slope, bend] = [0, 0]
  for (let i = 0; i < rows.length; i++) {
    slope += slopes[rows[i]!]!
    bend += bends[rows[i]!]!
  }
  const step = growing.rate * clamp(-slope / (bend + growing.ridge), low, high)
  for (let i = 0; i < rows.length; i++) scores[rows[i]!]! += step
  return step
}

function parted(rows: Uint32Array, column: Uint8Array, bin: number): [Uint32Array, Uint32Array] {
  const parts = new Uint32Array(rows.length)
  let [first, last] = [0, rows.length]
  for (let i = 0; i < rows.length; i++) parts[column[rows[i]!]! <= bin ? first++ : --last] = rows[i]!
  return [parts.subarray(0, first), parts.subarray(first).reverse()]
}

function histogramOf(rows: Uint32Array, { bins, slopes, bends }: Ground): Histogram {
  const histogram = new Float64Array(bins.length * BINS * 2)
  // Side by side, so that each feature reads them in a row.
  const own = new Float64Array(rows.length * 2)
  for (let i = 0; i < rows.length; i++) {
    own[2 * i] = slopes[rows[i]!]!
    own[2 * i + 1] = bends[rows[i]!]!
  }
  for (let feature = 0; feature < bins.length; feature++) {
    const column = bins[feature]!
    const sums = histogram.subarray(feature * BINS * 2, (feature + 1) * BINS * 2)
    for (let i = 0; i < rows.length; i++) {
      const at = 2 * column[rows[i]!]!
      sums[at]! += own[2 * i]!
      sums[at + 1]! += own[2 * i + 1]!
    }
  }
  return histogram
}

/** Of two parts: only the smaller one is added up, what it leaves of the whole is the other's. */
function histogramsOf(less: Uint32Array, more: Uint32Array, whole: Histogram, ground: Ground): [Histogram, Histogram] {
  const smaller = histogramOf(less.length < more.length ? less : more, ground)
  for (let i = 0; i < whole.length; i++) whole[i]! -= smaller[i]!
  return less.length < more.length ? [smaller, whole] : [whole, smaller]
}

function bestSplit(histogram: Histogram, { edges, growing }: Ground, low: number, high: number): Split | null {
  const { ridge, minWeight, rises } = growing
  let best: Split | null = null
  for (let feature = 0; feature < edges.length; feature++) {
    const last = edges[feature]!.length
    const sums = histogram.subarray(feature * BINS * 2, (feature + 1) * BINS * 2)
    let [slope, bend] = [0, 0]
    for (let bin = 0; bin <= last; bin++) {
      slope += sums[2 * bin]!
      bend += sums[2 * bin + 1]!
    }
    const whole = worth(slope, bend, ridge, low, high)
    let [leftSlope, leftBend] = [0, 0]
    for (let bin = 0; bin < last; bin++) {
      leftSlope += sums[2 * bin]!
      leftBend += sums[2 * bin + 1]!
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
  const ascending = new Float64Array(new Set(column)).sort()
  const edges = new Set<number>()
  for (let i = 1; i < BINS; i++) edges.add(ascending[Math.floor((i * ascending.length) / BINS)]!)
  edges.delete(ascending.at(-1)!)
  return new Float64Array(edges)
}

function binned(column: Float64Array, edges: Float64Array): Uint8Array {
  const bins = new Uint8Array(column.length)
  for (let i = 0; i < column.length; i++) {
    let [low, high] = [0, edges.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (edges[middle]! < column[i]!) low = middle + 1
      else high = middle
    }
    bins[i] = low
  }
  return bins
}
