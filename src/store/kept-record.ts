import { dayOf } from '../model/day.ts'
import type { SourceRecord } from '../model/profile.ts'

/** A record as the index keeps it: an array, since names would be repeated in each. */
export type KeptRecord = readonly [
  channel: SourceRecord['channel'],
  source: string,
  role: SourceRecord['role'],
  sightings: number,
  messages: number,
  activeDays: number,
  firstSeenAt: number,
  lastSeenAt: number,
  brands: readonly string[],
  templates: number,
  simKinds: SourceRecord['simKinds'],
  /** Of the latest days, all but the last, as days before it: small numbers take a byte each. */
  daysBefore: readonly number[],
]

export function keptRecord(record: SourceRecord): KeptRecord {
  return [
    record.channel,
    record.source,
    record.role,
    record.sightings,
    record.messages,
    record.activeDays,
    record.firstSeenAt,
    record.lastSeenAt,
    record.brands,
    record.templates,
    record.simKinds,
    record.latestDays.slice(0, -1).map((day) => dayOf(record.lastSeenAt) - day),
  ]
}

/** The other way round. */
export function recordOf(kept: KeptRecord): SourceRecord {
  return {
    channel: kept[0],
    source: kept[1],
    role: kept[2],
    sightings: kept[3],
    messages: kept[4],
    activeDays: kept[5],
    firstSeenAt: kept[6],
    lastSeenAt: kept[7],
    brands: kept[8],
    templates: kept[9],
    simKinds: kept[10],
    latestDays: [...kept[11], 0].map((daysBefore) => dayOf(kept[7]) - daysBefore),
  }
}
