import { lookalikes } from '../analyze/campaigns/lookalikes.ts'
import type { Group } from '../analyze/rings/graph-parts.ts'
import { ringGraph } from '../analyze/rings/ring-graph.ts'
import { numbersChanged, ringMembers, ringMembersChanged, wordings } from '../analyze/rings/ring-queries.ts'
import { ringOf, seenFirst } from '../analyze/rings/rings.ts'
import { memberships } from '../analyze/rings/stored-rings.ts'
import { succession } from '../analyze/rings/succession.ts'
import type { KnownRing, NewGroup } from '../analyze/rings/succession.ts'
import type { PhoneNumber } from '../model/phone-number.ts'
import type { Reference } from '../model/reference.ts'
import type { Ring } from '../model/ring.ts'
import type { Store } from '../store/store.ts'

/** Before the template that gave a group of wordings its name. */
const GROUP_PREFIX = 't:'

/** Holds what rings are told by, so that what is taken in touches its own ring alone. */
export type RingKeeper = {
  /** Traces rings through everything that was seen, and remembers them. Once, before anything is followed. */
  trace(now: number): Promise<Ring[]>
  /**
   * Brings the rings up to what was taken in at or after a time (Unix milliseconds).
   *
   * Out: how many rings are new or not what they were.
   */
  follow(sinceAt: number, now: number): Promise<number>
}

/** Genuine lines of organisations tie nothing, whatever role they were seen in. */
export function ringKeeper(store: Store, { officialLines }: Pick<Reference, 'officialLines'>): RingKeeper {
  const renamed: string[] = []
  const words = lookalikes((gone) => renamed.push(gone.slice(GROUP_PREFIX.length)))
  const graph = ringGraph((template) => words.groupOf('template', template).slice(GROUP_PREFIX.length))
  const names = new Map<Group, string>()
  const taken = new Set<string>()

  const learnWords = async (sinceAt: number): Promise<void> => {
    for await (const some of store.stream(wordings(sinceAt))) {
      for (const { template, sketch } of some) words.add({ template, sketch, attachment: '', picture: '' })
    }
    for (const template of renamed.splice(0)) graph.rename('template', template)
  }
  const name = (groups: readonly Group[], ids: readonly string[]): Ring[] =>
    groups.map((group, at) => {
      names.set(group, ids[at]!)
      taken.add(ids[at]!)
      return ringOf(ids[at]!, group)
    })

  return {
    async trace(now) {
      await learnWords(0)
      for await (const some of store.stream(ringMembers())) {
        for (const member of some) if (!officialLines.has(member.number)) graph.put(member)
      }
      graph.settle()
      const groups = [...graph.groups()]
      const { ids, events } = succession(await knownRings(store), groups.map(newGroupOf), now)
      const rings = name(groups, ids).sort((a, b) => b.numbers.length - a.numbers.length || (a.id < b.id ? -1 : 1))
      await store.writeRings(rings, events)
      return rings
    },
    async follow(sinceAt, now) {
      await learnWords(sinceAt)
      const changed = new Set(await store.ask(numbersChanged(sinceAt)))
      for (const member of await store.ask(ringMembersChanged(sinceAt))) {
        if (officialLines.has(member.number)) continue
        changed.delete(member.number)
        graph.put(member)
      }
      for (const number of changed) graph.remove(number)
      const { gone, made } = graph.settle()
      const before = gone.map((group) => ({ id: names.get(group)!, numbers: numbersOf(group) }))
      for (const group of gone) {
        taken.delete(names.get(group)!)
        names.delete(group)
      }
      const { ids, events } = succession(before, made.map(newGroupOf), now, (id) => taken.has(id))
      const rings = name(made, ids)
      const inRing = new Set(made.flatMap(numbersOf))
      if (before.length + rings.length === 0) return 0
      await store.changeRings({
        made: rings,
        gone: before.map(({ id }) => id).filter((id) => !ids.includes(id)),
        loose: before.flatMap(({ numbers }) => numbers.filter((number) => !inRing.has(number))),
        events,
      })
      return rings.length
    },
  }
}

const numbersOf = ({ nodes }: Group): PhoneNumber[] => nodes.map(({ member }) => member.number)

const newGroupOf = (group: Group): NewGroup => ({ numbers: numbersOf(group), seenFirst: seenFirst(group) })

/** The rings that are remembered. */
async function knownRings(store: Store): Promise<KnownRing[]> {
  const numbers = new Map<string, PhoneNumber[]>()
  for await (const some of store.stream(memberships())) {
    for (const { number, ring } of some) {
      const own = numbers.get(ring)
      if (own) own.push(number)
      else numbers.set(ring, [number])
    }
  }
  return [...numbers].map(([id, own]) => ({ id, numbers: own }))
}
