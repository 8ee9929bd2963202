import { areRingsCurrent, traceRings } from '../app/trace-rings.ts'
import type { Reference } from '../model/reference.ts'
import type { Store } from '../store/store.ts'
import { say } from './output.ts'

/** Traces rings where something was taken in since the last time, and says which it was. */
export async function freshRings(store: Store, reference: Pick<Reference, 'officialLines'>): Promise<void> {
  if (await areRingsCurrent(store)) return say('rings as they were traced: nothing was taken in since')
  say('tracing rings, since something was taken in …')
  await traceRings(store, reference)
}
