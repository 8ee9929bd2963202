import { numberFromDigits } from '../../model/phone-number.ts'
import type { PhoneNumber } from '../../model/phone-number.ts'
import type { Query } from '../../model/query.ts'
import type { Ring } from '../../model/ring.ts'

/** The rings of the last tracing, most numbers first. */
export function storedRings(): Query<Ring> {
  return { sql: 'SELECT document FROM rings ORDER BY numbers DESC, ring', params: {}, decode }
}

export function storedRing(id: string): Query<Ring> {
  return { sql: 'SELECT document FROM rings WHERE ring = {id:String}', params: { id }, decode }
}

/** Which ring each member is in, and of how many numbers. */
export type Membership = { readonly number: PhoneNumber; readonly ring: string; readonly numbers: number }

export function memberships(): Query<Membership> {
  return {
    sql: 'SELECT number, ring, numbers FROM ring_members',
    params: {},
    decode: (row) => ({
      number: numberFromDigits(row['number'] as number | string),
      ring: String(row['ring']),
      numbers: Number(row['numbers']),
    }),
  }
}

function decode(row: Record<string, unknown>): Ring {
  return JSON.parse(row['document'] as string) as Ring
}
