import { digitsOf } from '../model/phone-number.ts'
import type { PhoneNumber } from '../model/phone-number.ts'
import type { ChannelName } from '../model/channel.ts'
import type { Role } from '../model/mention.ts'
import type { PartKind } from '../model/message.ts'
import type { Query } from '../model/query.ts'

/** day: of UTC, `YYYY-MM-DD`. */
export type DayCount = { readonly day: string; readonly channel: ChannelName; readonly sightings: number }

export type SeenOnce = {
  readonly seenAt: number
  readonly channel: ChannelName
  readonly source: string
  readonly role: Role | null
  readonly hidden: boolean
  readonly vehicle: PartKind | null
  readonly brand: string | null
  readonly service: string | null
  readonly senderDomain: string | null
  readonly template: string | null
  readonly message: string | null
}

/** On which days a number was seen, through which channels; oldest first. */
export function dayCounts(number: PhoneNumber): Query<DayCount> {
  return {
    sql: `SELECT toString(toDate32(seen_at)) AS day, channel, count() AS sightings
FROM sightings WHERE number = {number:UInt64}
GROUP BY day, channel ORDER BY day, channel`,
    params: { number: digitsOf(number) },
    decode: (row) => ({
      day: String(row['day']),
      channel: row['channel'] as ChannelName,
      sightings: Number(row['sightings']),
    }),
  }
}

/** What was last seen of a number; newest first. */
export function latestSightings(number: PhoneNumber, limit: number): Query<SeenOnce> {
  return {
    sql: `SELECT toUnixTimestamp64Milli(seen_at) AS seen_at_millis, channel, source, role, hidden, vehicle, brand, service,
  sender_domain, template, message
FROM sightings WHERE number = {number:UInt64}
ORDER BY seen_at DESC, evidence LIMIT {limit:UInt32}`,
    params: { number: digitsOf(number), limit },
    decode: (row) => ({
      seenAt: Number(row['seen_at_millis']),
      channel: row['channel'] as ChannelName,
      source: String(row['source']),
      role: text(row['role']) as Role | null,
      hidden: Boolean(row['hidden']),
      vehicle: text(row['vehicle']) as PartKind | null,
      brand: text(row['brand']),
      service: text(row['service']),
      senderDomain: text(row['sender_domain']),
      template: text(row['template']),
      message: text(row['message']),
    }),
  }
}

/** Absent text is stored as ''. */
function text(value: unknown): string | null {
  return value === '' ? null : String(value)
}
