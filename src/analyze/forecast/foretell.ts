import { featuresOf } from './features.ts'
import type { ForecastModel } from './forecast-model.ts'
import type { Place } from './place.ts'
import { scoreOf } from './trees.ts'
import type { Vicinity } from './vicinity.ts'

/**
 * What is foretold of a number that nobody has seen.
 *
 * probability: that it turns up malicious within `days`. evidence: log-odds above those of any number of its kind.
 */
export type Foretold = { readonly probability: number; readonly evidence: number; readonly days: number }

/**
 * Foretells a number.
 *
 * In:  day, on which it is asked, whole days since 1970.
 * Out: null where no number of its kind ever entered: there is nothing to go by.
 */
export function foretell(
  model: ForecastModel,
  { digits, place, vicinity, day }: { digits: number; place: Place; vicinity: Vicinity; day: number },
): Foretold | null {
  const { priors, calibration, trees, tally, days } = model
  if (!Object.hasOwn(priors, place.kind)) return null
  const raw = scoreOf(trees, featuresOf(digits, vicinity, { day, place, tally }))
  const evidence = calibration.slope * raw + calibration.offset
  return { probability: 1 / (1 + Math.exp(-(priors[place.kind]! + evidence))), evidence, days }
}
