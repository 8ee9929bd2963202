import { FORECAST_RARITIES } from '../../model/forecast.ts'
import type { Forecast } from '../../model/forecast.ts'
import { featuresOf } from './features.ts'
import type { ForecastModel, TriedTrees } from './forecast-model.ts'
import type { Place } from './place.ts'
import { scoreOf } from './trees.ts'
import type { Vicinity } from './vicinity.ts'

/**
 * Foretells a number that nobody has seen.
 *
 * In:  day, on which it is asked, whole days since 1970.
 * Out: null where no number of its kind ever entered: there is nothing to go by.
 */
export function foretell(
  model: ForecastModel,
  { digits, place, vicinity, day }: { digits: number; place: Place; vicinity: Vicinity; day: number },
): Forecast | null {
  const { priors, tried, trees, tally, days, flags } = model
  if (!Object.hasOwn(priors, place.kind)) return null
  const features = featuresOf(digits, vicinity, { day, place, tally })
  const evidence = scoreOf(trees, features)
  const probability = probabilityOf(tried, features, priors[place.kind]!)
  const rarity = FORECAST_RARITIES.findLast((_, i) => evidence > flags[i]!) ?? null
  return { probability, days, evidence, rarity }
}

/** In: prior, log-odds that a number of its kind drawn at random enters. */
export function probabilityOf(
  { trees, calibration }: Pick<TriedTrees, 'trees' | 'calibration'>,
  features: readonly number[],
  prior: number,
): number {
  return 1 / (1 + Math.exp(-(prior + calibration.slope * scoreOf(trees, features) + calibration.offset)))
}
