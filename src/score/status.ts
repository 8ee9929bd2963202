import { CHANNELS } from '../model/channel.ts'
import type { ChannelName, SourceReason } from '../model/channel.ts'
import { dayOf } from '../model/day.ts'
import type { SourceRecord } from '../model/profile.ts'
import { ASSUMED_RETURNS, returnChance, returnsLater } from '../model/return-curve.ts'
import type { ReturnCurve, ReturnCurves } from '../model/return-curve.ts'
import type { ControlStatus, Status, ThreatStatus } from '../model/risk.ts'
import { isAccusing, isMeant, reasonOf } from './evidence.ts'

/** Seen for the first time within so many days: new to us. A definition, which no silence has a part in. */
const NEW_DAYS = 7
/** A return is news for so many days. */
const LATELY_DAYS = 30

/** At most this share of the silences that end with a return last as long: it is no ordinary one. */
const ORDINARY = 0.2
/** At least one silence in four that has lasted as long is followed by a return. */
const LIKELY = 0.25
/** At most one in twenty is. */
const IMPROBABLE = 0.05

/** Reasons that say the number is one of many in somebody's rack or shop. */
const POOLED: readonly SourceReason[] = [
  'source.modem_pool',
  'source.otp_platform',
  'source.public_gateway',
  'source.trading_market',
]

/**
 * What a number is doing, and who has it in hand, as far as sightings tell.
 *
 * A silence is measured by how silences of the channel that saw the number last go on, not by a clock:
 * - `active` while it is ordinary for numbers that come back; of these, `new` was first seen within a week, `reactivated`
 *   came back within a month after a silence at which it had been dormant or retired, and `recycled` came back, whenever,
 *   after one at which it had been retired, and under evidence of another kind;
 * - `cooling_down` while a return is still likely, `dormant` while it is unlikely, `retired` where it is improbable.
 */
export function statusOf(records: readonly SourceRecord[], now: number, returns: ReturnCurves): Status {
  const meant = records.filter((record) => isAccusing(record) && isMeant(record))
  return { threat: threatOf(meant, now, returns), control: controlOf(meant) }
}

function threatOf(records: readonly SourceRecord[], now: number, returns: ReturnCurves): ThreatStatus | null {
  if (records.length === 0) return null
  const last = records.reduce((one, other) => (other.lastSeenAt > one.lastSeenAt ? other : one))
  const silence = Math.max(0, dayOf(now) - dayOf(last.lastSeenAt))
  const state = stateAfter(silence, curveOf(last.channel, returns))
  if (state !== 'active') return state
  const back = comeBack(records, returns)
  if (back?.isAnother) return 'recycled'
  if (Math.min(...records.map((record) => dayOf(record.firstSeenAt))) >= dayOf(now) - NEW_DAYS) return 'new'
  return back !== null && isLately(back, now) ? 'reactivated' : 'active'
}

function stateAfter(silenceDays: number, curve: ReturnCurve): 'active' | 'cooling_down' | 'dormant' | 'retired' {
  if (returnsLater(curve, silenceDays) > ORDINARY) return 'active'
  const chance = returnChance(curve, silenceDays)
  return chance >= LIKELY ? 'cooling_down' : chance > IMPROBABLE ? 'dormant' : 'retired'
}

const curveOf = (channel: ChannelName, returns: ReturnCurves): ReturnCurve => returns[channel] ?? ASSUMED_RETURNS

/** A return after a silence. day: days since 1970. isAnother: it had been retired, and evidence of another kind brought it back. */
export type ComeBack = { readonly day: number; readonly silenceDays: number; readonly isAnother: boolean }

/**
 * The last return from a silence at which the number had been dormant or retired; null where there is none. A profile
 * keeps the latest days alone, so a record with more of them is taken to have been active from its first day to those: a
 * silence that is merely possible is not claimed.
 */
export function comeBack(records: readonly SourceRecord[], returns: ReturnCurves): ComeBack | null {
  let found: ComeBack | null = null
  let seen: Stretch | null = null
  for (const stretch of records.flatMap(stretchesOf).sort((one, other) => one.from - other.from)) {
    if (seen === null) seen = stretch
    const silenceDays = stretch.from - seen.until
    if (silenceDays > 1) {
      const state = stateAfter(silenceDays, curveOf(seen.channel, returns))
      const isAnother = state === 'retired' && isOfAnotherKind(records, seen.until, stretch.from)
      if (state === 'dormant' || state === 'retired') found = { day: stretch.from, silenceDays, isAnother }
    }
    if (stretch.until >= seen.until) seen = stretch
  }
  return found
}

/** Of the latest return, whether it is younger than LATELY_DAYS. */
export function isLately({ day }: ComeBack, now: number): boolean {
  return dayOf(now) - day <= LATELY_DAYS
}

type Stretch = { readonly from: number; readonly until: number; readonly channel: ChannelName }

function stretchesOf({ activeDays, latestDays, firstSeenAt, channel }: SourceRecord): Stretch[] {
  const days = latestDays.map((day) => ({ from: day, until: day, channel }))
  const from = dayOf(firstSeenAt)
  const [earliest = from] = latestDays
  if (activeDays <= days.length) return days
  // One day more than is kept: that one is the first.
  return [{ from, until: activeDays === days.length + 1 ? from : earliest, channel }, ...days]
}

/** Whether nothing joins what was seen until one day to what was seen from another one on. */
function isOfAnotherKind(records: readonly SourceRecord[], untilDay: number, fromDay: number): boolean {
  const before = records.filter((record) => dayOf(record.firstSeenAt) <= untilDay)
  const after = records.filter((record) => dayOf(record.lastSeenAt) >= fromDay)
  if (before.some((record) => after.includes(record))) return false
  const layers = new Set(before.map(({ channel }) => CHANNELS[channel].layer))
  if (!after.some(({ channel }) => layers.has(CHANNELS[channel].layer))) return true
  const brands = new Set(before.flatMap((record) => record.brands))
  const laterBrands = after.flatMap((record) => record.brands)
  return brands.size > 0 && laterBrands.length > 0 && !laterBrands.some((brand) => brands.has(brand))
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
