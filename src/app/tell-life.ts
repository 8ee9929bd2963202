import { lifeCounts, severalOf, watchedDays } from '../analyze/life/life-queries.ts'
import { lifeOf } from '../analyze/life/life.ts'
import type { Life } from '../model/life.ts'
import type { NumberTables } from '../model/reference.ts'
import type { Slice } from '../model/slice.ts'
import type { Store } from '../store/store.ts'
import { resolveSlice } from './resolve-slice.ts'

/** How the numbers of a slice live; null where it holds none. Units: now in Unix milliseconds. */
export async function tellLife(store: Store, tables: NumberTables, slice: Slice, now: number): Promise<Life | null> {
  const condition = await resolveSlice(store, tables, slice, now)
  const [watched = null] = await store.ask(watchedDays(condition))
  if (!watched) return null
  const counts = await store.ask(lifeCounts(condition, watched.to))
  const [several] = await store.ask(severalOf(condition))
  return lifeOf(counts, several!, watched)
}
