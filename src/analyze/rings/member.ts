import type { PhoneNumber } from '../../model/phone-number.ts'
import type { ThingKind } from './kinds.ts'

/** All that rings are told by of one number beside what it stood in. Times are Unix milliseconds. */
export type Member = {
  readonly number: PhoneNumber
  readonly firstSeenAt: number
  readonly lastSeenAt: number
  readonly brands: readonly string[]
  /** How many messages showed it. */
  readonly messages: number
}

/**
 * A thing, and the digits of the numbers that stood in it or were used with it; beside them when each was first and last
 * seen there (Unix milliseconds) and the least id of the messages that show it, '' where none does. A message shows itself,
 * so nothing is said beside one.
 */
export type Stood = {
  readonly kind: StoodKind
  readonly shared: string
  readonly digits: readonly number[]
  readonly firstSeenAt: readonly number[]
  readonly lastSeenAt: readonly number[]
  readonly messages: readonly string[]
}

/** A number says by itself which block it is of. */
export type StoodKind = Exclude<ThingKind, 'block'>
