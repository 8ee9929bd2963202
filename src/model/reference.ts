import type { Region } from './phone-number.ts'

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
}

/** A genuine line of an organisation. source: where that is known from. */
export type OfficialLine = {
  readonly number: string
  readonly name: string
  readonly region: Region | null
  readonly source: string
}

/** The tables the program ships in data/, handed to the pure floors. */
export type Reference = { readonly brands: readonly Brand[]; readonly officialLines: ReadonlyMap<string, OfficialLine> }
