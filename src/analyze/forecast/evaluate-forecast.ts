import { FORECAST_RARITIES } from '../../model/forecast.ts'
import { seeing } from './examples.ts'
import type { ForecastTrial } from '../../model/forecast-trial.ts'
import type { ForecastModel } from './forecast-model.ts'
import { trainForecast, TRAINING } from './train-forecast.ts'
import type { TrainingOptions } from './train-forecast.ts'
import { scoreOf } from './trees.ts'
import { FORECAST_WIDTHS } from './vicinity.ts'
import { innocentOf, windowOf } from './windows.ts'
import type { Past, Window } from './windows.ts'

export const CURVE_SHARES = [0.0001, 0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05] as const

/** What tells numbers apart: the higher, the likelier to enter. */
export type Telling = (digits: number) => number

/** untilDays: how long after the cut-off numbers count as entering. */
export type TrialOptions = TrainingOptions & { readonly untilDays: number; readonly drawn: number }

/** Trains on what was known before a day, and looks at what came after. Out: null where there is too little of either. */
export function evaluateForecast(
  past: Past,
  options: TrialOptions,
): { model: ForecastModel; trial: ForecastTrial } | null {
  const model = trainForecast(past, options)
  const window = windowOf(past, { day: options.on, days: options.untilDays, kinds: options.kinds })
  if (!model || window.entering.length === 0) return null
  const telling = modelTelling(model, window, options)
  return { model, trial: trialOf(window, telling, { ...options, flags: model.flags }) }
}

/** What a model says of numbers as they stood when a window began. */
export function modelTelling({ trees }: ForecastModel, { before }: Window, { placeOf }: TrialOptions): Telling {
  const see = seeing(before, placeOf)
  return (digits) => {
    const features = see.of(digits)
    return features ? scoreOf(trees, features) : -Infinity
  }
}

/** In: flags, thresholds that were set before; drawn, how many random numbers to try; untilDays, how long the window is. */
export function trialOf(
  window: Window,
  telling: Telling,
  { flags, drawn, untilDays }: { flags: readonly number[]; drawn: number; untilDays: number },
): ForecastTrial {
  const { before, entering, kinds } = window
  const come = entering.map(telling)
  const innocent = Float64Array.from(innocentOf(window, drawn), telling).sort().reverse()
  const share = (scores: ArrayLike<number>, threshold: number): number => {
    let above = 0
    for (let i = 0; i < scores.length; i++) if (scores[i]! > threshold) above += 1
    return scores.length === 0 ? 0 : above / scores.length
  }
  const byRegion = new Map<string, number[]>()
  kinds.forEach(({ region }, i) => byRegion.set(region, [...(byRegion.get(region) ?? []), come[i]!]))
  return {
    on: before.day,
    untilDays,
    entering: entering.length,
    drawn: innocent.length,
    flags: flags.map((flag) => ({ found: share(come, flag), innocent: share(innocent, flag) })),
    curve: CURVE_SHARES.map((rate) => share(come, innocent[Math.floor(rate * innocent.length)] ?? Infinity)),
    ceilings: FORECAST_WIDTHS.map(
      (_, i) => entering.filter((digits) => before.around(digits).blocks[i]!.numbers > 0).length / entering.length,
    ),
    regions: [...byRegion].map(([region, scores]) => ({
      region,
      entering: scores.length,
      found: flags.map((flag) => share(scores, flag)),
    })),
  }
}

/** Thresholds for a way of telling, set as training sets them: by random numbers of the kinds that came before. */
export function flagsOf(telling: Telling, lately: Window): number[] {
  const drawn = Float64Array.from(innocentOf(lately, TRAINING.drawn), telling).sort().reverse()
  return FORECAST_RARITIES.map((share) => drawn[Math.floor((drawn.length * share) / 2)] ?? Infinity)
}
