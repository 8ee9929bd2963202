import { FORECAST_RARITIES } from '../../model/forecast.ts'
import { AS_IT_IS, calibrated } from './calibrate.ts'
import { asColumns, examplesOf, seeing } from './examples.ts'
import type { Example } from './examples.ts'
import { FEATURES } from './features.ts'
import type { ForecastModel, TriedTrees } from './forecast-model.ts'
import { growTrees } from './grow-trees.ts'
import type { Kinds } from './kinds.ts'
import { tellingOf } from './likely-blocks.ts'
import { foretoldBlock, livelyBlocks, startOf } from './lively-blocks.ts'
import type { PlaceOf } from './place.ts'
import { batchOf } from './batches.ts'
import { surroundingsOn } from './surroundings.ts'
import { tallyPlaces } from './tally-places.ts'
import { scoreOf } from './trees.ts'
import type { Trees } from './trees.ts'
import { innocentOf, windowOf } from './windows.ts'
import type { Past, Window } from './windows.ts'

/**
 * What is the same for every training: chosen on cut-offs of Castle's daily list before 2026-06-20.
 *
 * trees, depth, rate, ridge, minWeight: see `Growing`. innocent: numbers drawn for each window.
 * outweigh: innocent ones count so many times as much as those that entered. windows: at most so many, stepDays apart.
 * drawn: innocent numbers that thresholds are set by. blocks: those of the last window that trees are tried on.
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
  blocks: 250,
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
  const { trees, gains } = grown(examples.flat(), training)

  const before = surroundingsOn(on, past.born)
  const see = seeing(before, placeOf)
  const lately: Window = {
    before,
    entering: windows.slice(0, 2).flatMap(({ entering }) => entering),
    kinds: windows.slice(0, 2).flatMap((window) => window.kinds),
  }
  const drawn: number[] = []
  for (const digits of innocentOf(lately, training.drawn)) drawn.push(scoreOf(trees, see.of(digits)!))
  drawn.sort((a, b) => b - a)
  const priors = priorsOf(windows)
  const surest = { trees, calibration: AS_IT_IS, batch: batchOf([]) }
  return {
    trainedOn: on,
    days,
    trees,
    tried: triedTrees(examples, windows, priors, options) ?? surest,
    priors,
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

function grown(
  examples: readonly Example[],
  { outweigh, ...growing }: typeof TRAINING,
): { trees: Trees; gains: readonly number[] } {
  const rises = FEATURES.map((feature) => feature.rises)
  const { base, trees, gains } = growTrees(asColumns(examples, outweigh), { ...growing, rises })
  // What is left is evidence: how the examples were mixed is no news.
  return { trees: { base: base + Math.log(outweigh), trees }, gains }
}

/** By kind, log-odds that one drawn at random enters in a window. */
function priorsOf(windows: readonly Window[]): Record<string, number> {
  const entered = new Map<string, { count: number; size: number }>()
  for (const { name, size } of windows.flatMap(({ kinds }) => kinds)) {
    entered.set(name, { count: (entered.get(name)?.count ?? 0) + 1, size })
  }
  return Object.fromEntries(
    [...entered].map(([name, { count, size }]) => [name, Math.log(count / windows.length / size)]),
  )
}

/**
 * Trees grown on windows that were over when the last one began foretell it; how far they were right is how far to
 * believe them, and how seldom its blocks brought any is how many come at once.
 */
function triedTrees(
  examples: readonly Example[][],
  windows: readonly Window[],
  priors: Readonly<Record<string, number>>,
  { placeOf, days, training = TRAINING }: TrainingOptions,
): TriedTrees | null {
  const [last] = windows
  const isOver = windows.map(({ before }) => before.day + days <= (last?.before.day ?? 0))
  const earlier = windows.filter((_, i) => isOver[i])
  if (!last || earlier.flatMap(({ entering }) => entering).length < MIN_HITS) return null
  const { trees } = grown(examples.filter((_, i) => isOver[i]).flat(), training)
  const calibration = calibrated(
    examples[0]!.map(({ features, kind, isHit, weight }) => ({
      evidence: scoreOf(trees, features),
      prior: priors[kind.name]!,
      isHit,
      weight,
    })),
  )
  const tally = tallyPlaces(last.before.known, last.before.day, placeOf)
  const tell = tellingOf({ tried: { trees, calibration }, priors, tally }, { before: last.before, placeOf })
  const came = new Set(last.entering.map(startOf))
  const cases = livelyBlocks(last.before, training.blocks).flatMap(({ start }) => {
    const foretold = foretoldBlock(start, last.before, tell)
    return foretold ? [{ expected: foretold.expected, isAny: came.has(start) }] : []
  })
  return { trees, calibration, batch: batchOf(cases) }
}
