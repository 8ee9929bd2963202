import type { Neighbourhood } from '../model/lookup.ts'
import type { Reason } from '../model/risk.ts'
import { ago, decay } from './age.ts'
import { PRIOR, SIGNALS } from './signals.ts'

/** For each malicious number seen in a block, so many are taken to be there: sources see a part of them. Assumed. */
const SEEN_TO_TRUE = 4

/** However full a block, a number nobody has seen is malicious with this probability at most. */
const MAX_SHARE = 0.6

/** Providers take blocks back; a block's evidence halves in this time. Assumed, between a pool's and a list's. */
const HALF_LIFE_DAYS = 60

/** Made once: making one takes longer than a look-up may. */
const IN_ENGLISH = new Intl.NumberFormat('en')

/** Neighbours on both sides that make a number part of a run of three. */
const MIN_TOUCHED = 2

export function logOdds(probability: number): number {
  return Math.log(probability / (1 - probability))
}

/**
 * What the numbers around one say of it: the share of its block that is taken to be malicious, at the width where that
 * is highest. One neighbour says nothing, so the first is not counted.
 */
export function neighbourReasons({ blocks, run }: Neighbourhood, now: number): Reason[] {
  const shares = blocks.map((block) => ({
    block,
    share:
      Math.min(MAX_SHARE, (SEEN_TO_TRUE * Math.max(0, block.numbers - 1)) / block.width) *
      decay(block.lastSeenAt, now, HALF_LIFE_DAYS),
  }))
  const [worst] = shares.filter(({ share }) => logOdds(share) > PRIOR).sort((a, b) => b.share - a.share)
  const reasons: Reason[] = []
  if (worst) {
    const { numbers, width, lastSeenAt } = worst.block
    const points = Math.min(SIGNALS['block.neighbors_malicious'].cap, logOdds(worst.share) - PRIOR)
    const text = `${numbers} other malicious numbers in its block of ${IN_ENGLISH.format(width)}, last ${ago(lastSeenAt, now)}`
    reasons.push({ ...blockReason, code: 'block.neighbors_malicious', points, text })
  }
  if (run >= MIN_TOUCHED) {
    const text = `touches a run of at least ${run} consecutive malicious numbers`
    reasons.push({ ...blockReason, code: 'block.run', points: SIGNALS['block.run'].points, text })
  }
  return reasons
}

const blockReason = { polarity: 'risk', subject: 'block', evidence: [] } as const
