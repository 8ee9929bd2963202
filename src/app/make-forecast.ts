import { evaluateForecast } from '../analyze/forecast/evaluate-forecast.ts'
import { kindsOf } from '../analyze/forecast/kinds.ts'
import { likelyBlocks } from '../analyze/forecast/likely-blocks.ts'
import { surroundingsOn } from '../analyze/forecast/surroundings.ts'
import { MIN_HITS, TRAINING, trainForecast } from '../analyze/forecast/train-forecast.ts'
import { DAY_MILLIS } from '../model/day.ts'
import { IntelError } from '../model/failures.ts'
import type { ForecastTrial } from '../model/forecast-trial.ts'
import type { NumberTables } from '../model/reference.ts'
import { random } from '../simulate/random.ts'
import type { KeptForecast } from '../store/forecast-file.ts'
import type { Store } from '../store/store.ts'
import { maliciousPast } from './malicious-past.ts'
import type { MaliciousPast } from './malicious-past.ts'
import { placeOf } from './place-of.ts'

/** now: Unix milliseconds. days: how far to look ahead. training: see `TRAINING`. */
export type ForecastOptions = {
  readonly now: number
  readonly days: number
  readonly training?: typeof TRAINING
}

/** Blocks that are kept with a forecast. */
const KEPT_BLOCKS = 1_000

/**
 * Learns from the store which numbers come next, and foretells the blocks that produce them.
 *
 * Throws: IntelError `not_found` where too few numbers came lately to learn from.
 */
export async function makeForecast(
  store: Store,
  tables: NumberTables,
  { now, days, training = TRAINING }: ForecastOptions,
): Promise<KeptForecast> {
  const past = await maliciousPast(store, tables)
  const on = dayAfter(past, now)
  const learning = learningOf(past, tables)
  const model = trainForecast(past, { ...learning, on, days, training })
  if (!model) throw tooFew()
  const before = surroundingsOn(on, past.born)
  const blocks = likelyBlocks(model, { before, placeOf: learning.placeOf, limit: KEPT_BLOCKS })
  return { model, blocks, madeAt: now }
}

/**
 * How well numbers would have been foretold: learns again for each of several cut-offs, the last one first, with what
 * was known before it, and looks at what came within `days` after it.
 */
export async function* tryForecast(
  store: Store,
  tables: NumberTables,
  { now, days, cutOffs, training = TRAINING }: ForecastOptions & { readonly cutOffs: number },
): AsyncGenerator<ForecastTrial> {
  const past = await maliciousPast(store, tables)
  const learning = learningOf(past, tables)
  let tried = 0
  for (let on = dayAfter(past, now) - days; tried < cutOffs && on > past.firstDay; on -= days, tried++) {
    const found = evaluateForecast(past, { ...learning, on, days, training, untilDays: days, drawn: training.drawn })
    if (!found) break
    yield found.trial
  }
  if (tried === 0) throw tooFew()
}

/** What came last is learnt from even where nothing came for long: a store that was filled once tells of that time. */
function dayAfter({ lastDay }: MaliciousPast, now: number): number {
  return Math.min(lastDay + 1, Math.floor(now / DAY_MILLIS))
}

/** The same store gives the same forecast: what is drawn goes by a fixed seed. */
function learningOf({ firstDay }: MaliciousPast, tables: NumberTables) {
  const [{ unit }, where] = [random('forecast'), placeOf(tables)]
  return { since: firstDay, placeOf: where, kinds: kindsOf(where, unit), unit }
}

function tooFew(): IntelError {
  return new IntelError('not_found', `fewer than ${MIN_HITS} malicious numbers were first seen in the last weeks`, {
    hint: 'a forecast learns from numbers that came one after the other: import feeds as they appear',
  })
}
