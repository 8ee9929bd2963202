import { numberFromDigits } from '../../model/phone-number.ts'
import type { PhoneNumber } from '../../model/phone-number.ts'
import type { Query } from '../../model/query.ts'
import type { Ring, RingEvent } from '../../model/ring.ts'

/** The rings of the last tracing, most numbers first. */
export function storedRings(): Query<Ring> {
  return { sql: 'SELECT document FROM rings ORDER BY numbers DESC, ring', params: {}, decode }
}

export function storedRing(id: string): Query<Ring> {
  return { sql: 'SELECT document FROM rings WHERE ring = {id:String}', params: { id }, decode }
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
  return JSON.parse(row['document'] as string) as Ring
}

function memberOf(row: Record<string, unknown>): Membership {
  return {
    number: numberFromDigits(row['number'] as number | string),
    ring: String(row['ring']),
    numbers: Number(row['numbers']),
  }
}
