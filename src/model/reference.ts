import type { CarrierOf } from './carrier.ts'
import type { RangesOf } from './number-facts.ts'
import type { Region } from './phone-number.ts'
import type { ShortCodeOf } from './short-code.ts'

/**
 * A brand scammers impersonate, and the theme it tells where it tells one.
 *
 * names:         what it goes by, written any way.
 * ordinaryWords: names that are words of their own (Ledger, Apple): believed only in a sender's name or a subject.
 */
export type Brand = {
  readonly id: string
  readonly names: readonly string[]
  readonly ordinaryWords: readonly string[]
  readonly theme: string | null
  readonly domains: readonly string[]
  /** Many houses share the name, each with a domain of its own that bears it, as savings banks do. */
  readonly federated?: boolean
}

/** A genuine line of an organisation. source: where that is known from. */
export type OfficialLine = {
  readonly number: string
  readonly name: string
  readonly region: Region | null
  readonly source: string
}

/**
 * A service whose own mail carries what a stranger wrote into one field of it.
 *
 * addresses, domains: where it sends from; an address stands for itself, a domain for all below it.
 * marks:  words of its templates, for mail that it sends in somebody else's name.
 * fields: where the stranger's words begin and end, in the words of the template around them; earlier row, earlier tried.
 * ends:   words with which the foot of its template begins; what follows is the service's own.
 * writes: what a stranger can write.
 * trade:  honest houses write to their customers through it: a price with a telephone in a stranger's words is nothing odd.
 * basis:  how the senders are known: named by a public detection `rule`, or `known` from the service's mail. Fields and
 *         ends are known from its mail and were not checked against each language and each month's template.
 */
export type Service = {
  readonly id: string
  readonly name: string
  readonly basis: 'rule' | 'known'
  readonly trade: boolean
  readonly writes: string
  readonly addresses: readonly string[]
  readonly domains: readonly string[]
  readonly marks: readonly string[]
  readonly fields: readonly (readonly [begins: readonly string[], ends: readonly string[]])[]
  readonly ends: readonly string[]
}

/** The tables the program ships in data/, handed to the pure floors. */
export type Reference = {
  readonly brands: readonly Brand[]
  readonly services: readonly Service[]
  readonly officialLines: ReadonlyMap<string, OfficialLine>
  readonly carrierOf: CarrierOf
  readonly rangesOf: RangesOf
  readonly shortCodeOf: ShortCodeOf
}

/** Of these, what tells what a number is. */
export type NumberTables = Pick<Reference, 'officialLines' | 'carrierOf' | 'rangesOf' | 'shortCodeOf'>
