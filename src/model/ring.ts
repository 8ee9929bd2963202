import type { PhoneNumber } from './phone-number.ts'

/** Why two numbers belong together, with the messages that show it. */
export type LinkKind = 'message' | 'attachment' | 'template'

export type RingLink = {
  readonly kind: LinkKind
  readonly from: PhoneNumber
  readonly to: PhoneNumber
  /** The shared attachment or template; the message itself for kind `message`. */
  readonly shared: string
  /** Ids of messages that show it, at most MAX_SHOWN. */
  readonly messages: readonly string[]
}

export const MAX_SHOWN = 5

/** Numbers and campaigns tied together by evidence. Times are Unix milliseconds. */
export type Ring = {
  /** `r-` and 12 hex digits, made from the number seen first: stable while that one stays. */
  readonly id: string
  readonly numbers: readonly PhoneNumber[]
  readonly links: readonly RingLink[]
  readonly messages: number
  readonly brands: readonly string[]
  readonly senderDomains: readonly string[]
  readonly firstSeenAt: number
  readonly lastSeenAt: number
}
