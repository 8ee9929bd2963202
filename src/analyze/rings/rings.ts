import { createHash } from 'node:crypto'
import type { PhoneNumber } from '../../model/phone-number.ts'
import { LINK_KINDS, MAX_SHOWN } from '../../model/ring.ts'
import type { LinkKind, LinkReason, Ring, RingLink } from '../../model/ring.ts'
import { compare } from './compare.ts'
import { common, kindOf, numberOf, pairsOf, tiesOf } from './graph-parts.ts'
import type { Group, Parts } from './graph-parts.ts'
import type { ThingKind } from './kinds.ts'
import { LINK_LOG_ODDS } from './log-odds.ts'
import { WEIGHTS } from './weights.ts'

/** The name of a ring that was not known before: made from the member seen first. */
export function ringId(seenFirst: string): string {
  return `r-${createHash('sha256').update(seenFirst).digest('hex').slice(0, 12)}`
}

/** The member of a group that was seen first. */
export function seenFirst(parts: Parts, { nodes }: Group): PhoneNumber {
  return numberOf(
    parts,
    nodes.reduce((first, node) => (bySight(parts, node, first) < 0 ? node : first)),
  )
}

/** What is told of a group of numbers as a ring: its links with why, its brands and senders, and its time. */
export function ringOf(parts: Parts, id: string, { nodes }: Group): Ring {
  const { firstSeenAt, lastSeenAt } = parts.nodes
  const members = nodes.toSorted((a, b) => bySight(parts, a, b))
  const own = new Set(nodes)
  const links = nodes.flatMap((node) => [...pairsOf(parts, node)].filter((pair) => isLink(parts, pair, node, own)))
  return {
    id,
    numbers: members.map((node) => numberOf(parts, node)),
    links: links.map((pair) => linkOf(parts, pair)).sort(byNumbers),
    messages: messagesIn(parts, nodes),
    brands: distinct(members.flatMap((node) => parts.brands[node]!)),
    senderDomains: distinct(members.flatMap((node) => sharedOf(parts, node, 'sender_domain'))),
    firstSeenAt: firstSeenAt[members[0]!]!,
    lastSeenAt: members.reduce((latest, node) => Math.max(latest, lastSeenAt[node]!), -Infinity),
  }
}

/** Said once, by the node of lesser digits. */
function isLink({ pairs }: Parts, pair: number, node: number, own: ReadonlySet<number>): boolean {
  return pairs.a[pair] === node && own.has(pairs.b[pair]!) && pairs.weight[pair]! >= LINK_LOG_ODDS
}

/** Distinct ones: what several members stood in is counted once. */
function messagesIn(parts: Parts, nodes: readonly number[]): number {
  const met = new Set<string>()
  let count = 0
  for (const node of nodes) {
    count += parts.nodes.messages[node]!
    for (const id of sharedOf(parts, node, 'message')) {
      if (met.has(id)) count -= 1
      met.add(id)
    }
  }
  return count
}

function sharedOf(parts: Parts, node: number, kind: ThingKind): string[] {
  const own: string[] = []
  for (const tie of tiesOf(parts, node)) {
    const thing = parts.ties.thing[tie]!
    if (kindOf(parts, thing) === kind) own.push(String(parts.shared[thing]))
  }
  return own
}

function linkOf(parts: Parts, pair: number): RingLink {
  const [a, b] = [parts.pairs.a[pair]!, parts.pairs.b[pair]!]
  const reasons: LinkReason[] = compare(parts, a, b)
    .map(({ kind, shared, level }) => ({ kind, shared, weight: rounded(WEIGHTS[level]) }))
    .sort((one, other) => other.weight - one.weight || RANKS[one.kind] - RANKS[other.kind])
  // Something was shared, or nothing had brought them together.
  const main = reasons.find(({ kind, shared }) => shared !== '' && kind !== 'country' && kind !== 'time')!
  return {
    kind: main.kind,
    from: numberOf(parts, a),
    to: numberOf(parts, b),
    shared: main.shared,
    weight: rounded(parts.pairs.weight[pair]!),
    reasons,
    messages: messagesOf(parts, a, b, main),
  }
}

/** Messages of what tells most, and then of whatever else both share; each side is shown. */
function messagesOf(parts: Parts, a: number, b: number, main: LinkReason): string[] {
  const { ties, shared, evidence } = parts
  const both = common(parts, a, b)
  const things: { rank: number; name: string; at: number }[] = []
  for (let at = 0; at < both.length; at += 2) {
    const thing = ties.thing[both[at]!]!
    const [kind, name] = [kindOf(parts, thing), String(shared[thing])]
    things.push({ rank: kind === main.kind && name === main.shared ? -1 : RANKS[kind], name, at })
  }
  things.sort((one, other) => one.rank - other.rank || (one.name < other.name ? -1 : 1))
  const ids = new Set<string>()
  for (const { at } of things) ids.add(evidence[both[at]!]!).add(evidence[both[at + 1]!]!)
  ids.delete('')
  return [...ids].slice(0, MAX_SHOWN)
}

const RANKS = Object.fromEntries(LINK_KINDS.map((kind, rank) => [kind, rank])) as Readonly<Record<LinkKind, number>>

/** Three digits after the point say all that the counts behind them can. */
const rounded = (weight: number): number => Math.round(weight * 1_000) / 1_000

function bySight({ nodes: { digits, firstSeenAt } }: Parts, a: number, b: number): number {
  return firstSeenAt[a]! - firstSeenAt[b]! || digits[a]! - digits[b]!
}

function byNumbers(one: RingLink, other: RingLink): number {
  return one.from === other.from ? (one.to < other.to ? -1 : 1) : one.from < other.from ? -1 : 1
}

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)].filter((text) => text !== '').sort()
