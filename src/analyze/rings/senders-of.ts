import { DAY_MILLIS } from '../../model/day.ts'
import { NONE } from './graph-parts.ts'
import type { Parts } from './graph-parts.ts'
import { KIND_NAMES, KINDS } from './kinds.ts'

/** What is silent for so long comes back as another campaign. */
export const SILENCE_DAYS = 45

const MOST_NUMBERS = KIND_NAMES.map((kind) => KINDS[kind].mostNumbers)
const BLOCK = KIND_NAMES.indexOf('block')

/** Whether more numbers share it than can be of one ring, or anyone may. */
export function isHub({ things }: Parts, thing: number): boolean {
  return things.isOpen[thing] === 1 || things.count[thing]! > MOST_NUMBERS[things.kind[thing]!]!
}

/** Told that a tie is brought together with an earlier one of its thing. */
export type Bring = (tie: number, as: 'same' | 'before', earlier: number) => void

/**
 * Tells of each number in a thing which campaign and which sender it is of: numbers are of one sender where something
 * that strangers hardly share ties them as well, directly or through others in the thing. A template that each of ten
 * rivals bought has ten senders or more, one that a gang uses under ten domains with one reply-to address has one.
 *
 * Out: bring is told each number with the one before it of the same sender, and with the one before it where that is
 *      another's. A campaign replaces its numbers one by one, so a chain says as much as all pairs do, in linear time.
 */
export function tellSenders(parts: Parts, thing: number, bring: Bring): void {
  const { nodes, ties } = parts
  const own = tiesIn(parts, thing)
  if (isHub(parts, thing)) {
    for (const tie of own) ties.spell[tie] = ties.sender[tie] = ties.senders[tie] = NONE
    return
  }
  if (own.length > 1) {
    own.sort(
      (a, b) =>
        ties.firstSeenAt[a]! - ties.firstSeenAt[b]! || nodes.digits[ties.node[a]!]! - nodes.digits[ties.node[b]!]!,
    )
  }
  let [start, spell, lastSeenAt] = [0, 0, -Infinity]
  for (const [at, tie] of own.entries()) {
    if (ties.firstSeenAt[tie]! - lastSeenAt > SILENCE_DAYS * DAY_MILLIS && at > 0) {
      tellSpell(parts, thing, own.slice(start, at), spell++, bring)
      start = at
      lastSeenAt = -Infinity
    }
    lastSeenAt = Math.max(lastSeenAt, ties.lastSeenAt[tie]!)
  }
  tellSpell(parts, thing, start === 0 ? own : own.slice(start), spell, bring)
}

/** Of a hundred, each number with the next higher one. */
export function tellNeighbours(parts: Parts, thing: number, bring: Bring): void {
  const { nodes, ties } = parts
  const own = tiesIn(parts, thing).sort((a, b) => nodes.digits[ties.node[a]!]! - nodes.digits[ties.node[b]!]!)
  for (let at = 1; at < own.length; at++) bring(own[at]!, 'before', own[at - 1]!)
}

function tiesIn({ things, ties }: Parts, thing: number): number[] {
  const own: number[] = []
  for (let tie = things.ties[thing]!; tie !== NONE; tie = ties.nextInThing[tie]!) own.push(tie)
  return own
}

/** One campaign. In: own, its ties as they were first seen. */
function tellSpell(parts: Parts, thing: number, own: readonly number[], spell: number, bring: Bring): void {
  const { ties } = parts
  const roots = own.length > 1 ? rootsOf(parts, thing, own) : [0]
  const senders = roots.reduce((count, root, at) => count + Number(root === at), 0)
  /** Of each root, the last of its ties. */
  const lastOf: number[] = []
  for (const [at, tie] of own.entries()) {
    const root = roots[at]!
    ties.spell[tie] = spell
    ties.sender[tie] = root
    ties.senders[tie] = senders
    const same = lastOf[root]
    if (same !== undefined) bring(tie, 'same', same)
    if (at > 0 && roots[at - 1] !== root) bring(tie, 'before', own[at - 1]!)
    lastOf[root] = tie
  }
}

/** Of each tie, the place of the one that stands for its sender: the same for all of one sender. */
function rootsOf(parts: Parts, thing: number, own: readonly number[]): number[] {
  const { nodes, ties, things, brands, counted } = parts
  parts.counted += own.length
  const tells = TELLS_SENDER[things.kind[thing]!]!
  const parents = own.map((_, at) => at)
  const rootOf = (start: number): number => {
    let at = start
    while (parents[at] !== at) at = parents[at] = parents[parents[at]!]!
    return at
  }
  /** Of a block and a brand, the last place. */
  const lastWithBrand = new Map<string, number>()
  for (const [at, tie] of own.entries()) {
    const node = ties.node[tie]!
    for (let other = nodes.ties[node]!; other !== NONE; other = ties.nextOfNode[other]!) {
      const by = ties.thing[other]!
      if (by === thing || !tells[things.kind[by]!] || things.count[by]! < 2 || isHub(parts, by)) continue
      if (things.kind[by] !== BLOCK) {
        const last = things.last[by]! - counted
        things.last[by] = counted + at
        if (last >= 0) parents[rootOf(at)] = rootOf(last)
        continue
      }
      // A block is sold to several buyers: neighbours are one sender's where they came together and play the same part.
      for (const brand of brands[node]!) {
        const key = `${by} ${brand}`
        const last = lastWithBrand.get(key)
        lastWithBrand.set(key, at)
        if (last !== undefined && cameTogether(parts, node, ties.node[own[last]!]!)) parents[rootOf(at)] = rootOf(last)
      }
    }
  }
  return parents.map((_, at) => rootOf(at))
}

/** Numbers bought together are first seen so near each other. */
const BOUGHT_TOGETHER_DAYS = 14

export function cameTogether({ nodes }: Parts, one: number, other: number): boolean {
  return Math.abs(nodes.firstSeenAt[one]! - nodes.firstSeenAt[other]!) <= BOUGHT_TOGETHER_DAYS * DAY_MILLIS
}

/**
 * Of each kind, the kinds that tell its senders: what strangers hardly share tells the senders of what they might. What
 * they hardly share itself, such as an address, they share where nothing of another family is the same.
 */
const TELLS_SENDER: readonly (readonly boolean[])[] = KIND_NAMES.map((own) =>
  KIND_NAMES.map((by) => (KINDS[own].isAnchor ? KINDS[by].family !== KINDS[own].family : KINDS[by].isAnchor)),
)
