import type { ChannelName } from '../../model/channel.ts'
import { CHANNEL_NAMES } from '../../model/channel.ts'
import type { Query } from '../../model/query.ts'
import { ASSUMED_RETURNS, outShare } from '../../model/return-curve.ts'
import type { ReturnCurve, ReturnCurves } from '../../model/return-curve.ts'
import { kaplanMeier, survivalAt } from './kaplan-meier.ts'
import type { Lasted } from './kaplan-meier.ts'
import { sliceCondition } from './slice-condition.ts'

/** Of a channel: silences that ended after so many days, or numbers last seen on a day since 1970. */
export type SilenceTally = {
  readonly channel: ChannelName
  readonly isLast: boolean
  readonly day: number
  readonly count: number
}

/** Days. Longer silences are not followed to their end. */
const LONGEST_SILENCE = 730
/** With less than these a channel has no curve of its own. Below 30 returns the shares are off by a tenth and more. */
const [MIN_SILENCES, MIN_RETURNS] = [100, 30]
/** A curve is followed while at least so many silences are looked at. */
const MIN_AT_RISK = 30
const SOMEBODY = 1e-6
/** Numbers of so many rows tell what all would. */
const SAMPLED_ROWS = 1_000_000

/** How many rows there are, those written twice among them: told without reading any. */
export const ROW_COUNT: Query<number> = {
  sql: 'SELECT count() AS sightings FROM sightings SETTINGS final = 0',
  params: {},
  decode: (row) => Number(row['sightings']),
}

/**
 * Silences by channel, of a sample of the numbers where there are very many sightings: then also what was superseded
 * and not merged yet counts, which mostly lies on the same days, and takes three times as long to leave out.
 *
 * In: rows, about how many there are; at, what was seen by then; Unix milliseconds.
 */
export function silenceTallies(rows: number, at: number): Query<SilenceTally> {
  // Nobody was seen before 1970 but by mistake, and days of later times fit into sixteen bits.
  const { sql, params } = sliceCondition({ fromAt: 0, toAt: at + 1 }, null)
  const every = Math.max(1, Math.ceil(rows / SAMPLED_ROWS))
  const sample = every === 1 ? '' : ` AND cityHash64(number) % {every:UInt32} = 0`
  return {
    sql: `SELECT channel, code, count() AS silences FROM (
  SELECT channel, arrayJoin(arrayConcat([65536 + toUInt32(days[-1])],
    arrayMap(gap -> toUInt32(least(gap, ${LONGEST_SILENCE})), arraySlice(arrayDifference(days), 2)))) AS code
  FROM (
    SELECT number, channel, arrayCompact(arraySort(groupArray(toUInt16(toDate(seen_at))))) AS days
    FROM sightings WHERE ${sql}${sample}
    GROUP BY number, channel
  )
)
GROUP BY channel, code
SETTINGS distributed_product_mode = 'local'${sample && ', final = 0'}`,
    params: { ...params, ...(sample && { every }) },
    decode: (row) => ({
      channel: row['channel'] as ChannelName,
      isLast: Number(row['code']) >= 65_536,
      day: Number(row['code']) % 65_536,
      count: Number(row['silences']),
    }),
  }
}

/** The curve of each channel. A channel's last silences are counted to the last day it told anything. */
export function returnCurvesOf(tallies: readonly SilenceTally[]): ReturnCurves {
  const curves: Partial<Record<ChannelName, ReturnCurve>> = {}
  for (const channel of CHANNEL_NAMES) {
    const own = tallies.filter((tally) => tally.channel === channel)
    if (own.length === 0) continue
    const lastDay = Math.max(...own.filter(({ isLast }) => isLast).map(({ day }) => day))
    const silences = own.map(({ isLast, day, count }) => silenceOf(isLast ? lastDay - day : day, !isLast, count))
    const curve = returnCurve(silences)
    if (curve) curves[channel] = curve
  }
  return curves
}

