import type { LivedNumber, SeenWith } from '../../model/life.ts'
import { digitsOf, numberFromDigits } from '../../model/phone-number.ts'
import type { PhoneNumber } from '../../model/phone-number.ts'
import type { Query } from '../../model/query.ts'
import { VARIETIES } from './life-queries.ts'
import type { Condition } from './slice-condition.ts'

/** Orders of a list, the greatest first. Where numbers are equal, the one seen last comes first. */
export const NUMBER_ORDERS = {
  reused: 'active_days DESC, sightings DESC',
  newest: 'first_seen DESC',
  longest: 'toInt32(toDate32(last_at)) - toInt32(toDate32(first_at)) DESC, active_days DESC',
  latest: 'last_seen DESC',
} as const
export type NumberOrder = keyof typeof NUMBER_ORDERS

/** The numbers of a slice. In: page, which of them; null for all. */
export function numbersOf(
  { sql, params }: Condition,
  order: NumberOrder,
  page: { readonly offset: number; readonly limit: number } | null,
): Query<LivedNumber> {
  return {
    sql: `SELECT number, count() AS sightings, uniqExact(toDate32(seen_at)) AS active_days,
  min(seen_at) AS first_at, max(seen_at) AS last_at,
  toUnixTimestamp64Milli(first_at) AS first_seen, toUnixTimestamp64Milli(last_at) AS last_seen
FROM sightings WHERE ${sql}
GROUP BY number ORDER BY ${NUMBER_ORDERS[order]}, last_seen DESC, number
${page ? 'LIMIT {limit:UInt32} OFFSET {offset:UInt64}' : ''}
SETTINGS optimize_aggregation_in_order = 1`,
    params: { ...params, ...page },
    decode: (row) => ({
      number: numberFromDigits(String(row['number'])),
      sightings: Number(row['sightings']),
      activeDays: Number(row['active_days']),
      firstSeenAt: Number(row['first_seen']),
      lastSeenAt: Number(row['last_seen']),
    }),
  }
}

/** How many numbers a slice holds. */
export function numberCount({ sql, params }: Condition): Query<number> {
  return {
    sql: `SELECT count() AS numbers FROM (SELECT number FROM sightings WHERE ${sql} GROUP BY number)
SETTINGS optimize_aggregation_in_order = 1, distributed_product_mode = 'local'`,
    params,
    decode: (row) => Number(row['numbers']),
  }
}

/** An enemy can write a subject into each mail. */
const MAX_SEEN_WITH = 100

/** What these numbers were seen with. */
export function seenWith(
  { sql, params }: Condition,
  numbers: readonly PhoneNumber[],
): Query<{ readonly number: PhoneNumber; readonly seenWith: SeenWith }> {
  const columns = Object.entries(VARIETIES)
  return {
    sql: `SELECT number, ${columns.map(([name, column]) => `arraySlice(arraySort(groupUniqArrayIf(${column}, ${column} != '')), 1, ${MAX_SEEN_WITH}) AS some_${name}`).join(',\n  ')}
FROM sightings WHERE ${sql} AND number IN {numbers:Array(UInt64)}
GROUP BY number ORDER BY number`,
    params: { ...params, numbers: numbers.map(digitsOf) },
    decode: (row) => ({
      number: numberFromDigits(String(row['number'])),
      seenWith: Object.fromEntries(columns.map(([name]) => [name, row[`some_${name}`]])) as SeenWith,
    }),
  }
}

/** UTC days since 1970-01-01 on which a number was seen, with its sightings; ascending. */
export function activeDays(
  { sql, params }: Condition,
  number: PhoneNumber,
): Query<{ readonly day: number; readonly sightings: number }> {
  return {
    sql: `SELECT toInt32(toDate32(seen_at)) AS day, count() AS sightings
FROM sightings WHERE ${sql} AND number = {number:UInt64}
GROUP BY day ORDER BY day`,
    params: { ...params, number: digitsOf(number) },
    decode: (row) => ({ day: Number(row['day']), sightings: Number(row['sightings']) }),
  }
}
