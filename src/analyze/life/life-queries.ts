import type { Variety } from '../../model/life.ts'
import type { Query } from '../../model/query.ts'
import type { Condition } from './slice-condition.ts'

/** UTC day of a sighting, counted from 1970-01-01. */
const DAY = 'toInt32(toDate32(seen_at))'

/** From the first day to the last with a sighting; null where there is none. */
export function watchedDays({ sql, params }: Condition): Query<{ readonly from: number; readonly to: number } | null> {
  return {
    // What was superseded lies on the same days but for what is being written: not worth reading all evidence for.
    sql: `SELECT count() AS rows, toInt32(toDate32(min(seen_at))) AS from_day, toInt32(toDate32(max(seen_at))) AS to_day
FROM sightings WHERE ${sql} SETTINGS final = 0`,
    params,
    decode: (row) => (Number(row['rows']) === 0 ? null : { from: Number(row['from_day']), to: Number(row['to_day']) }),
  }
}

/**
 * How many numbers there are of a kind.
 *
 * lived:  seen over `a` days from first to last, and silent for `b` days (MAX_SILENCE_DAYS at most) when watching ended.
 * active: seen on `a` days.
 * reused: seen on two days in a row. numbers alone.
 * gap:    not numbers but pairs of days, `a` apart, on which a number was seen and on none between.
 */
export type LifeCount = {
  readonly kind: LifeKind
  readonly a: number
  readonly b: number
  readonly numbers: number
  readonly sightings: number
}
const KINDS = ['gap', 'lived', 'active', 'reused'] as const
export type LifeKind = (typeof KINDS)[number]

/** No silence is told to be longer: whether a number of so long ago will come back needs no finer measure. */
export const MAX_SILENCE_DAYS = 1_000

/** A kind and two counts of days in one integer: tables of such keys are the quickest there are. */
const KEY = { kind: 2 ** 40, a: 2 ** 20 } as const

/**
 * Everything that lifespans, reuse and cool-downs are made from, in one pass over the sightings of a slice.
 *
 * In: end, the day on which watching ended. sightings are told with the kind `lived`.
 */
export function lifeCounts({ sql, params }: Condition, end: number): Query<LifeCount> {
  return {
    sql: `SELECT intDiv(key, ${KEY.kind}) AS kind, intDiv(key % ${KEY.kind}, ${KEY.a}) AS a, key % ${KEY.a} AS b,
  count() AS numbers, sum(if(key >= ${KEY.kind} AND key < ${2 * KEY.kind}, sightings, 0)) AS sightings
FROM (
  SELECT sightings, arrayJoin(arrayConcat(
    [
      toUInt64(${KEY.kind} + (days[-1] - days[1]) * ${KEY.a} + least(greatest({end:Int32} - days[-1], 0), ${MAX_SILENCE_DAYS})),
      toUInt64(${2 * KEY.kind} + length(days) * ${KEY.a})
    ],
    if(has(gaps, 1), [toUInt64(${3 * KEY.kind})], []),
    arrayMap(gap -> toUInt64(gap * ${KEY.a}), gaps)
  )) AS key
  FROM (
    SELECT count() AS sightings, arraySort(groupUniqArray(${DAY})) AS days, arrayPopFront(arrayDifference(days)) AS gaps
    FROM sightings WHERE ${sql}
    GROUP BY number
  )
)
GROUP BY key ORDER BY key
SETTINGS optimize_aggregation_in_order = 1, distributed_product_mode = 'local'`,
    params: { ...params, end },
    decode: (row) => ({
      kind: KINDS[Number(row['kind'])]!,
      a: Number(row['a']),
      b: Number(row['b']),
      numbers: Number(row['numbers']),
      sightings: Number(row['sightings']),
    }),
  }
}

/** What a number may be seen with several of. */
export const VARIETIES = {
  subjects: 'subject',
  brands: 'brand',
  vehicles: 'vehicle',
  senderDomains: 'sender_domain',
} as const satisfies Record<Variety, string>

/** How many numbers were seen with more than one subject, brand, vehicle and sender domain. */
export function severalOf({ sql, params }: Condition): Query<Readonly<Record<Variety, number>>> {
  const varieties = Object.entries(VARIETIES)
  return {
    // Least and greatest differ where there are several, which takes no set of them.
    sql: `SELECT ${varieties.map(([name]) => `countIf(${name}) AS numbers_${name}`).join(', ')}
FROM (
  SELECT ${varieties.map(([name, column]) => `minIf(${column}, ${column} != '') != maxIf(${column}, ${column} != '') AS ${name}`).join(',\n    ')}
  FROM sightings WHERE ${sql} AND (${varieties.map(([, column]) => `${column} != ''`).join(' OR ')})
  GROUP BY number
)
SETTINGS optimize_aggregation_in_order = 1, distributed_product_mode = 'local'`,
    params,
    decode: (row) =>
      Object.fromEntries(varieties.map(([name]) => [name, Number(row[`numbers_${name}`])])) as Record<Variety, number>,
  }
}
