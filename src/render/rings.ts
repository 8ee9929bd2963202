import { LINK_KINDS } from '../model/ring.ts'
import type { LinkReason, Ring, RingEvent, RingLink } from '../model/ring.ts'
import { isoDay, isoPeriod, isoTime } from './iso-time.ts'
import { many } from './many.ts'
import { plainText } from './plain-text.ts'

/** Numbers, brands and links that the terminal shows of one ring in a list. */
const LISTED = 6
/** Numbers that the JSON of one shows. */
const SAMPLE = 4

/** The JSON of a ring, complete. */
export function ringJson(ring: Ring): Record<string, unknown> {
  const { firstSeenAt, lastSeenAt, ...rest } = ring
  return { ...rest, firstSeen: isoTime(firstSeenAt), lastSeen: isoTime(lastSeenAt) }
}

/** The same in a list: counts where there may be thousands, and a few of its numbers, seen last. */
export function ringRowJson(ring: Ring): Record<string, unknown> {
  const { numbers, links } = ring
  const { numbers: _numbers, links: _links, ...rest } = ringJson(ring)
  return { ...rest, numberCount: numbers.length, linkCount: links.length, sample: numbers.slice(-SAMPLE) }
}

/** What became of a ring, as JSON. */
export function ringEventJson({ at, kind, numbers, others }: RingEvent): Record<string, unknown> {
  return { at: isoTime(at), kind, numbers, others }
}

/** What became of a ring, a line each: `2026-03-02  merged with r-0123456789ab, 12 numbers`. */
export function ringHistory(events: readonly RingEvent[]): string {
  return events.map(eventLine).join('\n')
}

function eventLine({ at, kind, numbers, others }: RingEvent): string {
  const words = others.length === 0 ? kind : `${kind} ${EVENT_WORDS[kind] ?? ''}${others.join(', ')}`
  return `  ${isoDay(at)}  ${words}${numbers > 0 ? `, ${many(numbers, 'number')}` : ''}`
}

/** Between what happened and the rings it happened with. */
const EVENT_WORDS: Partial<Record<RingEvent['kind'], string>> = { merged: 'with ', split: 'from ', ended: 'in ' }

/** A ring in a list: what it is, its first numbers, and what ties it. */
export function ringSummary(ring: Ring): string {
  return [headline(ring), `  ${some(ring.numbers, LISTED)}`, ...about(ring), `  tied by ${kinds(ring.links)}`].join(
    '\n',
  )
}

/** What is remembered of a message that shows a link. */
export type LinkMessage = { readonly id: string; readonly seenAt: number; readonly senderDomain: string | null }

/** One ring with every number and every link, and the messages that show each: id, sender's domain, day. */
export function ringCard(ring: Ring, shown: readonly LinkMessage[] = []): string {
  const messages = new Map(shown.map((message) => [message.id, message]))
  return [
    headline(ring),
    ...about(ring),
    ...ring.numbers.map((number) => `  ${number}`),
    ...ring.links.flatMap(({ from, to, weight, reasons, messages: ids }) => [
      `  ${from} – ${to}  ${weight.toFixed(1)}: ${reasons.map(reasonWords).join(', ')}, shown by`,
      ...ids.map((id) => `    ${linkMessage(id, messages.get(id))}`),
    ]),
  ].join('\n')
}

/** What speaks for a link or, below 0, against it: `same template 0123456789ab +4.5`. */
function reasonWords({ kind, shared, weight }: LinkReason): string {
  const what = kind.replace('_', ' ')
  const value = kind === 'message' || shared === '' ? '' : ` ${isHash(shared) ? short(shared) : plainText(shared)}`
  const same =
    kind === 'time' ? (shared === '' ? 'same time' : 'time') : shared === '' ? `other ${what}` : `same ${what}`
  return `${same}${value} ${weight < 0 ? '−' : '+'}${Math.abs(weight).toFixed(1)}`
}

const isHash = (shared: string): boolean => /^[0-9a-f]{16,}$/.test(shared)

function linkMessage(id: string, known: LinkMessage | undefined): string {
  return known
    ? `${short(id)}  ${known.senderDomain ? plainText(known.senderDomain) : 'sender unknown'}, ${isoDay(known.seenAt)}`
    : short(id)
}

function headline({ id, numbers, messages, firstSeenAt, lastSeenAt }: Ring): string {
  return `${id}  ${many(numbers.length, 'number')} in ${many(messages, 'message')}, ${isoPeriod(firstSeenAt, lastSeenAt)}`
}

function about({ brands, senderDomains }: Ring): string[] {
  return [
    ...(brands.length > 0 ? [`  brands ${some(brands, LISTED)}`] : []),
    ...(senderDomains.length > 0 ? [`  senders ${some(senderDomains, LISTED)}`] : []),
  ]
}

/** How often each kind ties, with one message that shows it. */
function kinds(links: readonly RingLink[]): string {
  return LINK_KINDS.map((kind) => links.filter((link) => link.kind === kind))
    .filter((same) => same.length > 0)
    .map(
      (same) =>
        `${same.length} × ${same[0]!.kind.replace('_', ' ')} (such as ${short(same[0]!.messages[0] ?? same[0]!.shared)})`,
    )
    .join(', ')
}

function some(names: readonly string[], limit: number): string {
  const shown = names.slice(0, limit).map(plainText).join(', ')
  return names.length > limit ? `${shown} and ${names.length - limit} more` : shown
}

/** Enough of a hash to tell it from others by eye. */
const short = (id: string): string => plainText(id).slice(0, 12)
