import { lookalikes } from '../analyze/campaigns/lookalikes.ts'
import type { Group } from '../analyze/rings/graph-parts.ts'
import { ringGraph } from '../analyze/rings/ring-graph.ts'
import type { Member } from '../analyze/rings/member.ts'
import {
  KINDS_KNOWN,
  ringMembers,
  shownIn,
  STOOD_KINDS,
  stoodIn,
  wordings,
  written,
} from '../analyze/rings/ring-queries.ts'
import type { Wording } from '../analyze/rings/ring-queries.ts'
import { ringOf, seenFirst } from '../analyze/rings/rings.ts'
import { memberships } from '../analyze/rings/stored-rings.ts'
import { succession } from '../analyze/rings/succession.ts'
import type { KnownRing, NewGroup } from '../analyze/rings/succession.ts'
import { inBatches } from '../model/grouped.ts'
import { digitsOf, numberFromDigits } from '../model/phone-number.ts'
import type { Reference } from '../model/reference.ts'
import type { Ring } from '../model/ring.ts'
import type { Store } from '../store/store.ts'

/** Numbers or mails of one question: what is asked about is said in an address. */
const ASKED_AT_ONCE = 1_000

/** Before the template that gave a group of wordings its name. */
const GROUP_PREFIX = 't:'

/** Holds what rings are told by, so that what is taken in touches its own ring alone. */
export type RingKeeper = {
  /** Traces rings through everything that was seen, and remembers them. Once, before anything is followed. */
  trace(now: number): Promise<void>
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

  const learn = ({ template, sketch }: Wording): void =>
    void words.add({ template, sketch, attachment: '', picture: '' })
  const put = (member: Member): void => {
    if (!officialLines.has(member.number)) graph.put(member)
  }
  const rename = (): void => {
    for (const template of renamed.splice(0)) graph.rename('template', template)
  }
  const name = (groups: readonly Group[], ids: readonly string[]): void => {
    for (const [at, group] of groups.entries()) {
      names.set(group, ids[at]!)
      taken.add(ids[at]!)
    }
  }
  const told = (group: Group): Ring => ringOf(graph.parts, names.get(group)!, group)
  function* toldOf(groups: readonly Group[]): Generator<Ring> {
    for (const group of groups) yield told(group)
  }
  const digitsIn = ({ nodes }: Group): number[] => nodes.map((node) => graph.parts.nodes.digits[node]!)
  const newGroupOf = (group: Group): NewGroup => ({
    digits: digitsIn(group),
    seenFirst: seenFirst(graph.parts, group),
  })

  return {
    async trace(now) {
      const [kinds = []] = await store.ask(KINDS_KNOWN)
      await readAll([
        read(store.stream(wordings()), learn),
        read(store.stream(ringMembers()), put),
        ...kinds.map((kind) => read(store.stream(stoodIn([kind])), graph.stand)),
      ])
      rename()
      graph.settle()
      const groups = [...graph.groups()]
      const { ids, events } = succession(await knownRings(store), groups.map(newGroupOf), now)
      name(groups, ids)
      await store.writeRings(toldOf(groups), events)
    },
    async follow(sinceAt, now) {
      for (const wording of await store.ask(wordings(sinceAt))) learn(wording)
      rename()
      for (const digits of inBatches(await changedSince(store, sinceAt), ASKED_AT_ONCE)) {
        const left = new Set(digits)
        for (const member of await store.ask(ringMembers(digits))) {
          if (!officialLines.has(member.number)) left.delete(digitsOf(member.number))
          put(member)
        }
        for (const each of left) graph.remove(each)
        for (const stood of await store.ask(stoodIn(STOOD_KINDS, digits))) graph.stand(stood)
      }
      const { gone, made } = graph.settle()
      const before = gone.map((group) => ({ id: names.get(group)!, digits: digitsIn(group) }))
      for (const group of gone) {
        taken.delete(names.get(group)!)
        names.delete(group)
      }
      const { ids, events } = succession(before, made.map(newGroupOf), now, (id) => taken.has(id))
      name(made, ids)
      const inRing = new Set(made.flatMap(digitsIn))
      if (before.length + made.length === 0) return 0
      await store.changeRings({
        made: made.map(told),
        gone: before.map(({ id }) => id).filter((id) => !ids.includes(id)),
        loose: before.flatMap(({ digits }) => digits.filter((each) => !inRing.has(each)).map(numberFromDigits)),
        events,
      })
      return made.length
    },
  }
}

/** The rings that are remembered. */
async function knownRings(store: Store): Promise<KnownRing[]> {
  const rings = new Map<string, number[]>()
  for await (const some of store.stream(memberships())) {
    for (const { number, ring } of some) {
      const own = rings.get(ring)
      if (own) own.push(digitsOf(number))
      else rings.set(ring, [digitsOf(number)])
    }
  }
  return [...rings].map(([id, digits]) => ({ id, digits }))
}

/** Digits of the numbers that may not be what they were: written about since a time, or beside one in a mail. */
async function changedSince(store: Store, sinceAt: number): Promise<Set<number>> {
  const rows = await store.ask(written(sinceAt))
  const changed = new Set(rows.map(({ digits }) => digits))
  const mails = new Set(rows.flatMap(({ message }) => (message === '' ? [] : [message])))
  for (const messages of inBatches(mails, ASKED_AT_ONCE)) {
    for (const digits of await store.ask(shownIn(messages))) changed.add(digits)
  }
  return changed
}

/** A stream that is read batch by batch: it stops where one is there and not taken in yet. */
type Reading = AsyncIterator<void>

async function* read<Item>(stream: AsyncIterable<readonly Item[]>, take: (item: Item) => void): AsyncGenerator<void> {
  for await (const some of stream) {
    yield
    for (const item of some) take(item)
  }
}

/** Reads one stream after the other; the next is being asked for while one is read. */
async function readAll(readings: readonly Reading[]): Promise<void> {
  let first = readings[0]?.next()
  try {
    for (const [at, reading] of readings.entries()) {
      let item = await first!
      first = readings[at + 1]?.next()
      // What it fails with is met when its turn has come.
      first?.catch(() => {})
      while (!item.done) item = await reading.next()
    }
  } finally {
    await first?.catch(() => {})
    for (const reading of readings) await reading.return?.()
  }
}
