/** An undirected graph in rows: the edges of node n are those from starts[n] to before starts[n + 1], each end has one. */
export type Rows = {
  readonly starts: Int32Array
  readonly targets: Int32Array
  readonly weights: Float64Array
  /** How many first nodes stand behind each. */
  readonly sizes: Float64Array
}

/** Gains below it are noise of the arithmetic. */
const LEAST_GAIN = 1e-9

/** Puts edges, each said once, into rows; of several between the same two the weights add up, and loops are left out. */
export function rowsOf(
  sizes: Float64Array,
  edges: readonly (readonly [one: number, other: number, weight: number])[],
): Rows {
  const count = sizes.length
  const starts = new Int32Array(count + 1)
  const proper = edges.filter(([one, other]) => one !== other)
  for (const [one, other] of proper) {
    starts[one + 1]! += 1
    starts[other + 1]! += 1
  }
  for (let node = 0; node < count; node++) starts[node + 1]! += starts[node]!
  const [targets, weights, next] = [
    new Int32Array(starts[count]!),
    new Float64Array(starts[count]!),
    starts.slice(0, count),
  ]
  for (const [one, other, weight] of proper) {
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const) {
      targets[next[from]!] = to
      weights[next[from]!++] = weight
    }
  }
  return { starts, targets, weights, sizes }
}

/** What a partition is worth: the weight inside of communities, less resolution for each pair of nodes put together. */
export function qualityOf(
  { starts, targets, weights, sizes }: Rows,
  of: ArrayLike<number>,
  resolution: number,
): number {
  const inside = new Map<number, number>()
  let quality = 0
  for (let node = 0; node < sizes.length; node++) {
    inside.set(of[node]!, (inside.get(of[node]!) ?? 0) + sizes[node]!)
    for (let at = starts[node]!; at < starts[node + 1]!; at++) {
      if (of[targets[at]!] === of[node]) quality += weights[at]! / 2
    }
  }
  for (const size of inside.values()) quality -= (resolution * size * (size - 1)) / 2
  return quality
}

/**
 * Finds communities: the Leiden algorithm with the constant Potts model, in which two groups of a and b numbers belong
 * together where the links between them weigh more than resolution × a × b. It rolls no dice: nodes are visited in their
 * order, and of equal gains the lesser community wins, so the same graph is always split the same way.
 *
 * Out: the community of each node, numbered by first appearance. Each is connected.
 * Source: Traag, Waltman, van Eck 2019, “From Louvain to Leiden”, with the best merge in place of a random one.
 */
export function leiden(rows: Rows, resolution: number): Int32Array {
  let [of, quality] = [Int32Array.from(rows.sizes, (_, node) => node), -Infinity]
  for (;;) {
    const next = once(rows, of, resolution)
    const gained = qualityOf(rows, next, resolution)
    if (gained < quality + LEAST_GAIN) return numbered(of)
    ;[of, quality] = [next, gained]
  }
}

/** From a partition to one that is worth as much or more. */
function once(first: Rows, from: Int32Array, resolution: number): Int32Array<ArrayBuffer> {
  let rows = first
  /** Of each first node, the node that stands for it now. */
  const place = Int32Array.from(first.sizes, (_, node) => node)
  let of = from
  for (;;) {
    of = moved(rows, of, resolution)
    const refined = refine(rows, of, resolution)
    const count = refined.reduce((most, part) => Math.max(most, part), -1) + 1
    if (count === rows.sizes.length) break
    const next = new Int32Array(count)
    for (let node = 0; node < refined.length; node++) next[refined[node]!] = of[node]!
    for (let node = 0; node < place.length; node++) place[node] = refined[place[node]!]!
    rows = gathered(rows, refined, count)
    of = numbered(next)
  }
  return place.map((node) => of[node]!)
}

