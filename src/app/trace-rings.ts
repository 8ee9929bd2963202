import { RING_COUNT, storedRing, storedRings } from '../analyze/rings/stored-rings.ts'
import type { RingPage } from '../analyze/rings/stored-rings.ts'
import { tracedThrough, WATERMARK } from '../analyze/watermark.ts'
import type { Reference } from '../model/reference.ts'
import type { Ring } from '../model/ring.ts'
import type { Store } from '../store/store.ts'
import { ringKeeper } from './ring-keeper.ts'

/** Traces rings through everything that was seen, and remembers them: the last tracing is the one that is known. */
export async function traceRings(
  store: Store,
  reference: Pick<Reference, 'officialLines'>,
  now: number = Date.now(),
): Promise<void> {
  // Read before: what comes in meanwhile may be missed.
  const [watermark] = await store.ask(WATERMARK)
  await ringKeeper(store, reference).trace(now)
  await store.noteTraced(watermark!.mark)
}

/** Whether the rings that are known are those of all that was taken in. */
export async function areRingsCurrent(store: Store): Promise<boolean> {
  const [watermark] = await store.ask(WATERMARK)
  return (await store.ask(tracedThrough(watermark!.mark))).length > 0
}

/** The rings that the last tracing found; all of them where no limit is given. */
export function findRings(store: Store, page: RingPage = {}): Promise<Ring[]> {
  return store.ask(storedRings(page))
}

/** How many rings it found, of how many numbers. */
export async function countRings(store: Store): Promise<{ readonly rings: number; readonly numbers: number }> {
  const [count] = await store.ask(RING_COUNT)
  return count!
}

/** One of them; null where there is none of this id. */
export async function ringById(store: Store, id: string): Promise<Ring | null> {
  const [ring] = await store.ask(storedRing(id))
  return ring ?? null
}
