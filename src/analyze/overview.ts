import type { ChannelName } from '../model/channel.ts'
import { numberFromDigits } from '../model/phone-number.ts'
import type { PhoneNumber } from '../model/phone-number.ts'
import type { Query } from '../model/query.ts'
import { ACCUSED_PARAMS, SEEN_ACCUSED } from './malicious.ts'

// Counted are numbers that something accuses, as in their status: also those that people merely complain of. Decoys,
// signatures and numbers no reader sees are remembered, and not counted.

/** A span of UTC days, both ends within. Times are Unix milliseconds. */
export type Span = { readonly fromAt: number; readonly toAt: number }

export type Totals = {
  readonly numbers: number
  readonly sightings: number
  readonly messages: number
  readonly firstSeenAt: number
  readonly lastSeenAt: number
}
export type DayFigure = { readonly day: string; readonly numbers: number; readonly sightings: number }
export type ChannelFigure = { readonly channel: ChannelName; readonly numbers: number; readonly sightings: number }
export type BrandFigure = { readonly brand: string; readonly numbers: number; readonly messages: number }

const WITHIN = 'seen_at BETWEEN fromUnixTimestamp64Milli({from:Int64}) AND fromUnixTimestamp64Milli({to:Int64})'

/** Everything ever remembered, in one row; numbers are the counted ones. */
export const TOTALS: Query<Totals> = {
  sql: `SELECT uniqExactIf(number, ${SEEN_ACCUSED}) AS numbers, count() AS sightings,
  uniqExactIf(message, message != '') AS messages,
  toUnixTimestamp64Milli(min(seen_at)) AS first_seen, toUnixTimestamp64Milli(max(seen_at)) AS last_seen
FROM sightings`,
  params: ACCUSED_PARAMS,
  decode: (row) => ({
    numbers: Number(row['numbers']),
    sightings: Number(row['sightings']),
    messages: Number(row['messages']),
    firstSeenAt: Number(row['first_seen']),
    lastSeenAt: Number(row['last_seen']),
  }),
}

/** Counted numbers and their sightings by day, days without any left out. */
export function activeByDay({ fromAt, toAt }: Span): Query<DayFigure> {
  return {
    sql: `SELECT toString(toDate32(seen_at)) AS day, uniqExact(number) AS numbers, count() AS sightings
FROM sightings WHERE ${SEEN_ACCUSED} AND ${WITHIN} GROUP BY day ORDER BY day`,
    params: { ...ACCUSED_PARAMS, from: fromAt, to: toAt },
    decode: dayFigure,
  }
}

/** How many numbers were seen for the first time ever, by day, days without any left out. */
export function newByDay({ fromAt, toAt }: Span): Query<DayFigure> {
  return {
    sql: `SELECT toString(toDate32(seen_at)) AS day, count() AS numbers, 0 AS sightings
FROM (SELECT number, min(seen_at) AS seen_at FROM sightings WHERE ${SEEN_ACCUSED} GROUP BY number)
WHERE ${WITHIN} GROUP BY day ORDER BY day`,
    params: { ...ACCUSED_PARAMS, from: fromAt, to: toAt },
    decode: dayFigure,
  }
}

/** Channels, most numbers first. A number in several counts in each. */
export const CHANNEL_FIGURES: Query<ChannelFigure> = {
  sql: `SELECT channel, uniqExact(number) AS numbers, count() AS sightings_of_all
FROM sightings WHERE ${SEEN_ACCUSED} GROUP BY channel ORDER BY numbers DESC, channel`,
  params: ACCUSED_PARAMS,
  decode: (row) => ({
    channel: row['channel'] as ChannelName,
    numbers: Number(row['numbers']),
    sightings: Number(row['sightings_of_all']),
  }),
}

/** Brands, most numbers first. */
export function brandFigures(limit: number): Query<BrandFigure> {
  return {
    sql: `SELECT brand, uniqExact(number) AS numbers, uniqExactIf(message, message != '') AS messages
FROM sightings WHERE ${SEEN_ACCUSED} AND brand != '' GROUP BY brand ORDER BY numbers DESC, brand LIMIT {limit:UInt32}`,
    params: { ...ACCUSED_PARAMS, limit },
    decode: (row) => ({
      brand: String(row['brand']),
      numbers: Number(row['numbers']),
      messages: Number(row['messages']),
    }),
  }
}

/** Counted numbers seen within the span, the last seen first. */
export function activeNumbers({ fromAt, toAt }: Span, limit: number): Query<PhoneNumber> {
  return {
    sql: `SELECT number FROM (SELECT number, max(seen_at) AS seen_at FROM sightings WHERE ${SEEN_ACCUSED} GROUP BY number)
WHERE ${WITHIN} ORDER BY seen_at DESC, number LIMIT {limit:UInt32}`,
    params: { ...ACCUSED_PARAMS, from: fromAt, to: toAt, limit },
    decode: (row) => numberFromDigits(String(row['number'])),
  }
}

/** How many counted numbers were seen within the span. */
export function activeCount({ fromAt, toAt }: Span): Query<number> {
  return {
    sql: `SELECT uniqExact(number) AS numbers FROM sightings WHERE ${SEEN_ACCUSED} AND ${WITHIN}`,
    params: { ...ACCUSED_PARAMS, from: fromAt, to: toAt },
    decode: (row) => Number(row['numbers']),
  }
}

function dayFigure(row: Record<string, unknown>): DayFigure {
  return { day: String(row['day']), numbers: Number(row['numbers']), sightings: Number(row['sightings']) }
}
