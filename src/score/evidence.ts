import { CHANNELS } from '../model/channel.ts'
import type { Channel, SourceReason } from '../model/channel.ts'
import type { Role } from '../model/mention.ts'
import { isMalicious } from '../model/profile.ts'
import type { SourceRecord } from '../model/profile.ts'
import type { Evidence, Reason } from '../model/risk.ts'
import { ago, decay } from './age.ts'
import { GROWTH_PER_DOUBLING, NEXT_RECORD_SHARE, SOURCE_SIGNALS } from './signals.ts'

/**
 * How much of a sighting counts by what the message wanted with the number. A decoy is somebody else's; `other` holds
 * hidden numbers, which are mostly those of genuine companies in stolen threads.
 */
const ROLE_SHARE: Readonly<Record<Role, number>> = { callback: 1, messaging: 1, contact: 0.3, other: 0, decoy: 0 }

/** What stood in no message has no role, and is meant. */
const shareOf = ({ role }: SourceRecord): number => (role === null ? 1 : ROLE_SHARE[role])

/** A source whose evidence has decayed below this proves and corroborates nothing. */
const LIVELY = 0.25

const channelOf = (record: SourceRecord): Channel => CHANNELS[record.channel]

/** Whether the record says anything against the number at all. */
export function isAccusing(record: SourceRecord): boolean {
  return shareOf(record) > 0
}

/** Whether the record accuses the number itself, not merely a mail it stood in. */
export function isMeant(record: SourceRecord): boolean {
  return shareOf(record) === 1
}

/** Whether the record makes the number malicious, and still does: what proved it long ago may not be its owner's. */
export function isLivelyProof(record: SourceRecord, now: number): boolean {
  return isMalicious(record) && decay(record.lastSeenAt, now, channelOf(record).halfLifeDays) >= LIVELY
}

/** The reason a record raises. What kind of SIM a number sits on says more than where that was learnt. */
export function reasonOf(record: SourceRecord): SourceReason {
  if (record.simKinds.includes('interception')) return 'source.interception_card'
  if (record.simKinds.includes('modem_pool')) return 'source.modem_pool'
  return channelOf(record).reason
}

/** One reason for each kind of source that saw the number; copied and mentioned numbers give a neutral one. */
export function sourceReasons(records: readonly SourceRecord[], now: number): Reason[] {
  const codes = new Set(records.filter(isAccusing).map(reasonOf))
  const accusing = [...codes].map((code): Reason => {
    const its = records.filter((record) => isAccusing(record) && reasonOf(record) === code)
    const points = pointsOf(code, its, now)
    return { code, polarity: 'risk', points, text: sourceText(code, its, now), subject: 'number', evidence: shown(its) }
  })
  const others = records.filter((record) => !isAccusing(record))
  return others.length === 0 ? accusing : [...accusing, innocentReason(others, now)]
}

export function shown(records: readonly SourceRecord[]): Evidence[] {
  return records.map((record) => ({
    channel: record.channel,
    source: record.source,
    count: countOf(record),
    firstSeenAt: record.firstSeenAt,
    lastSeenAt: record.lastSeenAt,
  }))
}

/** The strongest record counts whole, each next one less; more sightings add ever less; silence halves. */
function pointsOf(code: SourceReason, records: readonly SourceRecord[], now: number): number {
  const { points, cap } = SOURCE_SIGNALS[code]
  const sum = records
    .map((record) => {
      const { trust, halfLifeDays } = channelOf(record)
      const growth = 1 + GROWTH_PER_DOUBLING * Math.log2(Math.max(1, countOf(record)))
      return points * trust * shareOf(record) * growth * decay(record.lastSeenAt, now, halfLifeDays)
    })
    .sort((a, b) => b - a)
    .reduce((total, each, rank) => total + each * NEXT_RECORD_SHARE ** rank, 0)
  return Math.min(cap, sum)
}

/** Messages where there were any: one mail with the number in body and attachment is one piece of evidence. */
const countOf = (record: SourceRecord): number => record.messages || record.sightings

function innocentReason(records: readonly SourceRecord[], now: number): Reason {
  const isCopied = records.some((record) => record.role === 'decoy')
  const what = isCopied ? `a genuine number copied into ${mails(records)}` : `mentioned in ${mails(records)}`
  const text = `${what}, last ${lastSeen(records, now)}`
  return {
    code: 'source.scam_email',
    polarity: 'neutral',
    points: 0,
    text,
    subject: 'number',
    evidence: shown(records),
  }
}

function sourceText(code: SourceReason, records: readonly SourceRecord[], now: number): string {
  const role = (['callback', 'messaging'] as const).find((each) => records.some((record) => record.role === each))
  const what =
    code === 'source.scam_email' && role !== undefined
      ? `${role === 'callback' ? 'call-back' : 'messaging'} number in ${mails(records)}`
      : records.every((record) => !isMeant(record))
        ? `signs ${mails(records)}`
        : `${SOURCE_SIGNALS[code].description}, ${count(records, 'sighting', (record) => record.sightings)}`
  return `${what}, last ${lastSeen(records, now)}`
}

const mails = (records: readonly SourceRecord[]): string => count(records, 'scam mail', countOf)

function count(records: readonly SourceRecord[], noun: string, of: (record: SourceRecord) => number): string {
  const total = records.reduce((sum, record) => sum + of(record), 0)
  return `${total} ${noun}${total === 1 ? '' : 's'}`
}

const lastSeen = (records: readonly SourceRecord[], now: number): string =>
  ago(Math.max(...records.map((record) => record.lastSeenAt)), now)
