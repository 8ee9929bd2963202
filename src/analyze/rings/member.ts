import type { PhoneNumber } from '../../model/phone-number.ts'
import type { ThingKind } from './kinds.ts'

/** A thing that a number stood in, or was used with. Times are Unix milliseconds. */
export type Standing = {
  readonly kind: Exclude<ThingKind, 'block'>
  readonly shared: string
  readonly firstSeenAt: number
  readonly lastSeenAt: number
  /** Id of a message that shows it; '' where it stood in none. */
  readonly message: string
}

/** All that rings are told by of one number. */
export type Member = {
  readonly number: PhoneNumber
  readonly firstSeenAt: number
  readonly lastSeenAt: number
  readonly brands: readonly string[]
  /** Stand-ins for the ids of its messages, good for counting distinct ones. */
  readonly messages: readonly number[]
  readonly standings: readonly Standing[]
}
