import { DAY_MILLIS } from '../model/day.ts'
import type { NumberIndex } from '../store/number-index.ts'
import { startLearner } from './forecast-learner.ts'
import type { Learner } from './forecast-learner.ts'

/** failure: why the last attempt learnt nothing; null where it did, or there was none yet. */
export type Learning = { readonly isLearning: boolean; readonly failure: Error | null }

/** told: is told of what was learnt, and of a failure once, until another one takes its place. */
export type FreshForecastOptions = {
  readonly data: string
  readonly clickhouseUrl: string | null
  readonly index: Pick<NumberIndex, 'forecast'>
  readonly clock: () => number
  readonly told: {
    learnt(hits: number): void
    failed(error: Error): void
  }
}

export type FreshForecast = { learning(): Learning; stop(): Promise<void> }

const DAYS_AHEAD = 7
/** What failed may go well when more has come. */
const AGAIN_MILLIS = 60 * 60_000
/** Whether it is time is asked so often: cheap, and right after the machine slept. */
const LOOK_EVERY_MILLIS = 60_000

/**
 * Learns the forecast of a data folder anew, in a process of its own, whenever the one there is older than a day, until
 * `stop` resolves.
 */
export function keepForecastFresh({ data, clickhouseUrl, index, clock, told }: FreshForecastOptions): FreshForecast {
  let learner: Learner | null = null
  let failure: Error | null = null
  let failedAt = -Infinity
  let learntAt = -Infinity

  const learn = async (): Promise<void> => {
    const now = clock()
    learner = startLearner({ data, clickhouseUrl, days: DAYS_AHEAD, now })
    try {
      const hits = await learner.learnt
      failure = null
      learntAt = now
      told.learnt(hits)
    } catch (error) {
      const before = failure
      failure = error as Error
      failedAt = clock()
      if (before?.message !== failure.message) told.failed(failure)
    }
    learner = null
  }
  const look = (): void => {
    const dueAt = Math.max(madeAt(index) + DAY_MILLIS, failedAt + AGAIN_MILLIS, learntAt + AGAIN_MILLIS)
    if (learner === null && clock() >= dueAt) void learn()
  }
  look()
  const timer = setInterval(look, LOOK_EVERY_MILLIS)

  return {
    // What was kept a moment ago is read a moment later.
    learning: () => ({ isLearning: learner !== null || madeAt(index) < learntAt, failure }),
    async stop() {
      clearInterval(timer)
      await learner?.kill()
    },
  }
}

/** A file that is no forecast is as good as none: it is learnt again. */
function madeAt(index: Pick<NumberIndex, 'forecast'>): number {
  try {
    return index.forecast()?.madeAt ?? -Infinity
  } catch {
    return -Infinity
  }
}
