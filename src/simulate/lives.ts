import type { Random } from './random.ts'

/**
 * How long numbers live, and how.
 *
 * medianDays, sigma: of the log-normal span between first and last day.
 * extraDays:         chance of each further active day in between.
 * consecutiveShare:  numbers used on two days in a row; all others cool down between uses.
 * reactivatedShare:  numbers that come back after a silence of REACTIVATED_AFTER_DAYS or more.
 */
export type LifeShape = {
  readonly medianDays: number
  readonly sigma: number
  readonly extraDays: number
  readonly consecutiveShare: number
  readonly reactivatedShare: number
}

const LONGEST_DAYS = 180
const REACTIVATED_AFTER_DAYS = 30

/**
 * The days on which one number is used.
 *
 * Out: days since its first, ascending, from 0.
 */
export function activeDays(random: Random, shape: LifeShape): readonly number[] {
  const isConsecutive = random.chance(shape.consecutiveShare)
  const drawn = Math.min(LONGEST_DAYS, Math.round(random.logNormal(shape.medianDays, shape.sigma)))
  const span = drawn === 1 && !isConsecutive ? 2 : drawn
  const days = new Set([0, span])
  for (let extra = random.streak(shape.extraDays); extra > 0; extra--) {
    const day = random.between(0, span)
    if (!days.has(day - 1) && !days.has(day + 1)) days.add(day)
  }
  if (isConsecutive) days.add(span === 0 ? 1 : span - 1)
  if (random.chance(shape.reactivatedShare))
    days.add(span + REACTIVATED_AFTER_DAYS + random.below(REACTIVATED_AFTER_DAYS))
  return [...days].sort((a, b) => a - b)
}
