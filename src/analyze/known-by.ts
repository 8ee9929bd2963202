import type { ChannelName } from '../model/channel.ts'
import type { SimKind } from '../model/line-type.ts'
import type { Role } from '../model/mention.ts'
import { numberFromDigits } from '../model/phone-number.ts'
import type { PhoneNumber } from '../model/phone-number.ts'
import { MAX_BRANDS, WATCH_SPAN_MILLIS } from '../model/profile.ts'
import type { SourceRecord } from '../model/profile.ts'
import type { Query } from '../model/query.ts'
import type { SeenNumber } from './blocks/seen-number.ts'
import { LATEST_ACTIVE_DAYS } from './profiles.ts'
import { ACCUSED_PARAMS, MALICIOUS_PARAMS, SEEN_ACCUSED, SEEN_MALICIOUS } from './malicious.ts'

// What had been seen by an earlier time is asked of the sightings, whenever they were taken in: the index only knows the
// present.

const BY_THEN = 'seen_at <= fromUnixTimestamp64Milli({at:Int64})'

/** Records of these numbers, as they stood at a time. */
export function recordsKnownBy(
  at: number,
  digits: readonly number[],
): Query<{ readonly number: PhoneNumber; readonly record: SourceRecord }> {
  return {
    sql: `SELECT number, channel, source, if(hidden, 'other', role) AS as_role,
  uniqExact(evidence) AS sightings, uniqExactIf(message, message != '') AS messages,
  uniqExact(toDate32(seen_at)) AS active_days, ${LATEST_ACTIVE_DAYS} AS latest_days,
  toUnixTimestamp64Milli(min(seen_at)) AS first_seen, toUnixTimestamp64Milli(max(seen_at)) AS last_seen,
  arraySlice(arraySort(groupUniqArrayIf(brand, brand != '')), 1, ${MAX_BRANDS}) AS brands,
  uniqExactIf(template, template != '') AS templates,
  arraySort(groupUniqArrayIf(sim_kind, sim_kind != '')) AS sim_kinds
FROM sightings
WHERE ${BY_THEN} AND number IN {digits:Array(UInt64)}
GROUP BY number, channel, source, as_role
ORDER BY number, channel, source, as_role`,
    params: { at, digits },
    decode: (row) => ({
      number: numberFromDigits(String(row['number'])),
      record: {
        channel: row['channel'] as ChannelName,
        source: String(row['source']),
        role: (row['as_role'] || null) as Role | null,
        sightings: Number(row['sightings']),
        messages: Number(row['messages']),
        activeDays: Number(row['active_days']),
        latestDays: row['latest_days'] as number[],
        firstSeenAt: Number(row['first_seen']),
        lastSeenAt: Number(row['last_seen']),
        brands: row['brands'] as string[],
        templates: Number(row['templates']),
        simKinds: row['sim_kinds'] as SimKind[],
      },
    }),
  }
}

/** Malicious numbers of these blocks (by first digits of the block), as they stood at a time. */
export function blocksKnownBy(at: number, starts: readonly number[], width: number): Query<SeenNumber> {
  return {
    sql: `SELECT number,
  toUnixTimestamp64Milli(min(seen_at)) AS first_seen, toUnixTimestamp64Milli(max(seen_at)) AS last_seen
FROM sightings
WHERE ${BY_THEN} AND ${SEEN_MALICIOUS} AND intDiv(number, {width:UInt64}) * {width:UInt64} IN {starts:Array(UInt64)}
GROUP BY number
ORDER BY number`,
    params: { ...MALICIOUS_PARAMS, at, starts, width },
    decode: (row) => ({
      digits: Number(row['number']),
      firstSeenAt: Number(row['first_seen']),
      lastSeenAt: Number(row['last_seen']),
    }),
  }
}

/**
 * For the first three digits of numbers, which hold the calling code: how many of them each channel accused, by the
 * span (see `watchSpan`) in which it last had.
 */
export function coverageKnownBy(at: number): Query<{
  readonly firstDigits: string
  readonly channel: ChannelName
  readonly span: number
  readonly numbers: number
}> {
  return {
    sql: `SELECT substring(toString(number), 1, 3) AS first_digits, channel,
  toInt64(floor(last_seen / ${WATCH_SPAN_MILLIS})) AS span, count() AS numbers
FROM (
  SELECT number, channel, toUnixTimestamp64Milli(max(seen_at)) AS last_seen
  FROM sightings
  WHERE ${BY_THEN} AND ${SEEN_ACCUSED}
  GROUP BY number, channel
)
GROUP BY first_digits, channel, span
ORDER BY first_digits, channel, span`,
    params: { ...ACCUSED_PARAMS, at },
    decode: (row) => ({
      firstDigits: String(row['first_digits']),
      channel: row['channel'] as ChannelName,
      span: Number(row['span']),
      numbers: Number(row['numbers']),
    }),
  }
}
