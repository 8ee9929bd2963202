import { DAY_MILLIS } from '../../model/day.ts'
import type { LinkKind } from '../../model/ring.ts'
import { common, kindOf, NONE } from './graph-parts.ts'
import type { Parts } from './graph-parts.ts'
import { BLOCK_WIDTH, KIND_NAMES, KINDS } from './kinds.ts'
import type { Family } from './kinds.ts'
import type { StoodKind } from './member.ts'
import { cameTogether } from './senders-of.ts'
import { WEIGHTS } from './weights.ts'
import type { Level } from './weights.ts'

/** How two numbers agree in one respect. shared: what they share; '' where they differ. */
export type Agreement = { readonly kind: LinkKind; readonly shared: string; readonly level: Level }

/** Neighbours so near each other are a run. */
const RUN = 10

/**
 * Compares two nodes in every respect that is known of both. Of each family of things only the strongest counts: what
 * they share beyond it follows from it.
 */
export function compare(parts: Parts, a: number, b: number): Agreement[] {
  const agreements: Agreement[] = [timeOf(parts, a, b), countryOf(parts, a, b)]
  const strongest: Partial<Record<Family, ThingAgreement>> = {}
  const both = common(parts, a, b)
  for (let at = 0; at < both.length; at += 2) {
    const agreement = agreementOf(parts, both[at]!, both[at + 1]!)
    if (!agreement) continue
    const { family } = KINDS[agreement.kind]
    const known = strongest[family]
    if (!known || isStronger(agreement, known)) strongest[family] = agreement
  }
  for (const family of FAMILIES) {
    const found = strongest[family]
    if (found) agreements.push(found)
    else if (family !== 'hands' && hasAny(parts, a, family) && hasAny(parts, b, family)) {
      agreements.push({ kind: KIND_OF[family], shared: '', level: `${family} differs` })
    }
  }
  const block = blockOf(parts, a, b)
  if (block) agreements.push(block)
  const [one, other] = [parts.brands[a]!, parts.brands[b]!]
  const brand = one.find((each) => other.includes(each))
  if (brand !== undefined) agreements.push({ kind: 'brand', shared: brand, level: 'brand, same' })
  else if (one.length > 0 && other.length > 0) agreements.push({ kind: 'brand', shared: '', level: 'brand, other' })
  return agreements
}

type ThingAgreement = Agreement & { readonly kind: StoodKind }

const FAMILIES = ['content', 'sender', 'hands'] as const

/** In: a tie of each to one thing. Out: null where that says nothing. */
function agreementOf(parts: Parts, one: number, other: number): ThingAgreement | null {
  const { ties, shared } = parts
  const thing = ties.thing[one]!
  const kind = kindOf(parts, thing)
  if (kind === 'block' || ties.sender[one] === NONE || ties.spell[one] !== ties.spell[other]) return null
  const level = levelOf(kind, ties.senders[one]!, ties.sender[one] === ties.sender[other])
  return { kind, shared: String(shared[thing]), level }
}

/** Of what is worth the same, the one that is named first, so that it does not matter which came first. */
function isStronger(one: ThingAgreement, other: ThingAgreement): boolean {
  const more = strength(one) - strength(other)
  return more > 0 || (more === 0 && (one.kind === other.kind ? one.shared < other.shared : one.kind < other.kind))
}

/** Where the very mail or file is shared, its words say nothing more, whatever they are worth by themselves. */
function strength({ kind, level }: ThingAgreement): number {
  return kind === 'message' ? 1_000 : kind === 'attachment' ? 100 : WEIGHTS[level]
}

/** What a family is called where nothing of it is shared. */
const KIND_OF = { content: 'template', sender: 'sender_domain' } as const

function levelOf(kind: StoodKind, senders: number, isSame: boolean): Level {
  const as = LIKE[kind]
  if (as === 'mail') return as
  if (as === 'address') return senders <= 7 ? 'address, few senders' : 'address, many senders'
  if (senders === 1) return LEVELS[as].alone
  const many = senders <= 3 ? 0 : senders <= 7 ? 1 : 2
  return (isSame ? LEVELS[as].one : LEVELS[as].two)[many]
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
} as const satisfies Record<StoodKind, string>

/** Of numbers of one sender, and of two: where a thing has two or three, up to seven, and more. */
const LEVELS = {
  words: {
    alone: 'words, one sender of 1',
    one: ['words, one sender of 2-3', 'words, one sender of 4-7', 'words, one sender of 8+'],
    two: ['words, two senders of 2-3', 'words, two senders of 4-7', 'words, two senders of 8+'],
  },
  domain: {
    alone: 'domain, one sender of 1',
    one: ['domain, one sender of 2-3', 'domain, one sender of 4-7', 'domain, one sender of 8+'],
    two: ['domain, two senders of 2-3', 'domain, two senders of 4-7', 'domain, two senders of 8+'],
  },
} as const

/** Neighbours speak for each other. That numbers are no neighbours says nothing that their senders do not say already. */
function blockOf(parts: Parts, one: number, other: number): Agreement | null {
  const [a, b] = [parts.nodes.digits[one]!, parts.nodes.digits[other]!]
  const apart = Math.abs(a - b)
  const isIn = (width: number): boolean => Math.floor(a / width) === Math.floor(b / width)
  const near = apart <= RUN ? 'run' : isIn(BLOCK_WIDTH) ? 'hundred' : isIn(10_000) ? 'ten thousand' : null
  if (near === null) return null
  const width = near === 'ten thousand' ? 10_000 : BLOCK_WIDTH
  const level = cameTogether(parts, one, other) ? (`block, ${near} then` as const) : (`block, ${near} later` as const)
  return { kind: 'block', shared: `+${Math.floor(a / width)}`, level }
}

function timeOf({ nodes: { firstSeenAt, lastSeenAt } }: Parts, a: number, b: number): Agreement {
  const days = Math.max(0, firstSeenAt[a]! - lastSeenAt[b]!, firstSeenAt[b]! - lastSeenAt[a]!) / DAY_MILLIS
  const level = days === 0 ? 'time, both' : days <= 7 ? 'time, week' : days <= 45 ? 'time, weeks' : 'time, apart'
  return { kind: 'time', shared: days === 0 ? '' : `${Math.ceil(days)} days`, level }
}

function countryOf({ nodes: { country } }: Parts, a: number, b: number): Agreement {
  return country[a] === country[b]
    ? { kind: 'country', shared: `+${country[a]}`, level: 'country, same' }
    : { kind: 'country', shared: '', level: 'country, other' }
}

/** Whether a node stands in anything of a family that is no hub. */
function hasAny({ nodes, ties, things }: Parts, node: number, family: Family): boolean {
  for (let tie = nodes.ties[node]!; tie !== NONE; tie = ties.nextOfNode[tie]!) {
    if (FAMILY_OF[things.kind[ties.thing[tie]!]!] === family && ties.sender[tie] !== NONE) return true
  }
  return false
}

const FAMILY_OF: readonly Family[] = KIND_NAMES.map((kind) => KINDS[kind].family)
