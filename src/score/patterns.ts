import type { Profile, SourceRecord } from '../model/profile.ts'
import type { ReturnCurves } from '../model/return-curve.ts'
import type { Reason } from '../model/risk.ts'
import { ageDays, ago, decay } from './age.ts'
import { isAccusing, isLivelyProof, isMeant, shown } from './evidence.ts'
import { SIGNALS } from './signals.ts'
import { comeBack, isLately } from './status.ts'

type SignalCode = keyof typeof SIGNALS

const MANY_BRANDS = 3

/** What a ring says of a member that fell silent fades: rings drop numbers, and numbers find other owners. Assumed. */
const RING_HALF_LIFE_DAYS = 60

const SUSTAINED_DAYS = 7

/** By the last sighting, most recent first; days. */
const SEEN: readonly { readonly code: SignalCode; readonly days: number }[] = [
  { code: 'activity.seen_1d', days: 1 },
  { code: 'activity.seen_7d', days: 7 },
  { code: 'activity.seen_30d', days: 30 },
  { code: 'activity.seen_90d', days: 90 },
  { code: 'activity.older', days: Infinity },
]

/** What the pattern of a number's sightings says beside their sum: who agrees, how lately, how long, in what company. */
export function patternReasons({ records, ring }: Profile, now: number, returns: ReturnCurves): Reason[] {
  const meant = records.filter((record) => isAccusing(record) && isMeant(record))
  if (meant.length === 0) return []
  const reasons = [...recency(meant, now, returns)]
  const sources = new Set(meant.filter((record) => isLivelyProof(record, now)).map(({ source }) => source))
  if (sources.size > 1) {
    const { points, cap } = SIGNALS['source.multi_corroborated']
    const text = `${sources.size} sources saw it independently`
    reasons.push(reason('source.multi_corroborated', text, Math.min(cap, points * (sources.size - 1))))
  }
  const brands = [...new Set(meant.flatMap((record) => record.brands))].sort()
  if (brands.length >= MANY_BRANDS) reasons.push(reason('link.many_brands', `stands for ${listed(brands)}`))
  if (ring) {
    const { points, cap } = SIGNALS['link.ring']
    const text = `belongs to ring ${ring.id} with ${ring.numbers} numbers`
    const left = decay(Math.max(...meant.map((record) => record.lastSeenAt)), now, RING_HALF_LIFE_DAYS)
    reasons.push(reason('link.ring', text, Math.min(cap, points * Math.log2(ring.numbers)) * left))
  }
  return reasons
}

/** Makes the reason of a signal; what adds nothing is neutral. */
export function reason(
  code: SignalCode,
  text: string,
  points: number = SIGNALS[code].points,
  records: readonly SourceRecord[] = [],
): Reason {
  const polarity = points > 0 ? 'risk' : points < 0 ? 'trust' : 'neutral'
  return { code, polarity, points, text, subject: SIGNALS[code].subject, evidence: shown(records) }
}

function* recency(records: readonly SourceRecord[], now: number, returns: ReturnCurves): Generator<Reason> {
  const lastSeenAt = Math.max(...records.map((record) => record.lastSeenAt))
  const seen = SEEN.find(({ days }) => ageDays(lastSeenAt, now) <= days)
  if (seen) yield reason(seen.code, `last seen ${ago(lastSeenAt, now)}`)
  const activeDays = Math.max(...records.map((record) => record.activeDays))
  if (activeDays >= SUSTAINED_DAYS) yield reason('activity.sustained', `seen on ${activeDays} days`)
  const back = comeBack(records, returns)
  if (back && isLately(back, now)) {
    yield reason('activity.reactivated', `came back after a silence of ${back.silenceDays} days`)
  }
}

function listed(names: readonly string[]): string {
  const [shownNames, rest] = [names.slice(0, 5), names.length - 5]
  return rest > 0 ? `${shownNames.join(', ')} and ${rest} more brands` : `${shownNames.join(', ')}`
}
