import { hash } from 'node:crypto'
import type { ChannelName } from './channel.ts'
import type { SimKind } from './line-type.ts'
import type { Role } from './mention.ts'
import type { PartKind } from './message.ts'
import type { PhoneNumber } from './phone-number.ts'

/** What else may be known of a sighting. Text fields are '' in storage where they are absent here. */
export type SightingAttributes = {
  /** Id of the message it stood in. */
  readonly message?: string
  readonly role?: Role
  readonly vehicle?: PartKind
  /** The reader of the message could not see it. */
  readonly hidden?: boolean
  readonly brand?: string
  /** Fingerprint of the message's words. */
  readonly template?: string
  /** SHA-256 of the attachment it stood in. */
  readonly attachment?: string
  readonly senderDomain?: string
  readonly replyTo?: string
  readonly service?: string
  readonly industry?: string
  /** Home country of who is attacked, ISO alpha-2. */
  readonly country?: string
  readonly scenario?: string
  readonly simKind?: SimKind
  readonly ip?: string
  readonly device?: string
  readonly account?: string
  /** Subject of the message. */
  readonly subject?: string
  /** MinHash sketch of the message's words: near-duplicates share parts of it. Source: `lure/sketch.ts`. */
  readonly sketch?: string
  /** Perceptual hash of the picture it stood in: 16 hex digits that differ in few bits where pictures look alike. */
  readonly picture?: string
  /** What tells of the program that made the PDF it stood in: producer, pages, shape. */
  readonly pdfKit?: string
}

/** The one stored fact: this number was seen at this time, through this channel, from this source. */
export type Sighting = SightingAttributes & {
  readonly number: PhoneNumber
  /** Unix milliseconds. */
  readonly seenAt: number
  readonly channel: ChannelName
  /** Who saw it: a mailbox, a feed's name. */
  readonly source: string
  /** 32 hex digits; the same evidence written twice changes no answer. */
  readonly evidence: string
}

/**
 * Makes a sighting.
 *
 * In:  evidence, the source's own id of it. Where it has none, what was seen is the id: the number, channel, source,
 *      message and where in the message; for what stood in no message, its time, service and account as well.
 */
export function sighting(fact: Fact): Sighting {
  return { ...fact, evidence: evidenceOf(fact) }
}

export type Fact = Omit<Sighting, 'evidence'> & { readonly evidence?: string }

/** The evidence id of a sighting: 128 bits of SHA-256 over what makes it this one. */
export function evidenceOf({
  number,
  channel,
  source,
  seenAt,
  evidence,
  message,
  vehicle,
  attachment,
  service,
  account,
}: Fact): string {
  // Free text comes with its length before it: no two facts share an identity.
  const who = `${number} ${channel} ${source.length} ${source}`
  const identity = evidence
    ? `id ${who} ${evidence}`
    : message
      ? `message ${who} ${vehicle ?? ''} ${attachment?.length ?? 0} ${attachment ?? ''} ${message}`
      : `fact ${who} ${seenAt} ${service?.length ?? 0} ${service ?? ''} ${account ?? ''}`
  return hash('sha256', identity, 'hex').slice(0, 32)
}
