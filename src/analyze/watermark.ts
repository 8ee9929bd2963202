import type { Query } from '../model/query.ts'

/** When the store last took something in, Unix milliseconds; 0 where it never did. */
export const LAST_INGESTED: Query<number> = {
  sql: 'SELECT toUnixTimestamp64Milli(max(ingested_at)) AS at FROM sightings SETTINGS final = 0',
  params: {},
  decode: (row) => Number(row['at']),
}
