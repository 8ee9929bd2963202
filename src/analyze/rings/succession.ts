import { grouped } from '../../model/grouped.ts'
import type { PhoneNumber } from '../../model/phone-number.ts'
import type { RingEvent } from '../../model/ring.ts'
import { ringId } from './rings.ts'

/** A ring as it was known before, by the digits of its numbers. */
export type KnownRing = { readonly id: string; readonly digits: readonly number[] }

/** Digits of numbers that are a ring now. seenFirst: the one it is named after where it has no name yet. */
export type NewGroup = { readonly digits: readonly number[]; readonly seenFirst: PhoneNumber }

/**
 * Tells which rings of now are which of before: the greatest overlap inherits the name, one ring each; what inherits none
 * is named after its first number.
 *
 * In:  before, the rings that the groups may come from; at, when; isTaken, whether another ring goes by a name.
 * Out: a name for each group, in their order, and what happened.
 */
export function succession(
  before: readonly KnownRing[],
  groups: readonly NewGroup[],
  at: number,
  isTaken: (id: string) => boolean = () => false,
): { readonly ids: readonly string[]; readonly events: readonly RingEvent[] } {
  const overlaps = overlapsOf(before, groups)
  const ids: (string | null)[] = groups.map(() => null)
  /** The group each ring of before went on in, or that took most of it. */
  const wentTo = new Map<string, { group: number; isHeir: boolean }>()
  for (const { id, group } of overlaps) {
    if (ids[group] === null && !wentTo.get(id)?.isHeir) {
      ids[group] = id
      wentTo.set(id, { group, isHeir: true })
    } else if (!wentTo.has(id)) wentTo.set(id, { group, isHeir: false })
  }
  const inherited = ids.map((id) => id !== null)
  const used = new Set(before.map(({ id }) => id))
  const names = ids.map((id, group) => {
    if (id !== null) return id
    let name = ringId(groups[group]!.seenFirst)
    for (let again = 2; used.has(name) || isTaken(name); again++) name = ringId(`${groups[group]!.seenFirst} ${again}`)
    used.add(name)
    return name
  })
  const sizes = new Map(before.map(({ id, digits }) => [id, digits.length]))
  const fromOf = grouped(overlaps, ({ group }) => group)
  const events = groups.flatMap(({ digits }, group): RingEvent[] => {
    const ring = names[group]!
    const numbers = digits.length
    const event = (kind: RingEvent['kind'], others: readonly string[] = []): RingEvent => ({
      ring,
      at,
      kind,
      numbers,
      others,
    })
    const from = (fromOf.get(group) ?? []).filter(({ id }) => id !== ring).map(({ id }) => id)
    if (!inherited[group]) return [from.length > 0 ? event('split', from) : event('born')]
    const swallowed = from.filter((id) => wentTo.get(id)?.group === group)
    if (swallowed.length > 0) return [event('merged', swallowed)]
    const size = sizes.get(ring)!
    return numbers > size ? [event('grew')] : numbers < size ? [event('shrank')] : []
  })
  const ended = before.flatMap(({ id }): RingEvent[] => {
    const to = wentTo.get(id)
    if (to?.isHeir) return []
    return [{ ring: id, at, kind: 'ended', numbers: 0, others: to ? [names[to.group]!] : [] }]
  })
  return { ids: names, events: [...events, ...ended] }
}

type Overlap = { readonly id: string; readonly group: number; readonly shared: number }

/** Rings of before and groups that have numbers in common: those of most first, then by name. */
function overlapsOf(before: readonly KnownRing[], groups: readonly NewGroup[]): Overlap[] {
  const ringOf = new Map<number, string>()
  for (const { id, digits } of before) for (const each of digits) ringOf.set(each, id)
  const overlaps: Overlap[] = []
  for (const [group, { digits }] of groups.entries()) {
    const counts = new Map<string, number>()
    for (const each of digits) {
      const id = ringOf.get(each)
      if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1)
    }
    for (const [id, shared] of counts) overlaps.push({ id, group, shared })
  }
  const first = ({ group }: Overlap): string => groups[group]!.seenFirst
  return overlaps.sort((a, b) => b.shared - a.shared || order(a.id, b.id) || order(first(a), first(b)))
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
