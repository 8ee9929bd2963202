import type { PhoneNumber } from './phone-number.ts'

/**
 * A block in which numbers are expected to turn up.
 *
 * expected: how many, within `days`. chance: that at least one does. known: malicious ones seen in it so far, of which
 * `lately` in the last 30 days. next: the unseen number of it that is likeliest.
 */
export type LikelyBlock = {
  readonly prefix: string
  readonly width: number
  readonly region: string
  readonly provider: string | null
  readonly expected: number
  readonly chance: number
  readonly days: number
  readonly known: number
  readonly lately: number
  readonly next: PhoneNumber
}
