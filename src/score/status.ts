import { CHANNELS } from '../model/channel.ts'
import type { SourceReason } from '../model/channel.ts'
import type { SourceRecord } from '../model/profile.ts'
import type { ControlStatus, Status, ThreatStatus } from '../model/risk.ts'
import { ageDays } from './age.ts'
import { isAccusing, isMeant, reasonOf } from './evidence.ts'

/** Days. A silence as long as coolDown ends an active spell (definitions of the trend briefing). */
const SPELLS = { new: 7, coolDown: 30, dormant: 90, retired: 365 } as const

/** Reasons that say the number is one of many in somebody's rack or shop. */
const POOLED: readonly SourceReason[] = [
  'source.modem_pool',
  'source.otp_platform',
  'source.public_gateway',
  'source.trading_market',
]

/** What a number is doing, and who has it in hand, as far as sightings tell. */
export function statusOf(records: readonly SourceRecord[], now: number): Status {
  const meant = records.filter((record) => isAccusing(record) && isMeant(record))
  return { threat: threatOf(meant, now), control: controlOf(meant) }
}

function threatOf(records: readonly SourceRecord[], now: number): ThreatStatus | null {
  if (records.length === 0) return null
  const silence = ageDays(Math.max(...records.map((record) => record.lastSeenAt)), now)
  if (silence >= SPELLS.retired) return 'retired'
  if (silence >= SPELLS.dormant) return 'dormant'
  if (silence >= SPELLS.coolDown) return 'cooling_down'
  if (ageDays(Math.min(...records.map((record) => record.firstSeenAt)), now) <= SPELLS.new) return 'new'
  return hasComeBack(records, now) ? 'reactivated' : 'active'
}

/**
 * Whether the present spell began lately and after a silence as long as a cool-down. A profile keeps no single days, so
 * a record of more than two is taken to have been active all the time: a silence that is merely possible is not claimed.
 */
export function hasComeBack(records: readonly SourceRecord[], now: number): boolean {
  const [first, ...rest] = records.flatMap(stretchesOf).sort((a, b) => a.from - b.from)
  if (!first) return false
  let [spellFrom, seenUntil] = [-Infinity, first.until]
  for (const { from, until } of rest) {
    if (ageDays(seenUntil, from) >= SPELLS.coolDown) spellFrom = from
    seenUntil = Math.max(seenUntil, until)
  }
  return ageDays(spellFrom, now) <= SPELLS.coolDown
}

type Stretch = { readonly from: number; readonly until: number }

function stretchesOf({ activeDays, firstSeenAt, lastSeenAt }: SourceRecord): Stretch[] {
  if (activeDays > 2) return [{ from: firstSeenAt, until: lastSeenAt }]
  return [firstSeenAt, lastSeenAt].map((at) => ({ from: at, until: at }))
}

/** A victim of interception comes first: whatever else is known, the person is not the fraudster. */
function controlOf(records: readonly SourceRecord[]): ControlStatus {
  const reasons = new Set(records.map(reasonOf))
  if (reasons.has('source.interception_card')) return 'intercepted_victim'
  if (POOLED.some((code) => reasons.has(code))) return 'pool_controlled'
  if (reasons.has('source.scam_email') || reasons.has('source.honeypot')) return 'owner_controlled'
  return records.length > 0 && records.every(isSpoofable) ? 'spoofed_only' : 'unknown'
}

/** A complaint names what the caller's phone showed, which is easily somebody else's number. */
function isSpoofable(record: SourceRecord): boolean {
  return reasonOf(record) === 'source.complaints' && !CHANNELS[record.channel].provesAlone
}
