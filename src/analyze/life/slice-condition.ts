import type { Slice } from '../../model/slice.ts'
import { ACCUSED_PARAMS, SEEN_ACCUSED } from '../malicious.ts'
import { THOUSANDS_PARTS, thousandsParams } from './thousands.ts'

/** A condition on `sightings`, with its parameters. */
export type Condition = { readonly sql: string; readonly params: Readonly<Record<string, unknown>> }

const COLUMNS = ['channel', 'source', 'brand', 'country'] as const

/**
 * The sightings of a slice that accuse a number: what is copied, hidden or merely mentioned has no life as a lure.
 *
 * In: thousands, first digits (number / 1,000) of the thousands that the numbering plan has in the slice, ascending; null
 *     where the slice does not ask it.
 */
export function sliceCondition(slice: Slice, thousands: readonly number[] | null): Condition {
  const asked = COLUMNS.filter((column) => slice[column] !== undefined)
  const { fromAt, toAt } = slice
  return {
    sql: [
      SEEN_ACCUSED,
      ...asked.map((column) => `${column} = {slice_${column}:String}`),
      ...(fromAt === undefined ? [] : ['seen_at >= fromUnixTimestamp64Milli({from:Int64})']),
      ...(toAt === undefined ? [] : ['seen_at < fromUnixTimestamp64Milli({to:Int64})']),
      ...(thousands === null ? [] : [`intDiv(number, 1000) IN (${THOUSANDS_PARTS})`]),
    ].join(' AND '),
    params: {
      ...ACCUSED_PARAMS,
      ...Object.fromEntries(asked.map((column) => [`slice_${column}`, slice[column]])),
      ...(fromAt !== undefined && { from: Math.trunc(fromAt) }),
      ...(toAt !== undefined && { to: Math.trunc(toAt) }),
      ...(thousands !== null && thousandsParams(thousands)),
    },
  }
}
