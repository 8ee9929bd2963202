import { nextPair, NONE } from './graph-parts.ts'
import type { Parts } from './graph-parts.ts'

/** Puts a tie into the lists of its node and of its thing. */
export function linkTie({ nodes, things, ties }: Parts, tie: number): void {
  const [node, thing] = [ties.node[tie]!, ties.thing[tie]!]
  ties.nextOfNode[tie] = nodes.ties[node]!
  nodes.ties[node] = tie
  const next = things.ties[thing]!
  ties.nextInThing[tie] = next
  ties.lastInThing[tie] = NONE
  if (next !== NONE) ties.lastInThing[next] = tie
  things.ties[thing] = tie
  things.count[thing]! += 1
}

/** Takes a tie out of the list of its thing. */
export function unlinkFromThing({ things, ties }: Parts, tie: number): void {
  const [thing, last, next] = [ties.thing[tie]!, ties.lastInThing[tie]!, ties.nextInThing[tie]!]
  if (last === NONE) things.ties[thing] = next
  else ties.nextInThing[last] = next
  if (next !== NONE) ties.lastInThing[next] = last
  things.count[thing]! -= 1
}

/** Takes a tie out of the list of its node. */
export function unlinkFromNode({ nodes, ties }: Parts, tie: number): void {
  const node = ties.node[tie]!
  if (nodes.ties[node] === tie) {
    nodes.ties[node] = ties.nextOfNode[tie]!
    return
  }
  let before = nodes.ties[node]!
  while (ties.nextOfNode[before] !== tie) before = ties.nextOfNode[before]!
  ties.nextOfNode[before] = ties.nextOfNode[tie]!
}

/** The pair of two nodes, counted once more; made where they were not brought together before. */
export function countPair(parts: Parts, one: number, other: number): number {
  const { nodes, pairs } = parts
  const [a, b] = nodes.digits[one]! < nodes.digits[other]! ? [one, other] : [other, one]
  for (let pair = nodes.pairs[a]!; pair !== NONE; pair = nextPair(pairs, pair, a)) {
    if (pairs.a[pair] !== a || pairs.b[pair] !== b) continue
    pairs.count[pair]! += 1
    return pair
  }
  const pair = pairs.take()
  pairs.a[pair] = a
  pairs.b[pair] = b
  pairs.count[pair] = 1
  pairs.weight[pair] = -Infinity
  pairs.nextOfA[pair] = nodes.pairs[a]!
  pairs.nextOfB[pair] = nodes.pairs[b]!
  nodes.pairs[a] = nodes.pairs[b] = pair
  return pair
}

/** Counts a pair once less; one that nothing brings together any more is gone. */
export function releasePair(parts: Parts, pair: number): void {
  const { pairs } = parts
  if (pair === NONE) return
  pairs.count[pair]! -= 1
  if (pairs.count[pair]! > 0) return
  unlinkPair(parts, pair, pairs.a[pair]!)
  unlinkPair(parts, pair, pairs.b[pair]!)
  pairs.free(pair)
}

function unlinkPair({ nodes, pairs }: Parts, pair: number, node: number): void {
  const next = nextPair(pairs, pair, node)
  let before = nodes.pairs[node]!
  if (before === pair) {
    nodes.pairs[node] = next
    return
  }
  for (;;) {
    const after = nextPair(pairs, before, node)
    if (after === pair) break
    before = after
  }
  if (pairs.a[before] === node) pairs.nextOfA[before] = next
  else pairs.nextOfB[before] = next
}