/** Moves single nodes to where they gain most, as long as any gains. */
function moved(rows: Rows, from: Int32Array, resolution: number): Int32Array<ArrayBuffer> {
  const count = rows.sizes.length
  const of = Int32Array.from(from)
  const total = new Float64Array(count)
  for (let node = 0; node < count; node++) total[of[node]!]! += rows.sizes[node]!
  const queue = Array.from({ length: count }, (_, node) => node)
  const isQueued = new Uint8Array(count).fill(1)
  const empties = Array.from(total.keys()).filter((community) => total[community] === 0)
  for (let head = 0; head < queue.length; head++) {
    const node = queue[head]!
    isQueued[node] = 0
    const own = of[node]!
    total[own]! -= rows.sizes[node]!
    const weights = weightsTo(rows, node, of)
    // A node may also leave for a community of its own.
    if (total[own] === 0) empties.push(own)
    while (empties.length > 0 && total[empties.at(-1)!]! > 0) empties.pop()
    const empty = empties.at(-1) ?? -1
    let [best, most] = [own, (weights.get(own) ?? 0) - resolution * rows.sizes[node]! * total[own]!]
    if (empty >= 0 && most < -LEAST_GAIN) [best, most] = [empty, 0]
    for (const [community, weight] of weights) {
      const gain = weight - resolution * rows.sizes[node]! * total[community]!
      if (gain > most + LEAST_GAIN || (gain > most - LEAST_GAIN && community < best && best !== own)) {
        ;[best, most] = [community, gain]
      }
    }
    of[node] = best
    total[best]! += rows.sizes[node]!
    if (best === own) continue
    for (let at = rows.starts[node]!; at < rows.starts[node + 1]!; at++) {
      const other = rows.targets[at]!
      if (of[other] === best || isQueued[other]) continue
      isQueued[other] = 1
      queue.push(other)
    }
  }
  return of
}

/** Within each community, merges nodes from scratch: what it holds together only by a node that left falls apart. */
function refine(rows: Rows, of: Int32Array, resolution: number): Int32Array<ArrayBuffer> {
  const count = rows.sizes.length
  const part = Int32Array.from(of, (_, node) => node)
  const total = Float64Array.from(rows.sizes)
  const members = new Int32Array(count).fill(1)
  for (let node = 0; node < count; node++) {
    if (members[part[node]!]! > 1) continue
    const weights = new Map<number, number>()
    for (let at = rows.starts[node]!; at < rows.starts[node + 1]!; at++) {
      const other = rows.targets[at]!
      if (of[other] !== of[node]) continue
      weights.set(part[other]!, (weights.get(part[other]!) ?? 0) + rows.weights[at]!)
    }
    let [best, most] = [-1, LEAST_GAIN]
    for (const [into, weight] of weights) {
      const gain = weight - resolution * rows.sizes[node]! * total[into]!
      if (gain > most + LEAST_GAIN || (gain > most - LEAST_GAIN && best >= 0 && into < best))
        [best, most] = [into, gain]
    }
    if (best < 0) continue
    members[part[node]!]! -= 1
    total[part[node]!]! -= rows.sizes[node]!
    part[node] = best
    members[best]! += 1
    total[best]! += rows.sizes[node]!
  }
  return numbered(part)
}

function weightsTo(rows: Rows, node: number, of: Int32Array): Map<number, number> {
  const weights = new Map<number, number>()
  for (let at = rows.starts[node]!; at < rows.starts[node + 1]!; at++) {
    const community = of[rows.targets[at]!]!
    weights.set(community, (weights.get(community) ?? 0) + rows.weights[at]!)
  }
  return weights
}

/** The graph of the parts. */
function gathered({ starts, targets, weights, sizes }: Rows, part: Int32Array, count: number): Rows {
  const total = new Float64Array(count)
  const between = new Map<number, number>()
  for (let node = 0; node < sizes.length; node++) {
    total[part[node]!]! += sizes[node]!
    for (let at = starts[node]!; at < starts[node + 1]!; at++) {
      const [one, other] = [part[node]!, part[targets[at]!]!]
      if (one >= other) continue
      const key = one * count + other
      between.set(key, (between.get(key) ?? 0) + weights[at]!)
    }
  }
  return rowsOf(
    total,
    [...between].map(([key, weight]) => [Math.floor(key / count), key % count, weight] as const),
  )
}

function numbered(of: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const names = new Map<number, number>()
  return of.map((community) => {
    const known = names.get(community) ?? names.size
    names.set(community, known)
    return known
  })
}
