import { numberFromDigits } from '../model/phone-number.ts'
import type { PhoneNumber } from '../model/phone-number.ts'
import type { Query } from '../model/query.ts'

/** What is remembered of one message. */
export type ShownMessage = {
  readonly id: string
  readonly seenAt: number
  readonly source: string
  readonly senderDomain: string | null
  readonly brand: string | null
  readonly numbers: readonly PhoneNumber[]
}

/** The messages of these ids, oldest first. */
export function messagesShown(ids: readonly string[]): Query<ShownMessage> {
  return {
    sql: `SELECT message, toUnixTimestamp64Milli(min(seen_at)) AS first_seen, any(source) AS of_source,
  max(sender_domain) AS of_domain, max(brand) AS of_brand, arrayMap(n -> toString(n), groupUniqArray(32)(number)) AS numbers
FROM sightings WHERE message IN {ids:Array(String)}
GROUP BY message ORDER BY first_seen, message`,
    params: { ids },
    decode: (row) => ({
      id: String(row['message']),
      seenAt: Number(row['first_seen']),
      source: String(row['of_source']),
      senderDomain: String(row['of_domain']) || null,
      brand: String(row['of_brand']) || null,
      numbers: (row['numbers'] as string[]).map(numberFromDigits).sort(),
    }),
  }
}
