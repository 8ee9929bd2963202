import { ringMembers, sharedThings } from '../analyze/ring-queries.ts'
import { ringsOf } from '../analyze/rings.ts'
import type { Member } from '../analyze/rings.ts'
import { storedRing, storedRings } from '../analyze/stored-rings.ts'
import { linksOf, mergeLinks } from '../analyze/ties.ts'
import type { Reference } from '../model/reference.ts'
import type { Ring, RingLink } from '../model/ring.ts'
import type { Store } from '../store/store.ts'

/**
 * Traces rings through everything that was seen, and remembers them: the last tracing is the one that is known.
 * Genuine lines of organisations tie nothing, whatever role they were seen in.
 */
export async function traceRings(store: Store, { officialLines }: Pick<Reference, 'officialLines'>): Promise<Ring[]> {
  const found: RingLink[] = []
  for await (const things of store.stream(sharedThings())) {
    for (const thing of things) {
      const standings = thing.standings.filter(({ number }) => !officialLines.has(number))
      found.push(...linksOf({ ...thing, standings }))
    }
  }
  const links = mergeLinks(found)
  const linked = new Set(links.flatMap(({ from, to }) => [from, to]))
  const members: Member[] = []
  for await (const some of store.stream(ringMembers())) members.push(...some.filter(({ number }) => linked.has(number)))
  const rings = ringsOf(links, members)
  await store.writeRings(rings)
  return rings
}

/** The rings that the last tracing found, most numbers first. */
export function findRings(store: Store): Promise<Ring[]> {
  return store.ask(storedRings())
}

/** One of them; null where there is none of this id. */
export async function ringById(store: Store, id: string): Promise<Ring | null> {
  const [ring] = await store.ask(storedRing(id))
  return ring ?? null
}
