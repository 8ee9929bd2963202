import type { Level, Reason } from '../model/risk.ts'
import { LEVELS, PRIOR } from './signals.ts'

/** How far below the edge of its bin a capped probability stays, so that rounding does not lift it over. */
const BELOW_EDGE = 0.001

/** The probability that the reasons' log-odds add up to; not above the bin of `ceiling`. */
export function probabilityOf(reasons: readonly Reason[], ceiling: Level): number {
  const logOdds = reasons.reduce((sum, reason) => sum + reason.points, PRIOR)
  const edge = LEVELS.find(({ level }) => level === ceiling)?.below ?? Infinity
  return Math.min(1 / (1 + Math.exp(-logOdds)), edge - BELOW_EDGE)
}

/** The level whose bin holds the probability. */
export function levelOf(probability: number): Level {
  return LEVELS.find(({ below }) => probability < below)!.level
}
