import { DAY_MILLIS } from '../model/day.ts'
import type { PhoneNumber } from '../model/phone-number.ts'
import { isOpenSender } from '../model/open-senders.ts'
import { MAX_SHOWN } from '../model/ring.ts'
import type { LinkKind, RingLink } from '../model/ring.ts'

/** One number as it stood in a shared thing, in mails of one sender domain ('' where none is known). */
export type Standing = {
  readonly number: PhoneNumber
  readonly senderDomain: string
  readonly firstSeenAt: number
  readonly lastSeenAt: number
  /** Ids of messages that show it. */
  readonly messages: readonly string[]
}

/** A message, attachment or template, with the numbers that stood in it. */
export type SharedThing = { readonly kind: LinkKind; readonly shared: string; readonly standings: readonly Standing[] }

/**
 * How much a shared thing may tie; beyond it is a hub. A message or an attachment with more numbers is a directory. A
 * template may show many numbers of few senders, since that is how a gang rotates; with many senders who have nothing
 * else in common it is a kit sold to all of them. Source: no lure of the labelled mail shows more than nine numbers;
 * the rest is assumed until rings are measured on labels.
 */
export const LIMITS: Readonly<Record<LinkKind, { readonly numbers: number; readonly senders: number }>> = {
  message: { numbers: 10, senders: Infinity },
  attachment: { numbers: 10, senders: Infinity },
  template: { numbers: 500, senders: 40 },
}

/** A template or attachment silent for so long comes back as another campaign. */
export const CAMPAIGN_SILENCE_DAYS = 45

/**
 * Links the numbers of one shared thing, each to the one seen before it: a campaign replaces its numbers one by one,
 * and a chain says as much as all pairs do.
 *
 * A thing is split into campaigns at long silences. A campaign that is a hub ties only numbers that share a sender
 * domain of their own as well, and where even those are too many, none. So a template that a hundred unrelated senders
 * use makes no ring of a hundred.
 */
export function linksOf(thing: SharedThing): RingLink[] {
  return campaignsOf(thing.standings)
    .flatMap((campaign) => withoutHubs(thing.kind, campaign))
    .flatMap((tied) => chain(thing, tied))
}

/** Links of one kind between the same two numbers become one, with the messages of all, at most MAX_SHOWN. */
export function mergeLinks(links: Iterable<RingLink>): RingLink[] {
  const merged = new Map<string, RingLink>()
  for (const link of links) {
    const key = `${link.from} ${link.to} ${link.kind}`
    const known = merged.get(key)
    if (!known) merged.set(key, link)
    else if (known.messages.length < MAX_SHOWN) merged.set(key, { ...known, messages: shown(known, link) })
  }
  return [...merged.values()]
}

function campaignsOf(standings: readonly Standing[]): Standing[][] {
  const campaigns: Standing[][] = []
  let lastSeenAt = -Infinity
  for (const standing of standings.toSorted(bySightThenNumber)) {
    const isNew = standing.firstSeenAt - lastSeenAt > CAMPAIGN_SILENCE_DAYS * DAY_MILLIS
    if (isNew) campaigns.push([])
    campaigns.at(-1)?.push(standing)
    lastSeenAt = Math.max(lastSeenAt, standing.lastSeenAt)
  }
  return campaigns
}

function withoutHubs(kind: LinkKind, campaign: readonly Standing[]): (readonly Standing[])[] {
  if (!isHub(kind, campaign)) return [campaign]
  const byDomain = new Map<string, Standing[]>()
  for (const standing of campaign) {
    if (!hasOwnDomain(standing)) continue
    const same = byDomain.get(standing.senderDomain)
    if (same) same.push(standing)
    else byDomain.set(standing.senderDomain, [standing])
  }
  return [...byDomain.values()].filter((group) => !isHub(kind, group))
}

/** Who sends from an open domain, or is not known, counts as a sender of its own with each number. */
function isHub(kind: LinkKind, standings: readonly Standing[]): boolean {
  const numbers = new Set(standings.map((standing) => standing.number))
  const senders = new Set(standings.filter(hasOwnDomain).map((standing) => standing.senderDomain))
  const related = new Set(standings.filter(hasOwnDomain).map((standing) => standing.number))
  const { numbers: mostNumbers, senders: mostSenders } = LIMITS[kind]
  return numbers.size > mostNumbers || senders.size + (numbers.size - related.size) > mostSenders
}

function hasOwnDomain({ senderDomain }: Standing): boolean {
  return senderDomain !== '' && !isOpenSender(senderDomain)
}

function chain({ kind, shared }: SharedThing, tied: readonly Standing[]): RingLink[] {
  const first = new Map<PhoneNumber, Standing>()
  for (const standing of tied) if (!first.has(standing.number)) first.set(standing.number, standing)
  const numbers = [...first.values()]
  return numbers.slice(1).map((later, i) => {
    const earlier = numbers[i]!
    const [from, to] = earlier.number < later.number ? [earlier, later] : [later, earlier]
    return { kind, shared, from: from.number, to: to.number, messages: shown(earlier, later) }
  })
}

/** Some messages of both, taken in turn so that each side is shown. */
function shown(one: { messages: readonly string[] }, other: { messages: readonly string[] }): string[] {
  const turns = Array.from({ length: MAX_SHOWN }, (_, i) => [one.messages[i], other.messages[i]]).flat()
  return [...new Set(turns.filter((id) => id !== undefined))].slice(0, MAX_SHOWN)
}

function bySightThenNumber(a: Standing, b: Standing): number {
  return a.firstSeenAt - b.firstSeenAt || (a.number < b.number ? -1 : a.number > b.number ? 1 : 0)
}
