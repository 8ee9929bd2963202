import type { PartKind } from '../../model/message.ts'
import { numberFromDigits } from '../../model/phone-number.ts'
import type { PhoneNumber } from '../../model/phone-number.ts'
import type { FormatUse } from '../../model/provider.ts'
import type { Query } from '../../model/query.ts'
import { MALICIOUS_PARAMS, SEEN_MALICIOUS } from '../malicious.ts'

/**
 * The malicious numbers of one thousand: what the numbering plan says of one of them it says of nearly all. lives: of each
 * number, days from its first sighting to its last and the UTC day of the last.
 */
export type Thousand = {
  readonly number: PhoneNumber
  readonly sightings: number
  readonly messages: number
  readonly firstSeenAt: number
  readonly lastSeenAt: number
  readonly lives: readonly (readonly [days: number, lastDay: number])[]
}

/** Malicious numbers by the thousand, ascending. */
export function maliciousThousands(): Query<Thousand> {
  return {
    sql: `SELECT min(number) AS one, sum(sightings) AS all_sightings, sum(messages) AS all_messages,
  toUnixTimestamp64Milli(min(first)) AS first_seen, toUnixTimestamp64Milli(max(last)) AS last_seen,
  arraySort(groupArray((dateDiff('day', first, last), toRelativeDayNum(last)))) AS lives
FROM (
  SELECT number, count() AS sightings, uniqExactIf(message, message != '') AS messages, min(seen_at) AS first,
    max(seen_at) AS last
  FROM sightings WHERE ${SEEN_MALICIOUS} GROUP BY number
)
GROUP BY intDiv(number, 1000) AS thousand
ORDER BY thousand`,
    params: MALICIOUS_PARAMS,
    decode: (row) => ({
      number: numberFromDigits(row['one'] as number | string),
      sightings: Number(row['all_sightings']),
      messages: Number(row['all_messages']),
      firstSeenAt: Number(row['first_seen']),
      lastSeenAt: Number(row['last_seen']),
      lives: (row['lives'] as [number | string, number | string][]).map(([days, last]) => [Number(days), Number(last)]),
    }),
  }
}

/** A malicious number that mail in a brand's name wanted used. */
export type BrandNumber = {
  readonly brand: string
  readonly number: PhoneNumber
  readonly messages: number
  readonly firstSeenAt: number
  readonly lastSeenAt: number
}

/** Every pair of brand and number; brands ascending, of each the numbers of most messages first. */
export function brandNumbers(): Query<BrandNumber> {
  return {
    sql: `SELECT brand, number, uniqExact(message) AS messages,
  toUnixTimestamp64Milli(min(seen_at)) AS first_seen, toUnixTimestamp64Milli(max(seen_at)) AS last_seen
FROM sightings WHERE ${SEEN_MALICIOUS} AND brand != '' AND message != ''
GROUP BY brand, number ORDER BY brand, messages DESC, number`,
    params: MALICIOUS_PARAMS,
    decode: (row) => ({
      brand: String(row['brand']),
      number: numberFromDigits(row['number'] as number | string),
      messages: Number(row['messages']),
      firstSeenAt: Number(row['first_seen']),
      lastSeenAt: Number(row['last_seen']),
    }),
  }
}

/** What carried the malicious numbers of mail, most messages first. What stood in several kinds of part counts in each. */
export function formatUses(): Query<FormatUse> {
  return {
    sql: `SELECT vehicle, uniqExact(number) AS numbers, uniqExact(message) AS messages
FROM sightings WHERE ${SEEN_MALICIOUS} AND vehicle != '' AND message != ''
GROUP BY vehicle ORDER BY messages DESC, vehicle`,
    params: MALICIOUS_PARAMS,
    decode: (row) => ({
      vehicle: row['vehicle'] as PartKind,
      numbers: Number(row['numbers']),
      messages: Number(row['messages']),
    }),
  }
}

/** Messages of each brand: those with several numbers count once. */
export function brandMessages(): Query<{ readonly brand: string; readonly messages: number }> {
  return {
    sql: `SELECT brand, uniqExact(message) AS messages FROM sightings
WHERE ${SEEN_MALICIOUS} AND brand != '' AND message != '' GROUP BY brand ORDER BY brand`,
    params: MALICIOUS_PARAMS,
    decode: (row) => ({ brand: String(row['brand']), messages: Number(row['messages']) }),
  }
}
