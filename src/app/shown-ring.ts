import { messagesShown } from '../analyze/messages-shown.ts'
import type { ShownMessage } from '../analyze/messages-shown.ts'
import type { Lookup } from '../model/lookup.ts'
import type { Ring } from '../model/ring.ts'
import type { Store } from '../store/store.ts'
import { lookUp } from './look-up.ts'
import type { LookUpSources } from './look-up.ts'
import { ringById } from './trace-rings.ts'

/** A ring with what is known of its numbers, and the messages that its links name. */
export type ShownRing = {
  readonly ring: Ring
  readonly members: readonly Lookup[]
  readonly shown: readonly ShownMessage[]
}

/** The ring of an id, with all that shows it; null where there is none. */
export async function shownRing(store: Store, sources: LookUpSources, id: string): Promise<ShownRing | null> {
  const ring = await ringById(store, id)
  if (!ring) return null
  const ids = [...new Set(ring.links.flatMap(({ messages }) => messages))]
  return {
    ring,
    members: ring.numbers.map((number) => lookUp(number, sources)),
    shown: ids.length > 0 ? await store.ask(messagesShown(ids)) : [],
  }
}
