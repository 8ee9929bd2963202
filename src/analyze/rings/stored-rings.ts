import { numberFromDigits } from '../../model/phone-number.ts'
import type { PhoneNumber } from '../../model/phone-number.ts'
import type { Query } from '../../model/query.ts'
import type { Ring, RingEvent } from '../../model/ring.ts'
import { ringOfDocument } from './ring-document.ts'

/** Rings in an order, ties by name: most numbers first, or seen last first. limit: how many at most, from offset on. */
export type RingPage = { readonly order?: 'largest' | 'newest'; readonly offset?: number; readonly limit?: number }

const ORDERS = { largest: 'numbers DESC', newest: 'last_seen DESC' } as const

/** The rings of the last tracing. */
export function storedRings({ order = 'largest', offset = 0, limit }: RingPage = {}): Query<Ring> {
  const most = limit === undefined ? '' : ' LIMIT {offset:UInt64}, {limit:UInt64}'
  return {
    sql: `SELECT document FROM rings ORDER BY ${ORDERS[order]}, ring LIMIT 1 BY ring${most}`,
    params: { offset, limit },
    decode,
  }
}

export function storedRing(id: string): Query<Ring> {
  return { sql: 'SELECT document FROM rings WHERE ring = {id:String} LIMIT 1', params: { id }, decode }
}

/** How many rings there are, of how many numbers. */
export const RING_COUNT: Query<{ readonly rings: number; readonly numbers: number }> = {
  sql: 'SELECT count() AS rings, sum(numbers) AS members FROM (SELECT ring, any(numbers) AS numbers FROM rings GROUP BY ring)',
  params: {},
  decode: (row) => ({ rings: Number(row['rings']), numbers: Number(row['members']) }),
}

/** Which ring each member is in, and of how many numbers. */
export type Membership = { readonly number: PhoneNumber; readonly ring: string; readonly numbers: number }

/** Those that steps of a tracing changed; a ring of no numbers is none. */
export function membershipsChanged(tracing: number, afterStep: number, toStep: number): Query<Membership> {
  return {
    sql: `SELECT number, tupleElement(last_row, 1) AS ring, tupleElement(last_row, 2) AS numbers
FROM (
  SELECT number, argMax((ring, numbers), step) AS last_row FROM traced_members
  WHERE tracing = {tracing:UInt64} AND step > {after:UInt64} AND step <= {to:UInt64}
  GROUP BY number
)`,
    params: { tracing, after: afterStep, to: toStep },
    decode: memberOf,
  }
}

/** What became of a ring, oldest first. */
export function ringEvents(id: string): Query<RingEvent> {
  return {
    sql: `SELECT DISTINCT ring, toUnixTimestamp64Milli(at) AS noticed, kind, numbers, others FROM ring_events
WHERE ring = {id:String} ORDER BY noticed, kind, numbers`,
    params: { id },
    decode: (row) => ({
      ring: String(row['ring']),
      at: Number(row['noticed']),
      kind: row['kind'] as RingEvent['kind'],
      numbers: Number(row['numbers']),
      others: String(row['others']).split(',').filter(Boolean),
    }),
  }
}

export function memberships(): Query<Membership> {
  return {
    sql: 'SELECT number, ring, numbers FROM ring_members',
    params: {},
    decode: memberOf,
  }
}

function decode(row: Record<string, unknown>): Ring {
  return ringOfDocument(row['document'] as string)
}

function memberOf(row: Record<string, unknown>): Membership {
  return {
    number: numberFromDigits(row['number'] as number | string),
    ring: String(row['ring']),
    numbers: Number(row['numbers']),
  }
}
