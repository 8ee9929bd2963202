import type { Calibration } from './calibrate.ts'
import type { PlaceTally } from './place.ts'
import type { Trees } from './trees.ts'

/**
 * What was learnt of which numbers come next. Plain data: it is kept as JSON.
 *
 * trainedOn: the day it was made of, and all of what was known before it. days: how far it looks ahead.
 * trees:     evidence, log-odds above or below a number of the same kind drawn at random.
 * priors:    by kind, log-odds that one drawn at random enters within `days`. Other kinds get no forecast.
 * tally:     see `PlaceTally`, as of that day.
 * flags:     for each of FORECAST_RARITIES the evidence that half that share of random numbers exceeds: a threshold is set
 *            before it is tried, so less is aimed at than may be.
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
