import type { Calibration } from './calibrate.ts'
import type { PlaceTally } from './place.ts'
import type { Trees } from './trees.ts'

/** Of innocent numbers, the share that may be flagged; half of it is aimed at, since a threshold is set before it is tried. */
export const FLAG_SHARES = [0.005, 0.001] as const

/**
 * What was learnt of which numbers come next. Plain data: it is kept as JSON.
 *
 * trainedOn: the day it was made of, and all of what was known before it. days: how far it looks ahead.
 * trees:     evidence, log-odds above or below a number of the same kind drawn at random.
 * priors:    by kind, log-odds that one drawn at random enters within `days`. Other kinds get no forecast.
 * tally:     see `PlaceTally`, as of that day.
 * flags:     for each of FLAG_SHARES the evidence above which about that share of random numbers lies, or less.
 * gains:     by feature, its share in what was learnt. hits: how many entering numbers it was learnt from.
 */
export type ForecastModel = {
  readonly trainedOn: number
  readonly days: number
  readonly trees: Trees
  readonly calibration: Calibration
  readonly priors: Readonly<Record<string, number>>
  readonly tally: PlaceTally
  readonly flags: readonly number[]
  readonly gains: Readonly<Record<string, number>>
  readonly hits: number
}
