import { numberFromDigits } from './phone-number.ts'
import type { PhoneNumber } from './phone-number.ts'
import type { BlockWidth } from './profile.ts'

/** Consecutive seen numbers. pValue: how often chance alone would make so long a run at the block. */
export type Run = {
  readonly first: PhoneNumber
  readonly last: PhoneNumber
  readonly length: number
  readonly pValue: number
}

/**
 * Numbers of one thousand-block that were first seen within two days. first, last: the lowest and the highest of them.
 * pValue: how often chance would bring so many together, if the numbers of that thousand had come as all numbers came.
 */
export type Batch = {
  readonly first: PhoneNumber
  readonly last: PhoneNumber
  readonly numbers: number
  readonly firstAt: number
  readonly lastAt: number
  readonly pValue: number
}

/** random: no order that chance alone would not bring about as well. */
export const ROTATIONS = ['ascending', 'descending', 'random'] as const

/** How the first sightings follow the digits. correlation: of the ranks, −1 to 1. */
export type Rotation = {
  readonly order: (typeof ROTATIONS)[number]
  readonly correlation: number
  readonly pValue: number
}

/**
 * A prefix with several seen numbers in it.
 *
 * provider: of most of its numbers; null where the numbering plan tells none.
 * start:    digits of the first number of the block, seen or not; offsets: of the seen ones from there, ascending.
 * around:   what the block is compared with: the range it was allocated in, or the million numbers around it.
 * expected: how many of the numbers seen around it would be in it if they fell evenly.
 * runs:     stretches that reach into it, told as far as they go, also beyond its ends.
 * batches:  of the thousand-blocks in it, or of the one it is in; most surprising first.
 * rotation: null where there are too few numbers to tell, or all came at once.
 * pValue:   how often chance alone would fill the block so, or make such a run in it.
 * newestAt: when the last of its numbers was first seen.
 * isProducing: whether its silence since then is one that it had before.
 */
export type Block = {
  readonly prefix: string
  readonly width: BlockWidth
  readonly region: string | null
  readonly provider: string | null
  readonly start: number
  readonly offsets: Uint16Array
  readonly around: { readonly size: number; readonly seen: number; readonly isAllocation: boolean }
  readonly expected: number
  readonly runs: readonly Run[]
  readonly batches: readonly Batch[]
  readonly rotation: Rotation | null
  readonly pValue: number
  readonly firstSeenAt: number
  readonly newestAt: number
  readonly lastSeenAt: number
  readonly isProducing: boolean
}

/** qValue: among the blocks told that are at least as sure, the share that chance alone is expected to have made. */
export type ToldBlock = Block & { readonly qValue: number }

/** The seen numbers of a block, ascending. */
export function numbersOf({ start, offsets }: Pick<Block, 'start' | 'offsets'>): PhoneNumber[] {
  return Array.from(offsets, (offset) => numberFromDigits(start + offset))
}
