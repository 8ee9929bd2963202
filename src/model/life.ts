import type { PhoneNumber } from './phone-number.ts'

/**
 * What is known of the time `days`: of `atRisk` things, `ends` ended then. survival: the chance to last longer, with its
 * standard error and the band that holds it 19 times of 20.
 */
export type SurvivalStep = {
  readonly days: number
  readonly atRisk: number
  readonly ends: number
  readonly survival: number
  readonly standardError: number
  readonly low: number
  readonly high: number
}

/** days: null where the curve, or its band, does not come down to a half. */
export type Median = { readonly days: number | null; readonly low: number | null; readonly high: number | null }

/** How many there are of so many days. */
export type DayCounts = readonly { readonly days: number; readonly count: number }[]

/** Quartiles, in days; null of nothing. */
export type Quartiles = { readonly lower: number; readonly median: number; readonly upper: number } | null

/**
 * How numbers live, over a slice.
 *
 * fromDay, toDay: UTC days since 1970-01-01, between which something was seen.
 * lifespan:  days from a number's first day to its last, 0 for a number of one day. naiveMedian takes each number for
 *            dead that is silent now; the other one knows that those silent for less than `horizonDays` may come back.
 * coolDowns: silent days between two spells.
 * reuse:     numbers seen on two days in a row, and on several days at all.
 * several:   numbers seen with more than one of these.
 */
export type Life = {
  readonly fromDay: number
  readonly toDay: number
  readonly numbers: number
  readonly sightings: number
  readonly activeDays: DayCounts
  readonly lifespan: {
    readonly naiveMedianDays: number
    readonly median: Median
    readonly horizonDays: number
    /** Numbers that may come back. */
    readonly stillThere: number
    readonly curve: readonly SurvivalStep[]
    readonly days: DayCounts
  }
  readonly coolDowns: { readonly count: number; readonly quartiles: Quartiles; readonly days: DayCounts }
  readonly reuse: { readonly consecutiveDays: number; readonly severalDays: number }
  readonly several: Readonly<Record<Variety, number>>
}

/** What a number may be seen with several of. */
export type Variety = 'subjects' | 'brands' | 'vehicles' | 'senderDomains'

/** What a slice tells of one number. Times are Unix milliseconds. */
export type LivedNumber = {
  readonly number: PhoneNumber
  readonly sightings: number
  readonly activeDays: number
  readonly firstSeenAt: number
  readonly lastSeenAt: number
}

/** What a number was seen with; of each a hundred at most, in the order of the alphabet. */
export type SeenWith = Readonly<Record<Variety, readonly string[]>>

/**
 * Days in a row on which a number was seen; days are UTC, since 1970-01-01.
 *
 * coolDownDays: days of silence between the spell before and this one; null of the first.
 */
export type Spell = {
  readonly fromDay: number
  readonly toDay: number
  readonly sightings: number
  readonly coolDownDays: number | null
}
