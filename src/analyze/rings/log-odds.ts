import { compare } from './compare.ts'
import type { Parts } from './graph-parts.ts'
import { PRIOR, WEIGHTS } from './weights.ts'

/** From here on two numbers are linked: of a hundred pairs with these odds one is wrong. */
export const LINK_LOG_ODDS = Math.log(99)

/**
 * Log-odds (natural logarithm) that two numbers that were brought together belong to one ring: those of any such pair,
 * and what each comparison adds or takes.
 *
 * Source: Fellegi and Sunter 1969, with the weights of weights.ts.
 */
export function logOdds(parts: Parts, a: number, b: number): number {
  return compare(parts, a, b).reduce((sum, { level }) => sum + WEIGHTS[level], PRIOR)
}
