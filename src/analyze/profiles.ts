import { numberFromDigits } from '../model/phone-number.ts'
import type { PhoneNumber } from '../model/phone-number.ts'
import { LATEST_DAYS, MAX_BRANDS } from '../model/profile.ts'
import type { SourceRecord } from '../model/profile.ts'
import type { Query } from '../model/query.ts'

/** One record of one number; records of the same number follow each other. */
export type NumberRecord = { readonly number: PhoneNumber; readonly record: SourceRecord }

/** Every record of the numbers that were written about at or after a time (Unix milliseconds), numbers ascending. */
export function recordsChangedSince(sinceAt: number): Query<NumberRecord> {
  return {
    sql: recordsWhere(`WHERE number IN (
  SELECT number FROM sightings WHERE ingested_at >= fromUnixTimestamp64Milli({since:Int64}) SETTINGS final = 0
)`),
    params: { since: Math.trunc(sinceAt) },
    decode,
  }
}

/** Every record of every number, numbers ascending. */
export function allRecords(): Query<NumberRecord> {
  return { sql: recordsWhere(''), params: {}, decode }
}

/** The last days on which a record was active, as days since 1970, ascending. */
export const LATEST_ACTIVE_DAYS = `arrayReverse(arraySlice(arrayReverseSort(groupUniqArray(toInt32(toDate32(seen_at)))), 1, ${LATEST_DAYS}))`

/**
 * The same evidence is one row here, read as it was written last, so rows are counted. A hidden number was not meant
 * for the reader, whatever the words around it. Grouping in order keeps memory small.
 */
function recordsWhere(condition: string): string {
  return `SELECT number, tuple(
  channel, source, if(hidden, 'other', role) AS as_role,
  count(), uniqExactIf(message, message != ''), uniqExact(toDate32(seen_at)),
  toUnixTimestamp64Milli(min(seen_at)), toUnixTimestamp64Milli(max(seen_at)),
  arraySlice(arraySort(groupUniqArrayIf(brand, brand != '')), 1, ${MAX_BRANDS}),
  uniqExactIf(template, template != ''),
  arraySort(groupUniqArrayIf(sim_kind, sim_kind != '')),
  ${LATEST_ACTIVE_DAYS}
) AS record
FROM sightings
${condition}
GROUP BY number, channel, source, as_role
ORDER BY number, channel, source, as_role
SETTINGS optimize_aggregation_in_order = 1, distributed_product_mode = 'local'`
}

type Columns = [string, string, string, number, number, number, number, number, string[], number, string[], number[]]

function decode(row: Record<string, unknown>): NumberRecord {
  const [channel, source, role, sightings, messages, activeDays, firstSeenAt, lastSeenAt, ...more] = row[
    'record'
  ] as Columns
  const [brands, templates, simKinds, latestDays] = more
  return {
    number: numberFromDigits(row['number'] as number | string),
    record: {
      channel: channel as SourceRecord['channel'],
      source,
      role: role === '' ? null : (role as SourceRecord['role']),
      sightings: Number(sightings),
      messages: Number(messages),
      activeDays: Number(activeDays),
      latestDays,
      firstSeenAt: Number(firstSeenAt),
      lastSeenAt: Number(lastSeenAt),
      brands,
      templates: Number(templates),
      simKinds: simKinds as unknown as SourceRecord['simKinds'],
    },
  }
}
