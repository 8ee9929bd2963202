import { FORECAST_RARITIES } from '../../model/forecast.ts'
import { AS_IT_IS, calibrated } from './calibrate.ts'
import type { Calibration } from './calibrate.ts'
import { asColumns, examplesOf, seeing, withWarm } from './examples.ts'
import type { Example } from './examples.ts'
import { FEATURES } from './features.ts'
import type { ForecastModel } from './forecast-model.ts'
import { growTrees } from './grow-trees.ts'
import type { GrownTrees } from './grow-trees.ts'
import type { Kinds } from './kinds.ts'
import type { PlaceOf } from './place.ts'
import { surroundingsOn } from './surroundings.ts'
import { scoreOf } from './trees.ts'
import { innocentOf, windowOf } from './windows.ts'
import type { Past, Window } from './windows.ts'

/**
 * What is the same for every training: chosen on cut-offs of Castle's daily list before 2026-06-20.
 *
 * trees, depth, rate, ridge, minWeight: see `Growing`. innocent: numbers drawn for each window.
 * outweigh: innocent ones count so many times as much as those that entered. windows: at most so many, stepDays apart.
 * drawn: innocent numbers that thresholds are set by.
 */
export const TRAINING = {
  trees: 100,
  depth: 4,
  rate: 0.1,
  ridge: 1,
  minWeight: 1,
  innocent: 20_000,
  outweigh: 50,
  windows: 6,
  stepDays: 4,
  drawn: 200_000,
}

/** From fewer nothing is learnt. */
export const MIN_HITS = 50

/**
 * on: the day to learn by: nothing that was first seen on it or later is looked at. days: how far to look ahead.
 * since: the day the past begins: a window needs numbers that were known before it.
 */
export type TrainingOptions = {
  readonly on: number
  readonly since: number
  readonly days: number
  readonly placeOf: PlaceOf
  readonly kinds: Kinds
  /** Draws 0 ≤ x < 1; the same draws make the same model. */
  readonly unit: () => number
  readonly training?: typeof TRAINING
}

/**
 * Learns from what has come which numbers come next: numbers that entered in windows before a day, as they stood when
 * the window began, against innocent ones of the same kinds; then how far to believe it, from the last window alone.
 *
 * Out: null where fewer than MIN_HITS numbers entered.
 */
export function trainForecast(past: Past, options: TrainingOptions): ForecastModel | null {
  const { on, days, placeOf, unit, training = TRAINING } = options
  const windows = windowsBefore(past, options)
  const hits = new Set(windows.flatMap(({ entering }) => entering)).size
  if (hits < MIN_HITS) return null
  const examples = windows.map((window) => examplesOf(window, placeOf, { innocent: training.innocent, unit }))
  const priors = priorsOf(windows)
  const trees = grown(examples.flat(), training)
  const calibration = calibrationOf(examples, windows, options)

  const before = surroundingsOn(on, past.born)
  const see = seeing(before, placeOf)
  const lately: Window = {
    before,
    entering: windows.slice(0, 2).flatMap(({ entering }) => entering),
    kinds: windows.slice(0, 2).flatMap((window) => window.kinds),
  }
  const drawn: number[] = []
  for (const digits of innocentOf(lately, training.drawn)) {
    drawn.push(calibration.slope * scoreOf(trees, see.of(digits)!) + calibration.offset)
  }
  drawn.sort((a, b) => b - a)
  const { gains, ...rest } = trees
  return {
    trainedOn: on,
    days,
    trees: rest,
    calibration,
    priors: Object.fromEntries(priors),
    tally: see.tally,
    flags: FORECAST_RARITIES.map((share) => drawn[Math.floor((drawn.length * share) / 2)] ?? Infinity),
    gains: Object.fromEntries(FEATURES.map(({ name }, i) => [name, gains[i]!])),
    hits,
  }
}

/** The last one first. */
function windowsBefore(past: Past, { on, since, days, kinds, training = TRAINING }: TrainingOptions): Window[] {
  const windows: Window[] = []
  for (let day = on - days; day > since && windows.length < training.windows; day -= training.stepDays) {
    windows.push(windowOf(past, { day, days, kinds }))
  }
  return windows.filter(({ entering }) => entering.length > 0)
}

function grown(examples: readonly Example[], { outweigh, ...growing }: typeof TRAINING): GrownTrees {
  const rises = FEATURES.map((feature) => feature.rises)
  const trees = growTrees(asColumns(examples, outweigh), { ...growing, rises })
  // What is left is evidence: how the examples were mixed is no news.
  return { ...trees, base: trees.base + Math.log(outweigh) }
}

/** By kind, log-odds that one drawn at random enters in a window. */
function priorsOf(windows: readonly Window[]): Map<string, number> {
  const entered = new Map<string, { count: number; size: number }>()
  for (const { name, size } of windows.flatMap(({ kinds }) => kinds)) {
    entered.set(name, { count: (entered.get(name)?.count ?? 0) + 1, size })
  }
  return new Map([...entered].map(([name, { count, size }]) => [name, Math.log(count / windows.length / size)]))
}

/**
 * Trees grown on windows that were over when the last one began foretell it; how far they were right is how far to
 * believe the next ones.
 */
function calibrationOf(
  examples: readonly Example[][],
  windows: readonly Window[],
  { placeOf, days, unit, training = TRAINING }: TrainingOptions,
): Calibration {
  const [last] = windows
  const isOver = windows.map(({ before }) => before.day + days <= (last?.before.day ?? 0))
  const earlier = windows.filter((_, i) => isOver[i])
  if (!last || earlier.flatMap(({ entering }) => entering).length < MIN_HITS) return AS_IT_IS
  const trees = grown(examples.filter((_, i) => isOver[i]).flat(), training)
  const priors = priorsOf(earlier)
  const tried = withWarm(examples[0]!, { window: last, placeOf, count: training.innocent, unit })
  const cases = tried.flatMap(({ features, kind, isHit, weight }) => {
    const prior = priors.get(kind.name)
    return prior === undefined ? [] : [{ evidence: scoreOf(trees, features), prior, isHit, weight }]
  })
  return calibrated(cases)
}
