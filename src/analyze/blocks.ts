import type { Block } from '../model/block.ts'
import { numberFromDigits } from '../model/phone-number.ts'
import type { PhoneNumber } from '../model/phone-number.ts'
import type { BlockWidth } from '../model/profile.ts'
import { binomialTail } from './chance.ts'

/** A malicious number and when it was seen. digits ascend where several are given. */
export type SeenNumber = { readonly digits: number; readonly firstSeenAt: number; readonly lastSeenAt: number }

/** The shortest run that is told. Source: definitions of the trend briefing; Talos 2026-05-06, sequential blocks. */
export const MIN_RUN = 3

/**
 * A block's numbers are compared with those of the million numbers around it, as if these fell evenly over it. So a
 * dense area or a large country makes no block stand out; only what is denser than its own surroundings does.
 */
const SURROUNDINGS = 1_000_000

/** Among the blocks of one surroundings, how many may be told by mistake. */
const FALSE_BLOCKS = 0.01

/** min: fewest numbers of a block that is told. regionOf: where the numbering plan has a number; null for nowhere. */
export type BlockOptions = {
  readonly width: BlockWidth
  readonly min: number
  readonly regionOf: (number: PhoneNumber) => string | null
}

/**
 * Finds the blocks in which numbers were handed out together: with a run of consecutive ones, or more of them than
 * chance would put there.
 *
 * In:  numbers, ascending.
 * Out: blocks, most numbers first.
 */
export function blocksOf(numbers: readonly SeenNumber[], { width, min, regionOf }: BlockOptions): Block[] {
  const runs = runsByDigits(numbers)
  return split(numbers, SURROUNDINGS)
    .flatMap((surroundings) =>
      split(surroundings, width)
        .filter((members) => members.length >= min)
        .map((members) => blockOf(members, { width, surrounding: surroundings.length, runs, regionOf }))
        .filter((block) => block.runs.length > 0 || block.pValue * (SURROUNDINGS / width) <= FALSE_BLOCKS),
    )
    .sort((a, b) => b.numbers.length - a.numbers.length || a.pValue - b.pValue || (a.prefix < b.prefix ? -1 : 1))
}

/**
 * Splits numbers into runs of consecutive ones.
 *
 * In:  digits, ascending, each once.
 * Out: runs of at least MIN_RUN, each [first, last].
 * @example runsOf([3, 4, 5, 9]) // => [[3, 5]]
 */
export function runsOf(digits: readonly number[]): [number, number][] {
  const runs: [number, number][] = []
  for (const number of digits) {
    const run = runs.at(-1)
    if (run && number === run[1] + 1) run[1] = number
    else runs.push([number, number])
  }
  return runs.filter(([first, last]) => last - first + 1 >= MIN_RUN)
}

type Run = Block['runs'][number]

/** Of each number in a run, the run. Found over all numbers: where a block ends, a run need not. */
function runsByDigits(numbers: readonly SeenNumber[]): Map<number, Run> {
  const runs = new Map<number, Run>()
  for (const [first, last] of runsOf(numbers.map(({ digits }) => digits))) {
    const run = { first: numberFromDigits(first), last: numberFromDigits(last), length: last - first + 1 }
    for (let digits = first; digits <= last; digits++) runs.set(digits, run)
  }
  return runs
}

type Around = Pick<BlockOptions, 'width' | 'regionOf'> & {
  readonly surrounding: number
  readonly runs: ReadonlyMap<number, Run>
}

function blockOf(members: readonly SeenNumber[], { width, surrounding, runs, regionOf }: Around): Block {
  const digits = members.map((member) => member.digits)
  const numbers = digits.map(numberFromDigits)
  return {
    prefix: numbers[0]!.slice(0, -Math.log10(width)),
    width,
    region: regionOf(numbers[0]!),
    numbers,
    runs: [...new Set(digits.map((each) => runs.get(each)).filter((run) => run !== undefined))],
    pValue: binomialTail(members.length, surrounding, width / SURROUNDINGS),
    firstSeenAt: members.reduce((first, { firstSeenAt }) => Math.min(first, firstSeenAt), Infinity),
    lastSeenAt: members.reduce((last, { lastSeenAt }) => Math.max(last, lastSeenAt), -Infinity),
  }
}

function split(numbers: readonly SeenNumber[], width: number): SeenNumber[][] {
  const groups: SeenNumber[][] = []
  let start = -1
  for (const number of numbers) {
    const itsStart = number.digits - (number.digits % width)
    if (itsStart !== start) groups.push([])
    groups.at(-1)!.push(number)
    start = itsStart
  }
  return groups
}
