/** Widths whose production is told. */
export const FORECAST_WIDTHS = [10, 100, 1_000, 10_000] as const

/** What a number adds to the freshness of its blocks halves in each of these times; days. */
export const HALF_LIVES = [7, 30, 120] as const

/** How many known numbers are told on each side of one. */
export const NEAR = 4

/** Neighbours are looked for in the number's thousand and in the ones beside it. */
export const REACH = 1_000

/** A malicious number and the day it was first seen: whole days since 1970, UTC. */
export type Born = { readonly digits: number; readonly day: number }

/**
 * One block as it stood on a day.
 *
 * numbers: malicious ones known in it. fresh: the same, each halved for every half-life since it was first seen; one
 * figure for each of HALF_LIVES.
 */
export type Production = { readonly numbers: number; readonly fresh: readonly number[] }

/**
 * What is known around a number, itself left out.
 *
 * blocks: one for each of FORECAST_WIDTHS.
 * below, above: the nearest known numbers on each side, nearest first, at most NEAR.
 * newest: of those of its thousand the one that was first seen last, the highest of several; null where there is none.
 */
export type Vicinity = {
  readonly blocks: readonly Production[]
  readonly below: readonly Born[]
  readonly above: readonly Born[]
  readonly newest: Born | null
}

/** Numbers older than this are as good as stale for every half-life; days. */
const OLDEST = 4_096

const FRESHNESS = HALF_LIVES.map((days) => Float64Array.from({ length: OLDEST }, (_, age) => 0.5 ** (age / days)))

/**
 * What is left of a number of some age, by the place of a half-life in HALF_LIVES.
 *
 * In: ageDays, whole; a day to come counts as today.
 */
export function freshness(ageDays: number, halfLife: number): number {
  return ageDays >= OLDEST ? 0 : FRESHNESS[halfLife]![Math.max(0, ageDays)]!
}
