import { ringEvents } from '../analyze/rings/stored-rings.ts'
import { messagesShown } from '../analyze/messages-shown.ts'
import type { ShownMessage } from '../analyze/messages-shown.ts'
import type { Lookup } from '../model/lookup.ts'
import type { Ring, RingEvent } from '../model/ring.ts'
import type { Store } from '../store/store.ts'
import { lookUp } from './look-up.ts'
import type { LookUpSources } from './look-up.ts'
import { ringById } from './trace-rings.ts'

/** A ring with what is known of its numbers, and the messages that its links name. */
export type ShownRing = {
  readonly ring: Ring
  readonly members: readonly Lookup[]
  readonly shown: readonly ShownMessage[]
  /** What became of it, oldest first. */
  readonly history: readonly RingEvent[]
}

/** The ring of an id, with all that shows it; null where there is none. */
export async function shownRing(store: Store, sources: LookUpSources, id: string): Promise<ShownRing | null> {
  const ring = await ringById(store, id)
  if (!ring) return null
  return {
    ring,
    members: ring.numbers.map((number) => lookUp(number, sources)),
    shown: await messagesOf(store, ring),
    history: await historyOf(store, id),
  }
}

/** What is remembered of the messages that a ring's links name. */
export async function messagesOf(store: Store, { links }: Ring): Promise<ShownMessage[]> {
  const ids = [...new Set(links.flatMap(({ messages }) => messages))]
  return ids.length > 0 ? store.ask(messagesShown(ids)) : []
}

/** What became of a ring, whether or not it is still there: oldest first. */
export function historyOf(store: Store, id: string): Promise<RingEvent[]> {
  return store.ask(ringEvents(id))
}
