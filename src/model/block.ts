import type { PhoneNumber } from './phone-number.ts'
import type { BlockWidth } from './profile.ts'

/**
 * A prefix with several malicious numbers in it. first and last are of the block; runs are stretches of consecutive seen
 * numbers that reach into it, told as far as they go, also beyond its ends.
 */
export type Block = {
  readonly prefix: string
  readonly width: BlockWidth
  readonly region: string | null
  readonly numbers: readonly PhoneNumber[]
  readonly runs: readonly { readonly first: PhoneNumber; readonly last: PhoneNumber; readonly length: number }[]
  /** How often chance alone would fill the block so, if the numbers seen in the million around it fell evenly over it. */
  readonly pValue: number
  readonly firstSeenAt: number
  readonly lastSeenAt: number
}
