import type { ChannelName } from '../../model/channel.ts'
import type { Query } from '../../model/query.ts'
import { MALICIOUS_PARAMS, SEEN_MALICIOUS } from '../malicious.ts'
import type { SeenNumber } from './seen-number.ts'

/** channels: null for those that prove. within: digits, both ends included; all numbers where it is left out. */
export type Counted = {
  readonly channels: readonly ChannelName[] | null
  readonly within?: { readonly from: number; readonly to: number }
}

/** Every number that counts, ascending. */
export function seenNumbers({ channels, within }: Counted): Query<SeenNumber> {
  return {
    sql: `SELECT number,
  toUnixTimestamp64Milli(min(seen_at)) AS first_seen, toUnixTimestamp64Milli(max(seen_at)) AS last_seen
FROM sightings
WHERE ${SEEN_MALICIOUS}${within ? ' AND number BETWEEN {from:UInt64} AND {to:UInt64}' : ''}
GROUP BY number
ORDER BY number`,
    params: { ...paramsOf(channels), ...within },
    decode: (row) => ({
      digits: Number(row['number']),
      firstSeenAt: Number(row['first_seen']),
      lastSeenAt: Number(row['last_seen']),
    }),
  }
}

/** day: UTC days since 1970. numbers: first seen on it. lastSeenAt: the last sighting of any of these. */
export type ArrivalDay = { readonly day: number; readonly numbers: number; readonly lastSeenAt: number }

/** How the numbers that count came, by day, ascending; days on which none came are left out. */
export function arrivalDays({ channels }: Pick<Counted, 'channels'>): Query<ArrivalDay> {
  return {
    sql: `SELECT intDiv(toUnixTimestamp64Milli(first_seen), 86400000) AS day, count() AS numbers,
  toUnixTimestamp64Milli(max(last_seen)) AS last_seen_at
FROM (
  SELECT number, min(seen_at) AS first_seen, max(seen_at) AS last_seen
  FROM sightings WHERE ${SEEN_MALICIOUS} GROUP BY number
)
GROUP BY day ORDER BY day`,
    params: paramsOf(channels),
    decode: (row) => ({
      day: Number(row['day']),
      numbers: Number(row['numbers']),
      lastSeenAt: Number(row['last_seen_at']),
    }),
  }
}

function paramsOf(channels: Counted['channels']): Query<unknown>['params'] {
  return channels ? { ...MALICIOUS_PARAMS, channels } : MALICIOUS_PARAMS
}
