import { numbersOf } from '../model/block.ts'
import type { Batch, Block, ToldBlock } from '../model/block.ts'
import { numberFromDigits } from '../model/phone-number.ts'
import { isoPeriod, isoTime } from './iso-time.ts'

const LISTED_RUNS = 5
const LISTED_BATCHES = 3

/** Of a batch that comes about by chance so often, people are not told. */
const ODD = 0.01

/** A correlation below is an order that only most numbers keep. */
const CLEAR = 0.8

/** The JSON of a block. qValue: only of blocks that were found among all. */
export function blockJson(block: Block | ToldBlock): Record<string, unknown> {
  const { firstSeenAt, lastSeenAt, newestAt, start: _start, offsets: _offsets, batches, ...rest } = block
  return {
    ...rest,
    numbers: numbersOf(block),
    batches: batches.map(batchJson),
    firstSeen: isoTime(firstSeenAt),
    newest: isoTime(newestAt),
    lastSeen: isoTime(lastSeenAt),
  }
}

/** The JSON of one block with each of its numbers. */
export function shownBlockJson({
  block,
  seen,
}: {
  block: Block
  seen: readonly { digits: number; firstSeenAt: number; lastSeenAt: number }[]
}): Record<string, unknown> {
  return {
    ...blockJson(block),
    seen: seen.map(({ digits, firstSeenAt, lastSeenAt }) => ({
      number: numberFromDigits(digits),
      firstSeen: isoTime(firstSeenAt),
      lastSeen: isoTime(lastSeenAt),
    })),
  }
}

/** A block for people: how full it is, against chance, its runs, its batches, its order and its life. */
export function blockSummary(block: ToldBlock): string {
  const { prefix, width, region, provider, offsets, runs, batches, qValue, rotation } = block
  const open = 'x'.repeat(Math.log10(width))
  const odd = batches.filter(({ pValue }) => pValue <= ODD)
  const lines = [
    `${prefix}${open}  ${[region ?? 'no region', provider].filter((word) => word !== null).join(' · ')}`,
    `  ${offsets.length} of ${width.toLocaleString('en')} seen, ${expectation(block)} · by chance ${chance('q', qValue)}`,
    `  ${life(block)}`,
    ...runs
      .toSorted((one, other) => other.length - one.length)
      .slice(0, LISTED_RUNS)
      .map(({ first, last, length, pValue }) => `  ${length} in a row: ${first} to ${last} · ${chance('p', pValue)}`),
    ...(runs.length > LISTED_RUNS ? [`  and ${runs.length - LISTED_RUNS} more runs`] : []),
    ...odd
      .slice(0, LISTED_BATCHES)
      .map(
        ({ numbers, firstAt, lastAt, pValue }) =>
          `  ${numbers} came together: ${isoPeriod(firstAt, lastAt)} · ${chance('p', pValue)}`,
      ),
    ...(odd.length > LISTED_BATCHES ? [`  and ${odd.length - LISTED_BATCHES} more batches`] : []),
    ...(rotation && rotation.order !== 'random'
      ? [
          `  ${Math.abs(rotation.correlation) < CLEAR ? 'rather ' : ''}used in ${rotation.order} order: ρ = ${rotation.correlation.toFixed(2)}, ${chance('p', rotation.pValue)}`,
        ]
      : []),
  ]
  return lines.join('\n')
}

function batchJson({ firstAt, lastAt, ...rest }: Batch): Record<string, unknown> {
  return { ...rest, from: isoTime(firstAt), to: isoTime(lastAt) }
}

function expectation({ expected, around }: Block): string {
  const range = `${around.isAllocation ? 'allocated range' : 'surroundings'} of ${around.size.toLocaleString('en')}`
  return `${Number(expected.toPrecision(2))} expected of ${around.seen.toLocaleString('en')} in its ${range}`
}

function life({ firstSeenAt, lastSeenAt, newestAt, isProducing }: Block): string {
  const newest = isoTime(newestAt).slice(0, 10)
  return `${isoPeriod(firstSeenAt, lastSeenAt)} · ${isProducing ? 'still bringing' : 'no longer brings'} new numbers, the last ${newest}`
}

function chance(letter: 'p' | 'q', value: number): string {
  return value < 1e-300 ? `${letter} < 1e-300` : `${letter} = ${Number(value.toPrecision(2))}`
}
