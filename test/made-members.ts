import { numberOf } from '../src/analyze/rings/graph-parts.ts'
import type { Member, StoodKind } from '../src/analyze/rings/member.ts'
import type { RingGraph } from '../src/analyze/rings/ring-graph.ts'
import { digitsOf, numberFromDigits } from '../src/model/phone-number.ts'
import type { PhoneNumber } from '../src/model/phone-number.ts'

export const DAY = 86_400_000

/** Numbers that lie in no block together. */
export const farNumber = (index: number): PhoneNumber => numberFromDigits(12_005_550_100 + index * 10_000_000)

/** A thing that a number stood in. */
export type Standing = {
  readonly kind: StoodKind
  readonly shared: string
  readonly firstSeenAt: number
  readonly lastSeenAt: number
  readonly message: string
}

/** A number, and what it stood in. */
export type MadeMember = Member & { readonly standings: readonly Standing[] }

/** What a number stood in, from this day to the next: `template:t1`. */
export const stood = (thing: string, day = 0): Standing => {
  const [kind, shared] = thing.split(':') as [StoodKind, string]
  return { kind, shared, firstSeenAt: day * DAY, lastSeenAt: (day + 1) * DAY, message: `${thing} ${day}` }
}

/** A number as rings see it. */
export function madeMember(
  number: PhoneNumber,
  standings: readonly Standing[],
  rest: Partial<MadeMember> = {},
): MadeMember {
  return {
    number,
    firstSeenAt: Math.min(...standings.map(({ firstSeenAt }) => firstSeenAt)),
    lastSeenAt: Math.max(...standings.map(({ lastSeenAt }) => lastSeenAt)),
    brands: [],
    messages: 0,
    standings,
    ...rest,
  }
}

/** Puts numbers with what they stood in. */
export function putAll(graph: RingGraph, members: Iterable<MadeMember>): void {
  for (const { standings, ...member } of members) {
    graph.put(member)
    for (const { kind, shared, firstSeenAt, lastSeenAt, message } of standings) {
      graph.stand({
        kind,
        shared,
        digits: [digitsOf(member.number)],
        firstSeenAt: [firstSeenAt],
        lastSeenAt: [lastSeenAt],
        messages: [message],
      })
    }
  }
}

/** The groups a graph has found, as their numbers. */
export function numbersIn({ parts, groups }: RingGraph): PhoneNumber[][] {
  return [...groups()].map(({ nodes }) => nodes.map((node) => numberOf(parts, node)))
}
