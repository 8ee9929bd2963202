import type { Forecast } from './forecast.ts'
import type { LiveAnswer } from './live-lookup.ts'
import type { NumberFacts } from './number-facts.ts'
import type { NumberErrorCode, PhoneNumber } from './phone-number.ts'
import type { BlockWidth, Profile } from './profile.ts'
import type { Risk } from './risk.ts'
import type { ShortCode } from './short-code.ts'

/** What is known around a number, itself left out. */
export type Neighbourhood = {
  readonly blocks: readonly { readonly width: BlockWidth; readonly numbers: number; readonly lastSeenAt: number }[]
  /** Malicious numbers that follow each other without a gap and touch this one, on either side. */
  readonly run: number
}

/** One look-up's answer: what was asked, and either everything known or why the input is no number. */
export type Lookup =
  | {
      readonly input: string
      readonly number: PhoneNumber
      /** Where the number stands in the input, as it stands there; only of an input that does not read plainly. */
      readonly raw?: string
      readonly facts: NumberFacts
      /** null for a number nobody has seen. */
      readonly profile: Profile | null
      readonly neighbourhood: Neighbourhood
      /** Of a number nobody has seen as a malicious one; null where nothing is foretold. */
      readonly forecast: Forecast | null
      readonly risk: Risk
      /** What suppliers were asked and said; left out where nobody was to be asked. */
      readonly live?: readonly LiveAnswer[]
    }
  | {
      readonly input: string
      readonly number: null
      readonly error: NumberErrorCode
      /** What the input is though it is no number of the world: dialled inside its country alone. */
      readonly shortCode?: ShortCode
    }
