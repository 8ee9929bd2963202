import type { CarrierClass } from './carrier.ts'
import type { LineType } from './line-type.ts'
import type { PhoneNumber } from './phone-number.ts'

/** Whether the numbering plan has a number, and what is wrong with one it cannot have. */
export const VALIDITIES = [
  'valid',
  'possible_not_valid',
  'too_short',
  'too_long',
  'invalid_length',
  'invalid_country_code',
] as const
export type Validity = (typeof VALIDITIES)[number]

/** Vocabulary of the field, number status: assignment. */
export const ASSIGNMENTS = ['allocated', 'unallocated', 'unknown'] as const
export type Assignment = (typeof ASSIGNMENTS)[number]

/** Why something is not known. */
export const UNKNOWN_REASONS = {
  not_in_plan: 'the numbering plan has no such number',
  not_told: 'no source at hand tells it for this range',
  not_allocated: 'the register says that nobody has this range',
  not_listed: 'the table of carriers does not list this provider',
  no_provider: 'it goes by the provider, which is not known',
  fictional: 'the range is set aside for films and examples',
} as const
export type UnknownReason = keyof typeof UNKNOWN_REASONS

/** Who says so, and of which day. date: YYYY-MM-DD; null where the source tells none. */
export type FactSource = { readonly name: string; readonly date: string | null }

/** Numbers that were handed out together. size: how many. */
export type Allocation = { readonly first: PhoneNumber; readonly last: PhoneNumber; readonly size: number }

/** Where a fact is from, or why it is not known. */
export type Origin = FactSource | UnknownReason

/**
 * What is known of a number before anyone has seen it. Unknown is null or `unknown`, never a guess.
 *
 * provider:   the operator as its source writes it; company: the same after aliases and mergers.
 * area:       town or part of the country, of a geographic number; areaCode: its national destination code.
 * allocation: the block it was handed out in, of the source that names the provider or says that nobody has it.
 * status:     the register's own word for the block, such as Quarantined.
 * official:   the organisation whose genuine line this is, with where that is known from.
 * origins:    of each fact who tells it, or why it is not known.
 */
export type NumberFacts = {
  readonly region: string | null
  readonly callingCode: string
  readonly validity: Validity
  readonly lineType: LineType
  readonly provider: string | null
  readonly company: string | null
  readonly carrierClass: CarrierClass
  readonly area: string | null
  readonly areaCode: string | null
  readonly timeZones: readonly string[]
  readonly assignment: Assignment
  readonly status: string | null
  readonly allocation: Allocation | null
  readonly official: { readonly name: string; readonly source: string } | null
  readonly origins: Readonly<Record<'lineType' | 'provider' | 'carrierClass' | 'assignment', Origin>>
}

/** What tables of number ranges tell, before companies, official lines and fiction come into it. */
export type RangeFacts = Omit<NumberFacts, 'company' | 'carrierClass' | 'official' | 'origins'> & {
  readonly origins: Omit<NumberFacts['origins'], 'carrierClass'>
}

/** Looks a number up in tables of number ranges. */
export type RangesOf = (number: PhoneNumber) => RangeFacts
