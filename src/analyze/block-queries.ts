import type { Query } from '../model/query.ts'
import type { SeenNumber } from './blocks.ts'
import { MALICIOUS_PARAMS, SEEN_MALICIOUS } from './malicious.ts'

/** Every malicious number, ascending. */
export function maliciousNumbers(): Query<SeenNumber> {
  return {
    sql: `SELECT number,
  toUnixTimestamp64Milli(min(seen_at)) AS first_seen, toUnixTimestamp64Milli(max(seen_at)) AS last_seen
FROM sightings
WHERE ${SEEN_MALICIOUS}
GROUP BY number
ORDER BY number`,
    params: MALICIOUS_PARAMS,
    decode: (row) => ({
      digits: Number(row['number']),
      firstSeenAt: Number(row['first_seen']),
      lastSeenAt: Number(row['last_seen']),
    }),
  }
}
