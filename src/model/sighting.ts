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
 * In:  evidence, the source's own id of it. Where it has none, what was seen is the id: the number, channel, source
 *      and message; for what stood in no message, its time, service and account as well.
 */
export function sighting(fact: Omit<Sighting, 'evidence'> & { readonly evidence?: string }): Sighting {
  const identity = fact.evidence
    ? ['id', fact.number, fact.channel, fact.source, fact.evidence]
    : fact.message
      ? ['message', fact.number, fact.channel, fact.source, fact.message, fact.vehicle ?? '']
      : ['fact', fact.number, fact.channel, fact.source, String(fact.seenAt), fact.service ?? '', fact.account ?? '']
  return { ...fact, evidence: hash('sha256', JSON.stringify(identity), 'hex').slice(0, 32) }
}
