import type { Rotation } from '../../model/block.ts'
import type { SeenNumber } from './seen-number.ts'

/** With fewer numbers even a perfect order comes about by chance once in sixty times. */
export const MIN_ORDERED = 6

/** An order is told where chance would bring one so clear about at most so often. */
const ORDER_CHANCE = 0.01

/** Up to so many numbers all orders are counted; beyond, the normal distribution errs to the safe side in the tails. */
const COUNTED = 7

/** What is equal but for rounding. */
const TOLERANCE = 1e-9

/**
 * Whether the numbers of a block come in the order of their digits: Spearman's rank correlation of first sighting and
 * digits, numbers of one time sharing their ranks. Two-sided p, exact over all orders up to seven numbers.
 *
 * In:     numbers, ascending.
 * Out:    null for fewer than MIN_ORDERED, and where all were first seen at once.
 * Source: Spearman 1904; Kendall and Gibbons, Rank Correlation Methods, 1990 (ties, normal approximation).
 */
export function rotationOf(numbers: readonly SeenNumber[]): Rotation | null {
  const size = numbers.length
  if (size < MIN_ORDERED) return null
  const ranks = midRanks(numbers)
  const middle = (size + 1) / 2
  const spread = ranks.reduce((sum, rank) => sum + (rank - middle) ** 2, 0)
  if (spread === 0) return null
  const covariance = withPlaces(ranks, middle)
  const correlation = covariance / Math.sqrt((spread * (size * size - 1) * size) / 12)
  const pValue = size <= COUNTED ? countedChance(ranks, covariance) : twoSided(correlation * Math.sqrt(size - 1))
  const order = pValue > ORDER_CHANCE ? 'random' : correlation > 0 ? 'ascending' : 'descending'
  return { order, correlation, pValue }
}

/** Ranks of the first sightings, 1 for the earliest, in the order of the numbers. */
function midRanks(numbers: readonly SeenNumber[]): number[] {
  const byTime = [...numbers.keys()].sort((one, other) => numbers[one]!.firstSeenAt - numbers[other]!.firstSeenAt)
  const ranks = Array.from({ length: numbers.length }, () => 0)
  for (let from = 0; from < byTime.length;) {
    let to = from
    while (to < byTime.length && numbers[byTime[to]!]!.firstSeenAt === numbers[byTime[from]!]!.firstSeenAt) to++
    for (let at = from; at < to; at++) ranks[byTime[at]!] = (from + 1 + to) / 2
    from = to
  }
  return ranks
}

function withPlaces(ranks: readonly number[], middle: number): number {
  return ranks.reduce((sum, rank, place) => sum + (rank - middle) * (place + 1 - middle), 0)
}

/** Of these ranks, in every order, the covariances without their signs, ascending: few patterns of ties, each once. */
const counted = new Map<string, readonly number[]>()

function countedChance(ranks: readonly number[], covariance: number): number {
  const ascending = ranks.toSorted((one, other) => one - other)
  const key = ascending.join()
  const all = counted.get(key) ?? orders(ascending, (ranks.length + 1) / 2)
  counted.set(key, all)
  const least = Math.abs(covariance) - TOLERANCE
  return all.filter((each) => each >= least).length / all.length
}

function orders(ranks: readonly number[], middle: number): number[] {
  if (ranks.length === 0) return [0]
  const all: number[] = []
  const place = (left: readonly number[], sum: number): void => {
    if (left.length === 0) all.push(Math.abs(sum))
    const at = ranks.length - left.length + 1
    left.forEach((rank, index) => place(left.toSpliced(index, 1), sum + (rank - middle) * (at - middle)))
  }
  place(ranks, 0)
  return all.sort((one, other) => one - other)
}

/** Both tails of the normal distribution. Source: Abramowitz and Stegun 7.1.26, exact to 1.5e-7. */
function twoSided(z: number): number {
  const x = Math.abs(z) / Math.SQRT2
  const t = 1 / (1 + 0.3275911 * x)
  const polynomial = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
  return Math.min(1, polynomial * Math.exp(-x * x))
}
