import type { Block, Run, ToldBlock } from '../../model/block.ts'
import { numberFromDigits } from '../../model/phone-number.ts'
import type { PhoneNumber } from '../../model/phone-number.ts'
import { blockStart } from '../../model/profile.ts'
import type { BlockWidth } from '../../model/profile.ts'
import { batchesOf } from './batches.ts'
import type { Arrivals } from './batches.ts'
import { isStillProducing } from './block-life.ts'
import { binomialTail } from './chance.ts'
import { falseDiscovery } from './false-discovery.ts'
import { rotationOf } from './rotation.ts'
import { runChance, runsOf } from './runs.ts'
import type { SeenNumber } from './seen-number.ts'

/**
 * A block's numbers are compared with those of the range it was allocated in, or where that is not known or too small
 * to compare with, of the million numbers around it, as if these fell evenly over it. So a dense area or a large country
 * makes no block stand out; only what is denser than its own surroundings does.
 */
export const SURROUNDINGS = 1_000_000

/** Fewest blocks of an allocated range that can be compared with each other. */
const FEWEST_COMPARED = 10

/** Of the blocks that are told, how many may be by mistake. */
const FALSE_BLOCKS = 0.01

/** Batches are looked for in blocks of this width, whatever the width of those that are told. */
const BATCH_WIDTH = 1_000

/** What the numbering plan says of a number, as far as blocks are concerned. */
export type Place = {
  readonly region: string | null
  readonly provider: string | null
  readonly allocation: { readonly first: PhoneNumber; readonly last: PhoneNumber } | null
}

/** asOf: when looking ended. */
export type BlockContext = {
  readonly width: BlockWidth
  readonly placeOf: (number: PhoneNumber) => Place
  readonly arrivals: Arrivals
  readonly asOf: number
}

/** min: fewest numbers of a block that is told. */
export type BlockOptions = BlockContext & { readonly min: number }

export type BlockFinder = {
  /** Takes the next numbers, ascending over all calls. */
  readonly add: (numbers: readonly SeenNumber[]) => void
  /** The blocks in which numbers were handed out together; most numbers first. */
  readonly end: () => ToldBlock[]
}

/**
 * Finds the blocks in which numbers were handed out together: with more of them than chance would put there, or a longer
 * run of consecutive ones than chance would make. Holds one surroundings at a time, and of what it found two bytes for
 * each number.
 */
export function blockFinder({ min, ...context }: BlockOptions): BlockFinder {
  const found: Block[] = []
  let surroundings: SeenNumber[] = []
  let looked = 0
  const close = (): void => {
    if (surroundings.length === 0) return
    looked += SURROUNDINGS / context.width
    for (const block of blocksAmong(surroundings, min, context)) {
      // What is no wonder alone is none among many.
      if (block.pValue <= FALSE_BLOCKS) found.push(block)
    }
    surroundings = []
  }
  return {
    add: (numbers) => {
      for (const number of numbers) {
        const [last] = surroundings
        if (last && millionOf(last.digits) !== millionOf(number.digits)) close()
        surroundings.push(number)
      }
    },
    end: () => {
      close()
      const qValues = falseDiscovery(
        found.map(({ pValue }) => pValue),
        looked,
      )
      return found
        .map((block, index): ToldBlock => ({ ...block, qValue: qValues[index]! }))
        .filter(({ qValue }) => qValue <= FALSE_BLOCKS)
        .sort(
          (one, other) =>
            other.offsets.length - one.offsets.length || one.pValue - other.pValue || one.start - other.start,
        )
    },
  }
}

/**
 * Every block of one surroundings with at least `min` numbers, whether it stands out or not.
 *
 * In: numbers, ascending, of one million.
 */
export function* blocksAmong(
  surroundings: readonly SeenNumber[],
  min: number,
  context: BlockContext,
): Generator<Block> {
  const { width } = context
  const digits = surroundings.map((seen) => seen.digits)
  const around = aroundIn(digits, context)
  const runs = runsOf(digits)
  let nextRun = 0
  for (let from = 0; from < digits.length;) {
    const start = blockStart(digits[from]!, width)
    const to = firstFrom(digits, start + width)
    while (nextRun < runs.length && runs[nextRun]![1] < start) nextRun++
    if (to - from >= min) {
      const reaching: [number, number][] = []
      for (let at = nextRun; at < runs.length && runs[at]![0] < start + width; at++) reaching.push(runs[at]!)
      const batchStart = blockStart(start, BATCH_WIDTH)
      const batchEnd = Math.max(start + width, batchStart + BATCH_WIDTH)
      const forBatches = surroundings.slice(firstFrom(digits, batchStart), firstFrom(digits, batchEnd))
      yield blockOf(
        { start, members: surroundings.slice(from, to), forBatches, reaching, around: around(start) },
        context,
      )
    }
    from = to
  }
}

