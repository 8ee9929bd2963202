import type { Calibration } from './calibrate.ts'
import type { PlaceTally } from './place.ts'
import type { Trees } from './trees.ts'

/**
 * Trees that were tried on a window they had not seen, and how far they were right. Those that saw every window are surer
 * of the blocks that brought much in them, and nothing tells yet by how much too sure.
 *
 * batch: how many numbers of a block come at once, see `chanceOfAny`.
 */
export type TriedTrees = { readonly trees: Trees; readonly calibration: Calibration; readonly batch: number }

/**
 * What was learnt of which numbers come next. Plain data: it is kept as JSON.
 *
 * trainedOn: the day it was made of, and all of what was known before it. days: how far it looks ahead.
 * trees:     evidence that numbers are told apart by: log-odds above or below a number of the same kind drawn at random.
 * tried:     what probabilities go by.
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
  readonly tried: TriedTrees
  readonly priors: Readonly<Record<string, number>>
  readonly tally: PlaceTally
  readonly flags: readonly number[]
  readonly gains: Readonly<Record<string, number>>
  readonly hits: number
}
