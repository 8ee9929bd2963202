import { constants, setPriority } from 'node:os'
import { Worker } from 'node:worker_threads'
import { loadReference } from '../collect/reference.ts'
import { tellFailure } from '../model/told-failure.ts'
import type { ToldFailure } from '../model/told-failure.ts'
import { keepForecast } from '../store/forecast-file.ts'
import { openStore } from '../store/open-store.ts'
import type { StoreOptions } from '../store/open-store.ts'
import { makeForecast } from './make-forecast.ts'
import type { WatchSetup } from './reader-watch.ts'

/** What a process that learns is told. days: how far to look ahead. */
export type LearnerSetup = StoreOptions & WatchSetup & { readonly days: number; readonly now: number }

/** hits: how many numbers it learnt from. */
export type LearnerAnswer = { readonly hits: number } | ToldFailure

/** Learns once, through the process that owns the store where somebody does, and keeps what it learnt in the data folder. */
async function learn(setup: LearnerSetup): Promise<LearnerAnswer> {
  try {
    const reference = await loadReference(setup.data)
    const store = await openStore(setup)
    try {
      const kept = await makeForecast(store, reference, setup)
      keepForecast(setup.data, kept)
      return { hits: kept.model.hits }
    } finally {
      await store.close()
    }
  } catch (error) {
    return tellFailure(error)
  }
}

// Whoever asks something of the server goes first.
setPriority(constants.priority.PRIORITY_LOW)
process.once('message', (setup: LearnerSetup) => {
  // While it learns it hears nothing: a thread ends it when its parent is gone.
  new Worker(new URL('reader-watch.js', import.meta.url), { workerData: setup }).unref()
  void learn(setup).then((answer) => process.send?.(answer, () => process.disconnect()))
})
