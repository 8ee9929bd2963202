import type { ChannelName } from './channel.ts'

/**
 * How long numbers of a channel are silent before they come back.
 *
 * days, out: of silences, the share that is at least so many days long; the days ascend from 0 and the shares fall.
 * never:     the share of silences that nothing ends.
 * silences, returns: how many were looked at, and how many of them ended; 0 where the curve is assumed.
 */
export type ReturnCurve = {
  readonly days: readonly number[]
  readonly out: readonly number[]
  readonly never: number
  readonly silences: number
  readonly returns: number
}

/** The curve of each channel that data were enough for. */
export type ReturnCurves = Partial<Readonly<Record<ChannelName, ReturnCurve>>>

/**
 * The curve where data are few. Assumed, so that the limits of a status are those of the trend briefing: ordinary for
 * 30 days, likely to end for 90, improbable after a year; four silences of five end at all.
 */
export const ASSUMED_RETURNS: ReturnCurve = {
  days: [0, 1, 2, 7, 30, 90, 365, 1_095],
  out: [1, 1, 0.7, 0.5, 0.359, 0.266, 0.2105, 0.2],
  never: 0.2,
  silences: 0,
  returns: 0,
}

/** The share of silences that is at least so many days long. Between two days that are told, along a straight line. */
export function outShare({ days, out }: Pick<ReturnCurve, 'days' | 'out'>, silenceDays: number): number {
  let [low, high] = [0, days.length - 1]
  if (silenceDays >= days[high]!) return out[high]!
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (days[middle]! <= silenceDays) low = middle
    else high = middle
  }
  const along = Math.max(0, silenceDays - days[low]!) / (days[high]! - days[low]!)
  return out[low]! + (out[high]! - out[low]!) * along
}

/** How likely a silence that has lasted so many days is followed by a return. */
export function returnChance(curve: ReturnCurve, silenceDays: number): number {
  return Math.max(0, 1 - curve.never / outShare(curve, silenceDays))
}

/** Of silences that end with a return, the share that lasts at least so many days. */
export function returnsLater(curve: ReturnCurve, silenceDays: number): number {
  return curve.never >= 1 ? 0 : Math.max(0, (outShare(curve, silenceDays) - curve.never) / (1 - curve.never))
}
