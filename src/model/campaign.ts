import type { PartKind } from './message.ts'
import type { PhoneNumber } from './phone-number.ts'

/** Mails of one make that one ring sent within a while. Times are Unix milliseconds. */
export type Campaign = {
  /** `c-` and 12 hex digits, made from the message seen first: stable while that one stays the first. */
  readonly id: string
  /** The ring of its numbers; null where they are in none. */
  readonly ring: string | null
  readonly messages: number
  /** Most used first. */
  readonly numbers: readonly PhoneNumber[]
  readonly brands: readonly string[]
  readonly senderDomains: readonly string[]
  readonly vehicles: readonly PartKind[]
  /** Distinct texts, files and pictures that were taken to be one make. */
  readonly templates: number
  readonly attachments: number
  readonly pictures: number
  /** First instant of the first and of the last UTC day. */
  readonly firstSeenAt: number
  readonly lastSeenAt: number
  /** Ids of messages that show it, the first seen first. */
  readonly shown: readonly string[]
}
