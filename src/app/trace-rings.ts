import { lookalikes } from '../analyze/campaigns/lookalikes.ts'
import { ringGraph } from '../analyze/rings/ring-graph.ts'
import type { RingGraph } from '../analyze/rings/ring-graph.ts'
import { ringMembers, wordings } from '../analyze/rings/ring-queries.ts'
import { ringId, ringOf, seenFirst } from '../analyze/rings/rings.ts'
import { storedRing, storedRings } from '../analyze/rings/stored-rings.ts'
import type { Reference } from '../model/reference.ts'
import type { Ring } from '../model/ring.ts'
import type { Store } from '../store/store.ts'

/**
 * Traces rings through everything that was seen, and remembers them: the last tracing is the one that is known.
 * Genuine lines of organisations tie nothing, whatever role they were seen in.
 */
export async function traceRings(store: Store, reference: Pick<Reference, 'officialLines'>): Promise<Ring[]> {
  const graph = await graphOf(store, reference)
  const rings = [...graph.groups()]
    .map((group) => ringOf(ringId(seenFirst(group)), group))
    .sort((a, b) => b.numbers.length - a.numbers.length || (a.id < b.id ? -1 : 1))
  await store.writeRings(rings)
  return rings
}

/** Before the template that gave a group of wordings its name. */
const GROUP_PREFIX = 't:'

/** Everything that was seen, as a graph of numbers. */
async function graphOf(store: Store, { officialLines }: Pick<Reference, 'officialLines'>): Promise<RingGraph> {
  const words = lookalikes()
  for await (const some of store.stream(wordings())) {
    for (const { template, sketch } of some) words.add({ template, sketch, attachment: '', picture: '' })
  }
  const graph = ringGraph((template) => words.groupOf('template', template).slice(GROUP_PREFIX.length))
  for await (const some of store.stream(ringMembers())) {
    for (const member of some) if (!officialLines.has(member.number)) graph.put(member)
  }
  graph.settle()
  return graph
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
