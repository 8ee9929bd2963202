import type { Region } from './phone-number.ts'

/** A brand scammers impersonate: the names it goes by, and its theme where it tells one. */
export type Brand = {
  readonly id: string
  readonly names: readonly string[]
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
