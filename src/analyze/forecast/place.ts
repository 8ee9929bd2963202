/**
 * Where the numbering plan has a valid number.
 *
 * kind:     numbers it is compared with: those of its region and line type with as many digits.
 * region:   ISO 3166-1 alpha-2, or a calling code that no region has.
 * provider: whose range it is; null where no source tells.
 * range:    the range it was handed out in, by its first number; null where no source tells. rangeSize: its numbers.
 */
export type Place = {
  readonly kind: string
  readonly region: string
  readonly provider: string | null
  readonly range: string | null
  readonly rangeSize: number
}

/** null for what the plan does not have. */
export type PlaceOf = (digits: number) => Place | null

/** By provider and by range: the fresh numbers of each (see `Production`), with the half-life of TALLY_HALF_LIFE. */
export type PlaceTally = Readonly<Record<string, number>>