/** A silence that lasted so long, and whether it ended; longer ones than LONGEST_SILENCE are not followed to their end. */
function silenceOf(days: number, isEnd: boolean, count: number): Lasted {
  return { days: Math.min(days, LONGEST_SILENCE), isEnd: isEnd && days < LONGEST_SILENCE, count }
}

/**
 * How silences go on; null where there are too few to tell.
 *
 * As far as at least MIN_AT_RISK silences were looked at it is their Kaplan–Meier curve. What comes after is not known: it
 * goes on as the assumed curve does, so that data of ten days make nobody retired on the tenth, and as much slower or
 * faster as returns came in the second half of what was looked at.
 */
export function returnCurve(silences: readonly Lasted[]): ReturnCurve | null {
  const survival = kaplanMeier(silences)
  const returns = silences.reduce((sum, { isEnd, count }) => sum + (isEnd ? count : 0), 0)
  if (survival.total < MIN_SILENCES || returns < MIN_RETURNS) return null
  const until = followedUntil(silences)
  const followed = survival.steps.filter(({ days }) => days <= until)
  // Where all came back, somebody yet will not.
  const left = Math.max(survivalAt(survival, until), SOMEBODY)
  const pace = lateReturns(silences, until)
  const assumed = outShare(ASSUMED_RETURNS, until + 1)
  const after = (share: number): number => left * (share / assumed) ** pace
  const tail = ASSUMED_RETURNS.days.flatMap((day, at) =>
    day > until + 1 ? [[day, after(ASSUMED_RETURNS.out[at]!)] as const] : [],
  )
  const points: (readonly [day: number, out: number])[] = [
    [0, 1],
    [1, 1],
  ]
  for (const { days, survival: longer } of thinned(followed)) {
    if (days < 1) continue
    const [lastDay, out] = points.at(-1)!
    // Nothing ended in between: the share stays until the day itself.
    if (days <= EACH_DAY && days > lastDay) points.push([days, out])
    // A silence of at least the day after is one that outlasted the day.
    if (days < until) points.push([days + 1, longer])
  }
  points.push([until + 1, left], ...tail)
  return {
    days: points.map(([day]) => day),
    out: points.map(([, share]) => rounded(share)),
    never: rounded(Math.min(left, after(ASSUMED_RETURNS.never))),
    silences: survival.total,
    returns,
  }
}

/**
 * Returns in the second half of what was looked at, to those that the assumed curve would have there. One more on both
 * sides: the guess of a gamma prior of mean 1, which gives way where there are more than a few.
 */
function lateReturns(silences: readonly Lasted[], until: number): number {
  const half = Math.floor(until / 2)
  let [seen, expected] = [1, 1]
  for (const { days, isEnd, count } of silences) {
    if (days <= half) continue
    if (isEnd && days <= until) seen += count
    // Each was looked at from the half on, until it ended or looking did.
    const hazard = Math.log(outShare(ASSUMED_RETURNS, half + 1) / outShare(ASSUMED_RETURNS, Math.min(days, until) + 1))
    expected += count * hazard
  }
  return seen / expected
}

/** So many days are told one by one. */
const EACH_DAY = 14

/** The longest time that at least MIN_AT_RISK silences were looked at. */
function followedUntil(silences: readonly Lasted[]): number {
  let longer = 0
  for (const { days, count } of silences.toSorted((one, other) => other.days - one.days)) {
    longer += count
    if (longer >= MIN_AT_RISK) return Math.max(1, days)
  }
  return 1
}

/** Each of the first days, later ones a twelfth apart: a curve is decoded by every look-up that finds it changed. */
function thinned<Step extends { readonly days: number }>(steps: readonly Step[]): Step[] {
  let last = 0
  return steps.filter(({ days }) => {
    if (days > EACH_DAY && days < last * (13 / 12)) return false
    last = days
    return true
  })
}

const rounded = (share: number): number => Number(share.toPrecision(6))
