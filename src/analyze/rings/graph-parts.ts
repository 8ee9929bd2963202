import { numberFromDigits } from '../../model/phone-number.ts'
import type { PhoneNumber } from '../../model/phone-number.ts'
import { KIND_NAMES } from './kinds.ts'
import type { ThingKind } from './kinds.ts'
import { table } from './table.ts'

export const NONE = -1

/**
 * What a graph of numbers is made of, each a row of a table. Lists go from row to row: the first in the one that has the
 * list, the next in each of the list; NONE ends them.
 */
export type Parts = ReturnType<typeof graphParts>

export function graphParts() {
  return {
    /** Numbers. country: the calling code. messages: how many showed it. ties and pairs begin lists. */
    nodes: table({
      digits: Float64Array,
      firstSeenAt: Float64Array,
      lastSeenAt: Float64Array,
      country: Uint16Array,
      messages: Int32Array,
      ties: Int32Array,
      pairs: Int32Array,
    }),
    /** Of each node; the same list for all that have the same. */
    brands: [] as (readonly string[])[],
    /** Of each node that links hold together with others. */
    components: [] as (Component | null)[],

    /**
     * Things that numbers share. kind: of KIND_NAMES. isOpen: 1 where it can tie none, whoever shares it. ties begins a list
     * of count. mark, last: see `common` and `senders-of.ts`.
     */
    things: table({
      kind: Uint8Array,
      isOpen: Uint8Array,
      count: Int32Array,
      ties: Int32Array,
      mark: Int32Array,
      last: Float64Array,
    }),
    /** Places that were counted so far, so that those of before are told from those of now. */
    counted: 0,
    /** What each is called; of a block its first digits. */
    shared: [] as (string | number)[],

    /**
     * A number in a thing.
     *
     * spell, sender: which campaign of the thing it is in, and which of the senders who have nothing else in common; NONE
     *                in a hub. senders: how many the campaign has.
     * same, before:  pairs with the one before it of the same sender, and with the one before it where that is another's.
     */
    ties: table({
      thing: Int32Array,
      node: Int32Array,
      firstSeenAt: Float64Array,
      lastSeenAt: Float64Array,
      spell: Int32Array,
      sender: Int32Array,
      senders: Int32Array,
      same: Int32Array,
      before: Int32Array,
      nextOfNode: Int32Array,
      nextInThing: Int32Array,
      lastInThing: Int32Array,
    }),
    /** Id of a message that shows each tie; '' where none does. */
    evidence: [] as string[],

    /**
     * Two numbers that at least one thing brings together: a has the lesser digits. count: how many things do.
     * weight: log-odds that both belong to one ring.
     */
    pairs: table({
      a: Int32Array,
      b: Int32Array,
      count: Int32Array,
      weight: Float64Array,
      nextOfA: Int32Array,
      nextOfB: Int32Array,
    }),
  }
}

/** Nodes found to belong together, by digits. */
export type Group = { readonly nodes: readonly number[] }

/** All that links hold together, and the groups it falls into where only thin links do. */
export type Component = { readonly nodes: readonly number[]; readonly groups: readonly Group[] }

export function kindOf({ things }: Parts, thing: number): ThingKind {
  return KIND_NAMES[things.kind[thing]!]!
}

export function numberOf({ nodes }: Parts, node: number): PhoneNumber {
  return numberFromDigits(nodes.digits[node]!)
}

/** The pairs of a node. */
export function* pairsOf({ nodes, pairs }: Parts, node: number): Generator<number> {
  for (let pair = nodes.pairs[node]!; pair !== NONE;) {
    yield pair
    pair = nextPair(pairs, pair, node)
  }
}

export function nextPair(pairs: Parts['pairs'], pair: number, node: number): number {
  return pairs.a[pair] === node ? pairs.nextOfA[pair]! : pairs.nextOfB[pair]!
}

/** The ties of a node. */
export function* tiesOf({ nodes, ties }: Parts, node: number): Generator<number> {
  for (let tie = nodes.ties[node]!; tie !== NONE; tie = ties.nextOfNode[tie]!) yield tie
}

/**
 * What two nodes stand in both: a tie of one, the tie of the other, and so on. Marks the things of one, so it looks at each
 * tie once.
 */
export function common({ nodes, ties, things }: Parts, one: number, other: number): number[] {
  for (let tie = nodes.ties[one]!; tie !== NONE; tie = ties.nextOfNode[tie]!) things.mark[ties.thing[tie]!] = tie
  const both: number[] = []
  for (let tie = nodes.ties[other]!; tie !== NONE; tie = ties.nextOfNode[tie]!) {
    const thing = ties.thing[tie]!
    const marked = things.mark[thing]!
    // A mark of before is told by what it points to: it is ours only where that tie still is.
    if (marked !== NONE && ties.node[marked] === one && ties.thing[marked] === thing) both.push(marked, tie)
  }
  return both
}
