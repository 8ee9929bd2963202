import { numberFromDigits } from '../model/phone-number.ts'
import type { Query } from '../model/query.ts'
import { MAX_SHOWN } from '../model/ring.ts'
import type { LinkKind } from '../model/ring.ts'
import { MALICIOUS_PARAMS, SEEN_MALICIOUS } from './malicious.ts'
import type { Member } from './rings.ts'
import type { SharedThing } from './ties.ts'

/** A thing with more standings than this is a hub whatever else is true, and is not even carried over. */
const MAX_STANDINGS = 10_000

/** Every message, attachment and template in which at least two malicious numbers stood. Ordered, so twice is the same. */
export function sharedThings(): Query<SharedThing> {
  return {
    sql: `SELECT kind, shared, arraySort(groupArray((number, sender_domain, first_seen, last_seen, shown))) AS standings
FROM (
  SELECT kind, shared, number, sender_domain,
    toUnixTimestamp64Milli(min(seen_at)) AS first_seen, toUnixTimestamp64Milli(max(seen_at)) AS last_seen,
    arraySlice(arraySort(groupUniqArrayIf(message, message != '')), 1, {shown:UInt8}) AS shown
  FROM sightings
  ARRAY JOIN ['message', 'attachment', 'template'] AS kind, [message, attachment, template] AS shared
  WHERE ${SEEN_MALICIOUS} AND shared != ''
  GROUP BY kind, shared, number, sender_domain
)
GROUP BY kind, shared
HAVING uniqExact(number) > 1 AND count() <= {standings:UInt32}
ORDER BY kind, shared`,
    params: { ...MALICIOUS_PARAMS, shown: MAX_SHOWN, standings: MAX_STANDINGS },
    decode: (row) => ({
      kind: row['kind'] as LinkKind,
      shared: String(row['shared']),
      standings: (row['standings'] as [number | string, string, number | string, number | string, string[]][]).map(
        ([digits, senderDomain, firstSeenAt, lastSeenAt, messages]) => ({
          number: numberFromDigits(digits),
          senderDomain,
          firstSeenAt: Number(firstSeenAt),
          lastSeenAt: Number(lastSeenAt),
          messages,
        }),
      ),
    }),
  }
}

/** What is known of every malicious number that stood in a message, attachment or template. */
export function ringMembers(): Query<Member> {
  return {
    sql: `SELECT number,
  toUnixTimestamp64Milli(min(seen_at)) AS first_seen, toUnixTimestamp64Milli(max(seen_at)) AS last_seen,
  groupUniqArray(brand) AS brands, groupUniqArray(sender_domain) AS sender_domains,
  groupUniqArrayIf(bitAnd(cityHash64(message), ${Number.MAX_SAFE_INTEGER}), message != '') AS messages
FROM sightings
WHERE ${SEEN_MALICIOUS} AND (message != '' OR attachment != '' OR template != '')
GROUP BY number`,
    params: MALICIOUS_PARAMS,
    decode: (row) => ({
      number: numberFromDigits(String(row['number'])),
      firstSeenAt: Number(row['first_seen']),
      lastSeenAt: Number(row['last_seen']),
      brands: row['brands'] as string[],
      senderDomains: row['sender_domains'] as string[],
      messages: (row['messages'] as (number | string)[]).map(Number),
    }),
  }
}
