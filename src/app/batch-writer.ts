import type { Sighting } from '../model/sighting.ts'
import type { Store } from '../store/store.ts'

/** Collects sightings into batches and writes one while the next is made. */
export type BatchWriter = {
  /** Waits only while two batches are on their way. */
  add(sightings: readonly Sighting[]): Promise<void>
  /** Writes what is left; resolves when everything is acknowledged. */
  end(): Promise<void>
}

/** What the store writes at once. */
const MAX_SIGHTINGS = 100_000
/** Slow sources are acknowledged in time too. */
const MAX_WAIT_MILLIS = 5_000

/** onWritten is told after each batch how many sightings the store has acknowledged so far, in the order they came. */
export function batchWriter(store: Store, onWritten: (acknowledged: number) => void): BatchWriter {
  let batch: Sighting[] = []
  let startedAt = performance.now()
  let acknowledged = 0
  let writing: Promise<void> = Promise.resolve()

  const send = async (): Promise<void> => {
    const sent = batch.slice(0, MAX_SIGHTINGS)
    batch = batch.slice(MAX_SIGHTINGS)
    await writing
    startedAt = performance.now()
    writing = store.write(sent).then(() => onWritten((acknowledged += sent.length)))
    // Whoever waits for it next is told; until then a failure is not lost, only late.
    writing.catch(() => {})
  }

  return {
    async add(sightings) {
      for (const sighting of sightings) batch.push(sighting)
      while (batch.length >= MAX_SIGHTINGS) await send()
      if (batch.length > 0 && performance.now() - startedAt > MAX_WAIT_MILLIS) await send()
    },
    async end() {
      while (batch.length > 0) await send()
      await writing
    },
  }
}