type Found = {
  readonly start: number
  readonly members: readonly SeenNumber[]
  readonly forBatches: readonly SeenNumber[]
  readonly reaching: readonly [number, number][]
  readonly around: Block['around']
}

function blockOf({ start, members, forBatches, reaching, around }: Found, context: BlockContext): Block {
  const { width, placeOf, arrivals, asOf } = context
  const share = width / around.size
  const density = around.seen / around.size
  const runs = reaching.map(([first, last]): Run => {
    const length = last - first + 1
    const pValue = runChance(length, { density, width })
    return { first: numberFromDigits(first), last: numberFromDigits(last), length, pValue }
  })
  const crowded = share >= 1 ? 1 : binomialTail(members.length, around.seen, share)
  const first = numberFromDigits(members[0]!.digits)
  const times = {
    firstSeenAt: members.reduce((least, { firstSeenAt }) => Math.min(least, firstSeenAt), Infinity),
    newestAt: members.reduce((most, { firstSeenAt }) => Math.max(most, firstSeenAt), -Infinity),
    lastSeenAt: members.reduce((most, { lastSeenAt }) => Math.max(most, lastSeenAt), -Infinity),
  }
  return {
    prefix: first.slice(0, -Math.log10(width)),
    width,
    region: placeOf(first).region,
    provider: mainProvider(members, placeOf),
    start,
    offsets: Uint16Array.from(members, ({ digits }) => digits - start),
    around,
    expected: around.seen * share,
    runs,
    batches: byThousand(forBatches)
      .flatMap((thousand) => batchesOf(thousand, arrivals))
      .sort((one, other) => one.pValue - other.pValue),
    rotation: rotationOf(members),
    // Either may make it stand out, so both have a chance to do so by mistake.
    pValue: Math.min(1, 2 * runs.reduce((least, { pValue }) => Math.min(least, pValue), crowded)),
    ...times,
    isProducing: isStillProducing({ ...times, numbers: members.length }, asOf),
  }
}

/** What a block is compared with, for blocks of one surroundings in ascending order. */
function aroundIn(digits: readonly number[], { width, placeOf }: BlockContext): (start: number) => Block['around'] {
  const million = millionOf(digits[0]!) * SURROUNDINGS
  const whole = { size: SURROUNDINGS, seen: digits.length, isAllocation: false }
  return (start) => {
    const { allocation } = placeOf(numberFromDigits(digits[firstFrom(digits, start)]!))
    if (!allocation) return whole
    const first = Math.max(million, Number(allocation.first))
    const last = Math.min(million + SURROUNDINGS - 1, Number(allocation.last))
    const size = last - first + 1
    if (size < width * FEWEST_COMPARED || first > start || last < start + width - 1) return whole
    return { size, seen: firstFrom(digits, last + 1) - firstFrom(digits, first), isAllocation: true }
  }
}

/** Providers hold thousands at the least, for the most part: one number of each is asked. */
function mainProvider(members: readonly SeenNumber[], placeOf: BlockContext['placeOf']): string | null {
  const held = new Map<string | null, number>()
  for (const thousand of byThousand(members)) {
    const { provider } = placeOf(numberFromDigits(thousand[0]!.digits))
    held.set(provider, (held.get(provider) ?? 0) + thousand.length)
  }
  const [most] = [...held].sort(([, one], [, other]) => other - one)
  return most?.[0] ?? null
}

function byThousand(numbers: readonly SeenNumber[]): SeenNumber[][] {
  const groups: SeenNumber[][] = []
  for (const number of numbers) {
    const last = groups.at(-1)
    if (last && blockStart(last[0]!.digits, BATCH_WIDTH) === blockStart(number.digits, BATCH_WIDTH)) last.push(number)
    else groups.push([number])
  }
  return groups
}

function millionOf(digits: number): number {
  return Math.floor(digits / SURROUNDINGS)
}

/** Where the first of these stands that is not below. */
function firstFrom(digits: readonly number[], least: number): number {
  let [low, high] = [0, digits.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (digits[middle]! < least) low = middle + 1
    else high = middle
  }
  return low
}
