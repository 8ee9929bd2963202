import type { ForecastModel } from '../src/analyze/forecast/forecast-model.ts'
import { likelyBlocks } from '../src/analyze/forecast/likely-blocks.ts'
import { LIVELY_WIDTH, startOf } from '../src/analyze/forecast/lively-blocks.ts'
import type { PlaceOf } from '../src/analyze/forecast/place.ts'
import type { Window } from '../src/analyze/forecast/windows.ts'

/** A block of a list, and how many numbers came from it. place: in its list, from 0. */
export type BlockTrial = {
  readonly place: number
  readonly expected: number
  readonly chance: number
  readonly came: number
}

/** As many as the workbench shows. */
const LISTED = 100

/** What was foretold of blocks when a window began, and what came in it. */
export function blockTrials(model: ForecastModel, { before, entering }: Window, placeOf: PlaceOf): BlockTrial[] {
  const came = new Map<number, number>()
  for (const digits of entering) came.set(startOf(digits), (came.get(startOf(digits)) ?? 0) + 1)
  return likelyBlocks(model, { before, placeOf, limit: LISTED }).map(({ prefix, expected, chance }, place) => ({
    place,
    expected,
    chance,
    came: came.get(Number(prefix) * LIVELY_WIDTH) ?? 0,
  }))
}

/** Rows of a table: what was foretold of the blocks of several lists, by their place in these, and what came. */
export function blockRows(trials: readonly BlockTrial[]): (string | number)[][] {
  const groups: [string, BlockTrial[]][] = [
    ['1 of each list', trials.filter(({ place }) => place === 0)],
    ...Array.from({ length: 10 }, (_, i): [string, BlockTrial[]] => [
      `${i * 10 + 1}–${i * 10 + 10}`,
      trials.filter(({ place }) => Math.floor(place / 10) === i),
    ]),
    ['all', [...trials]],
  ]
  const sum = (of: readonly BlockTrial[], value: (trial: BlockTrial) => number) =>
    of.reduce((all, trial) => all + value(trial), 0)
  return groups.map(([name, of]) => [
    name,
    of.length,
    sum(of, ({ expected }) => expected).toFixed(1),
    sum(of, ({ came }) => came),
    sum(of, ({ chance }) => chance).toFixed(1),
    sum(of, ({ came }) => Math.min(1, came)),
  ])
}
