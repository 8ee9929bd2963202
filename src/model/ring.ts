import type { PhoneNumber } from './phone-number.ts'

/**
 * What brings two numbers together (`message` to `service`, and neighbours in a `block`), and what is then compared of them.
 * Source of the weights: `analyze/rings/weights.ts`.
 */
export const LINK_KINDS = [
  'message',
  'attachment',
  'picture',
  'template',
  'pdf_kit',
  'reply_to',
  'sender_domain',
  'account',
  'device',
  'ip',
  'service',
  'block',
  'brand',
  'time',
  'country',
] as const
export type LinkKind = (typeof LINK_KINDS)[number]

/** One thing that speaks for or against a link. weight: log-odds (natural logarithm); against where it is below 0. */
export type LinkReason = { readonly kind: LinkKind; readonly shared: string; readonly weight: number }

/** Why two numbers belong together, with the messages that show it. */
export type RingLink = {
  /** What speaks for it most. */
  readonly kind: LinkKind
  readonly from: PhoneNumber
  readonly to: PhoneNumber
  /** What both share of that kind: the attachment, the template; the message itself for kind `message`. */
  readonly shared: string
  /** Log-odds that both belong to one ring, with all reasons and how rare it is that two numbers do. */
  readonly weight: number
  /** Everything that was weighed, the weightiest first. */
  readonly reasons: readonly LinkReason[]
  /** Ids of messages that show it, at most MAX_SHOWN. */
  readonly messages: readonly string[]
}

export const MAX_SHOWN = 5

/** Numbers and campaigns tied together by evidence. Times are Unix milliseconds. */
export type Ring = {
  /** `r-` and 12 hex digits. A ring keeps it while most of its numbers stay together. */
  readonly id: string
  readonly numbers: readonly PhoneNumber[]
  readonly links: readonly RingLink[]
  readonly messages: number
  readonly brands: readonly string[]
  readonly senderDomains: readonly string[]
  readonly firstSeenAt: number
  readonly lastSeenAt: number
}

export const RING_EVENTS = ['born', 'grew', 'shrank', 'merged', 'split', 'ended'] as const

/** What became of a ring. */
export type RingEvent = {
  readonly ring: string
  /** When it was noticed; Unix milliseconds. */
  readonly at: number
  readonly kind: (typeof RING_EVENTS)[number]
  /** How many numbers the ring had then. */
  readonly numbers: number
  /** The rings it `merged` with or was `split` from; of one that `ended` the ring that most of its numbers went to. */
  readonly others: readonly string[]
}

/**
 * What changed among the rings that are known.
 *
 * made:  rings that are new or not what they were.
 * gone:  ids that are no more.
 * loose: numbers that are in no ring any more.
 */
export type RingChange = {
  readonly made: readonly Ring[]
  readonly gone: readonly string[]
  readonly loose: readonly PhoneNumber[]
  readonly events: readonly RingEvent[]
}
