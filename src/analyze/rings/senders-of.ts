import { DAY_MILLIS } from '../../model/day.ts'
import { KINDS } from './kinds.ts'
import { NONE } from './graph-parts.ts'
import type { Node, Thing, Tie } from './graph-parts.ts'

/** What is silent for so long comes back as another campaign. */
export const SILENCE_DAYS = 45

/** Whether more numbers share it than can be of one ring. */
export function isHub({ kind, ties }: Thing): boolean {
  return ties.length > KINDS[kind].mostNumbers
}

/**
 * Tells of each number in a thing which campaign and which sender it is of: numbers are of one sender where something
 * that strangers hardly share ties them as well, directly or through others in the thing. A template that each of ten
 * rivals bought has ten senders or more, one that a gang uses under ten domains with one reply-to address has one.
 *
 * Out: pairs that the thing brings together: each number with the one before it of the same sender, and with the one
 *      before it where that is another's. A campaign replaces its numbers one by one, so a chain says as much as all
 *      pairs do, in linear time.
 */
export function sendersOf(thing: Thing): [Node, Node][] {
  const { ties } = thing
  if (isHub(thing)) {
    for (const tie of ties) tie.spell = tie.sender = tie.senders = NONE
    return []
  }
  ties.sort(bySight)
  const pairs: [Node, Node][] = []
  let [start, spell, lastSeenAt] = [0, 0, -Infinity]
  for (const [at, tie] of ties.entries()) {
    if (tie.firstSeenAt - lastSeenAt > SILENCE_DAYS * DAY_MILLIS && at > 0) {
      tellSenders(thing, ties.slice(start, at), spell++, pairs)
      start = at
      lastSeenAt = -Infinity
    }
    lastSeenAt = Math.max(lastSeenAt, tie.lastSeenAt)
  }
  tellSenders(thing, ties.slice(start), spell, pairs)
  return pairs
}

function tellSenders(own: Thing, ties: readonly Tie[], spell: number, pairs: [Node, Node][]): void {
  const parents = ties.map((_, at) => at)
  const rootOf = (at: number): number => {
    while (parents[at] !== at) at = parents[at] = parents[parents[at]!]!
    return at
  }
  const lastWith = new Map<string, number>()
  for (const [at, { node }] of ties.entries()) {
    for (const { thing } of node.ties) {
      if (!tellsSender(thing, own) || thing.ties.length < 2 || isHub(thing)) continue
      // A block is sold to several buyers: neighbours are one sender's where they came together and play the same part.
      const parts = thing.kind === 'block' ? node.member.brands : ['']
      for (const part of parts) {
        const key = `${thing.id} ${part}`
        const last = lastWith.get(key)
        lastWith.set(key, at)
        if (last === undefined || (part !== '' && !cameTogether(node, ties[last]!.node))) continue
        parents[rootOf(at)] = rootOf(last)
      }
    }
  }
  const senders = new Set(parents.map((_, at) => rootOf(at))).size
  const lastOf = new Map<number, Tie>()
  for (const [at, tie] of ties.entries()) {
    tie.spell = spell
    tie.sender = rootOf(at)
    tie.senders = senders
    const same = lastOf.get(tie.sender)
    if (same) pairs.push([same.node, tie.node])
    const before = ties[at - 1]
    if (before && before.sender !== tie.sender) pairs.push([before.node, tie.node])
    lastOf.set(tie.sender, tie)
  }
}

/** Numbers bought together are first seen so near each other. */
const BOUGHT_TOGETHER_DAYS = 14

export function cameTogether({ member: one }: Node, { member: other }: Node): boolean {
  return Math.abs(one.firstSeenAt - other.firstSeenAt) <= BOUGHT_TOGETHER_DAYS * DAY_MILLIS
}

/**
 * What strangers hardly share tells the senders of what they might. What they hardly share itself, such as an address,
 * they share where nothing of another family is the same.
 */
function tellsSender(thing: Thing, own: Thing): boolean {
  if (thing === own) return false
  return KINDS[own.kind].isAnchor ? thing.family !== own.family : KINDS[thing.kind].isAnchor
}

function bySight(a: Tie, b: Tie): number {
  return a.firstSeenAt - b.firstSeenAt || a.node.digits - b.node.digits
}

/** Of a hundred, each number with the next higher one. */
export function neighboursIn({ ties }: Thing): [Node, Node][] {
  ties.sort((a, b) => a.node.digits - b.node.digits)
  return ties.slice(1).map((tie, at) => [ties[at]!.node, tie.node])
}
