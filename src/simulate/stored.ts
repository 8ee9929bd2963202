import type { Query } from '../model/query.ts'
import { SIMULATED } from './facts.ts'

/** How many simulated sightings a store holds. */
export function storedSightings(): Query<number> {
  return {
    sql: 'SELECT uniqExact(evidence) AS sightings FROM sightings WHERE source = {source:String}',
    params: { source: SIMULATED },
    decode: ({ sightings }) => Number(sightings),
  }
}

/** When a simulated message was seen, Unix milliseconds; no row where it was not. */
export function storedMessageTime(message: string): Query<number> {
  return {
    sql: `SELECT toUnixTimestamp64Milli(seen_at) AS seen_at FROM sightings
WHERE source = {source:String} AND message = {message:String} LIMIT 1`,
    params: { source: SIMULATED, message },
    decode: (row) => Number(row['seen_at']),
  }
}
