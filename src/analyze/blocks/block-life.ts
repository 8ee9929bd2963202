import type { Block } from '../../model/block.ts'
import { DAY_MILLIS } from '../../model/day.ts'
import { grouped } from '../../model/grouped.ts'
import { kaplanMeier } from '../life/kaplan-meier.ts'
import type { Median } from '../../model/life.ts'

/** A block that still produces would be silent for so long at most in one of twenty cases. */
const SILENCE_CHANCE = 0.05

/**
 * Whether a block still brings new numbers: its silence is no longer than its own pace lets expect. The chance of the
 * silence is that of the next gap after those seen, all of one unknown exponential pace.
 *
 * In:     firstSeenAt, newestAt: first sighting of its first and its last new number; asOf: when looking ended.
 * Source: predictive distribution of the exponential with a flat prior on the pace's logarithm (Gelman et al., Bayesian
 *         Data Analysis, 2013, 2.6): (1 + silence / life)^−(numbers − 1).
 */
export function isStillProducing(
  { firstSeenAt, newestAt, numbers }: { firstSeenAt: number; newestAt: number; numbers: number },
  asOf: number,
): boolean {
  // What came at one time came within a day of each other: no feed tells time more finely for sure.
  const life = Math.max(newestAt - firstSeenAt, DAY_MILLIS)
  return (1 + Math.max(0, asOf - newestAt) / life) ** -(numbers - 1) >= SILENCE_CHANCE
}

/** provider: null for blocks of no known one. median: days from a block's first new number to its last. */
export type HalfLife = { readonly provider: string | null; readonly blocks: number; readonly median: Median }

/** How long blocks bring new numbers, those that still do counted as such (Kaplan–Meier): of all, and by provider. */
export function halfLives(blocks: readonly Block[]): {
  readonly all: Median
  readonly byProvider: readonly HalfLife[]
} {
  const byProvider = grouped(blocks, ({ provider }) => provider)
  return {
    all: medianOf(blocks),
    byProvider: [...byProvider]
      .map(([provider, own]) => ({ provider, blocks: own.length, median: medianOf(own) }))
      .sort((one, other) => other.blocks - one.blocks || ((one.provider ?? '') < (other.provider ?? '') ? -1 : 1)),
  }
}

function medianOf(blocks: readonly Block[]): Median {
  return kaplanMeier(
    blocks.map(({ firstSeenAt, newestAt, isProducing }) => ({
      days: Math.floor((newestAt - firstSeenAt) / DAY_MILLIS),
      isEnd: !isProducing,
      count: 1,
    })),
  ).median
}
