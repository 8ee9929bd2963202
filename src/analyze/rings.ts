import { createHash } from 'node:crypto'
import type { PhoneNumber } from '../model/phone-number.ts'
import type { Ring, RingLink } from '../model/ring.ts'
import { components } from './components.ts'

/** What is known of a ring's member. */
export type Member = {
  readonly number: PhoneNumber
  readonly firstSeenAt: number
  readonly lastSeenAt: number
  readonly brands: readonly string[]
  readonly senderDomains: readonly string[]
  /** Stand-ins for the ids of its messages, good for counting distinct ones. */
  readonly messages: readonly number[]
}

/**
 * Makes rings of linked numbers: whatever is tied together, directly or through others.
 *
 * One number in many messages is no ring: a ring says that numbers belong together, and takes two of them.
 *
 * In:  links, as merged; members, at least every number that a link names (others are left out).
 * Out: rings, most numbers first.
 */
export function ringsOf(links: readonly RingLink[], members: Iterable<Member>): Ring[] {
  const groups = components(links.map(({ from, to }) => [from, to] as const))
  const groupOf = new Map(groups.flatMap((group) => group.map((number) => [number, group] as const)))
  const membersOf = gather(members, (member) => groupOf.get(member.number))
  const linksOf = gather(links, (link) => groupOf.get(link.from))
  return groups
    .map((group) => ringOf(membersOf.get(group) ?? [], linksOf.get(group) ?? []))
    .sort((a, b) => b.numbers.length - a.numbers.length || (a.id < b.id ? -1 : 1))
}

/** The name of a ring: made from the member seen first, so that it stays while that one does. */
export function ringId(seenFirst: PhoneNumber): string {
  return `r-${createHash('sha256').update(seenFirst).digest('hex').slice(0, 12)}`
}

function ringOf(members: readonly Member[], links: readonly RingLink[]): Ring {
  const bySight = members.toSorted((a, b) => a.firstSeenAt - b.firstSeenAt || (a.number < b.number ? -1 : 1))
  return {
    id: ringId(bySight[0]!.number),
    numbers: bySight.map((member) => member.number),
    links: links.toSorted((a, b) => (linkKey(a) < linkKey(b) ? -1 : 1)),
    messages: new Set(members.flatMap((member) => member.messages)).size,
    brands: distinct(members.flatMap((member) => member.brands)),
    senderDomains: distinct(members.flatMap((member) => member.senderDomains)),
    firstSeenAt: bySight[0]!.firstSeenAt,
    lastSeenAt: bySight.reduce((latest, { lastSeenAt }) => Math.max(latest, lastSeenAt), -Infinity),
  }
}

const linkKey = ({ kind, from, to }: RingLink): string => `${from} ${to} ${kind}`

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)].filter((text) => text !== '').sort()

function gather<Item, Key>(items: Iterable<Item>, keyOf: (item: Item) => Key | undefined): Map<Key, Item[]> {
  const gathered = new Map<Key, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    if (key === undefined) continue
    const same = gathered.get(key)
    if (same) same.push(item)
    else gathered.set(key, [item])
  }
  return gathered
}
