import { createHash } from 'node:crypto'
import type { PhoneNumber } from '../../model/phone-number.ts'
import { LINK_KINDS, MAX_SHOWN } from '../../model/ring.ts'
import type { LinkReason, Ring, RingLink } from '../../model/ring.ts'
import { common, compare } from './compare.ts'
import type { Group, Node, Pair } from './graph-parts.ts'
import { LINK_LOG_ODDS } from './log-odds.ts'
import { WEIGHTS } from './weights.ts'

/** The name of a ring that was not known before: made from the member seen first. */
export function ringId(seenFirst: string): string {
  return `r-${createHash('sha256').update(seenFirst).digest('hex').slice(0, 12)}`
}

/** The member of a group that was seen first. */
export function seenFirst({ nodes }: Group): PhoneNumber {
  return nodes.reduce((first, node) => (bySight(node, first) < 0 ? node : first)).member.number
}

/** What is told of a group of numbers as a ring: its links with why, its brands and senders, and its time. */
export function ringOf(id: string, { nodes }: Group): Ring {
  const members = nodes.toSorted(bySight).map(({ member }) => member)
  const own = new Set(nodes)
  const links = nodes.flatMap((node) =>
    node.pairs.filter(({ a, b, weight }) => a === node && own.has(b) && weight >= LINK_LOG_ODDS),
  )
  return {
    id,
    numbers: members.map(({ number }) => number),
    links: links.map(linkOf).sort((one, other) => (linkKey(one) < linkKey(other) ? -1 : 1)),
    messages: new Set(members.flatMap(({ messages }) => messages)).size,
    brands: distinct(members.flatMap(({ brands }) => brands)),
    senderDomains: distinct(
      members.flatMap(({ standings }) =>
        standings.filter(({ kind }) => kind === 'sender_domain').map(({ shared }) => shared),
      ),
    ),
    firstSeenAt: members[0]!.firstSeenAt,
    lastSeenAt: members.reduce((latest, { lastSeenAt }) => Math.max(latest, lastSeenAt), -Infinity),
  }
}

function linkOf({ a, b, weight }: Pair): RingLink {
  const reasons: LinkReason[] = compare(a, b)
    .map(({ kind, shared, level }) => ({ kind, shared, weight: rounded(WEIGHTS[level]) }))
    .sort((one, other) => other.weight - one.weight || LINK_KINDS.indexOf(one.kind) - LINK_KINDS.indexOf(other.kind))
  // Something was shared, or nothing had brought them together.
  const main = reasons.find(({ kind, shared }) => shared !== '' && kind !== 'country' && kind !== 'time')!
  return {
    kind: main.kind,
    from: a.member.number,
    to: b.member.number,
    shared: main.shared,
    weight: rounded(weight),
    reasons,
    messages: messagesOf(a, b, main),
  }
}

/** Messages of what tells most, and then of whatever else both share; each side is shown. */
function messagesOf(a: Node, b: Node, main: LinkReason): string[] {
  const shared = [...common(a.ties, b.ties)].sort(
    ([{ thing: one }], [{ thing: other }]) =>
      Number(isMain(other, main)) - Number(isMain(one, main)) || one.id - other.id,
  )
  const ids = shared.flatMap(([one, other]) => [one.message, other.message])
  return [...new Set(ids)].filter((id) => id !== '').slice(0, MAX_SHOWN)
}

const isMain = (thing: { kind: string; shared: string }, { kind, shared }: LinkReason): boolean =>
  thing.kind === kind && thing.shared === shared

/** Three digits after the point say all that the counts behind them can. */
const rounded = (weight: number): number => Math.round(weight * 1_000) / 1_000

function bySight({ digits: a, member: one }: Node, { digits: b, member: other }: Node): number {
  return one.firstSeenAt - other.firstSeenAt || a - b
}

const linkKey = ({ from, to }: RingLink): string => `${from} ${to}`

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)].filter((text) => text !== '').sort()
