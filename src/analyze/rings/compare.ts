import { DAY_MILLIS } from '../../model/day.ts'
import { callingCodeOf } from '../../model/phone-number.ts'
import type { LinkKind } from '../../model/ring.ts'
import type { Node, Tie } from './graph-parts.ts'
import { NONE } from './graph-parts.ts'
import { BLOCK_WIDTH } from './kinds.ts'
import type { Family, ThingKind } from './kinds.ts'
import type { Member } from './member.ts'
import { cameTogether } from './senders-of.ts'
import { WEIGHTS } from './weights.ts'
import type { Level } from './weights.ts'

/** How two numbers agree in one respect. shared: what they share; '' where they differ. */
export type Agreement = { readonly kind: LinkKind; readonly shared: string; readonly level: Level; readonly tie?: Tie }

/** Neighbours so near each other are a run. */
const RUN = 10

/**
 * Compares two numbers in every respect that is known of both. Of each family of things only the strongest counts:
 * what they share beyond it follows from it.
 */
export function compare(a: Node, b: Node): Agreement[] {
  const agreements: Agreement[] = [timeOf(a.member, b.member), countryOf(a.member, b.member)]
  const strongest = new Map<Family, Agreement>()
  for (const [one, other] of common(a.ties, b.ties)) {
    const { kind, family, shared } = one.thing
    if (kind === 'block' || one.spell !== other.spell || one.sender === NONE) continue
    const agreement = { kind, shared, level: levelOf(kind, one, other), tie: one }
    const known = strongest.get(family)
    if (!known || strength(known) < strength(agreement)) strongest.set(family, agreement)
  }
  for (const family of ['content', 'sender', 'hands'] as const) {
    const found = strongest.get(family)
    if (found) agreements.push(found)
    else if (family !== 'hands' && hasAny(a, family) && hasAny(b, family)) {
      agreements.push({ kind: KIND_OF[family], shared: '', level: `${family} differs` })
    }
  }
  const block = blockOf(a, b)
  if (block) agreements.push(block)
  const brand = a.member.brands.find((each) => b.member.brands.includes(each))
  if (brand !== undefined) agreements.push({ kind: 'brand', shared: brand, level: 'brand, same' })
  else if (a.member.brands.length > 0 && b.member.brands.length > 0) {
    agreements.push({ kind: 'brand', shared: '', level: 'brand, other' })
  }
  return agreements
}

/** Where the very mail or file is shared, its words say nothing more, whatever they are worth by themselves. */
function strength({ kind, level }: Agreement): number {
  return kind === 'message' ? Infinity : kind === 'attachment' ? Number.MAX_VALUE : WEIGHTS[level]
}

/** What a family is called where nothing of it is shared. */
const KIND_OF = { content: 'template', sender: 'sender_domain' } as const

function levelOf(kind: Exclude<ThingKind, 'block'>, one: Tie, other: Tie): Level {
  const { senders } = one
  const as = LIKE[kind]
  if (as === 'mail') return as
  if (as === 'address') return senders <= 7 ? 'address, few senders' : 'address, many senders'
  if (senders === 1) return `${as}, one sender of 1`
  const many = senders <= 3 ? '2-3' : senders <= 7 ? '4-7' : '8+'
  return `${as}, ${one.sender === other.sender ? 'one sender' : 'two senders'} of ${many}`
}

/** What each kind is weighed as: made-up worlds have the first of each. */
const LIKE = {
  message: 'mail',
  attachment: 'mail',
  template: 'words',
  picture: 'words',
  pdf_kit: 'words',
  service: 'words',
  reply_to: 'address',
  account: 'address',
  device: 'address',
  sender_domain: 'domain',
  ip: 'domain',
} as const satisfies Record<Exclude<ThingKind, 'block'>, string>

/** Neighbours speak for each other. That numbers are no neighbours says nothing that their senders do not say already. */
function blockOf(one: Node, other: Node): Agreement | null {
  const [a, b] = [one.digits, other.digits]
  const apart = Math.abs(a - b)
  const when = cameTogether(one, other) ? 'then' : 'later'
  const isIn = (width: number): boolean => Math.floor(a / width) === Math.floor(b / width)
  const near = apart <= RUN ? 'run' : isIn(BLOCK_WIDTH) ? 'hundred' : isIn(10_000) ? 'ten thousand' : null
  if (near === null) return null
  const width = near === 'ten thousand' ? 10_000 : BLOCK_WIDTH
  return { kind: 'block', shared: `+${Math.floor(a / width)}`, level: `block, ${near} ${when}` }
}

function timeOf(a: Member, b: Member): Agreement {
  const days = Math.max(0, a.firstSeenAt - b.lastSeenAt, b.firstSeenAt - a.lastSeenAt) / DAY_MILLIS
  const level = days === 0 ? 'time, both' : days <= 7 ? 'time, week' : days <= 45 ? 'time, weeks' : 'time, apart'
  return { kind: 'time', shared: days === 0 ? '' : `${Math.ceil(days)} days`, level }
}

function countryOf(a: Member, b: Member): Agreement {
  const [one, other] = [callingCodeOf(a.number), callingCodeOf(b.number)]
  return one === other
    ? { kind: 'country', shared: `+${one}`, level: 'country, same' }
    : { kind: 'country', shared: '', level: 'country, other' }
}

function hasAny({ ties }: Node, family: Family): boolean {
  return ties.some((tie) => tie.thing.family === family && tie.sender !== NONE)
}

/** What both stand in. Both lists go by the id of the thing. */
export function* common(one: readonly Tie[], other: readonly Tie[]): Generator<[Tie, Tie]> {
  for (let [i, j] = [0, 0]; i < one.length && j < other.length;) {
    const [a, b] = [one[i]!, other[j]!]
    if (a.thing === b.thing) yield [a, b]
    if (a.thing.id <= b.thing.id) i++
    if (b.thing.id <= a.thing.id) j++
  }
}
