import type { Block } from '../model/block.ts'
import { isoPeriod, isoTime } from './iso-time.ts'

const LISTED_RUNS = 5

/** The JSON of a block. */
export function blockJson(block: Block): Record<string, unknown> {
  const { firstSeenAt, lastSeenAt, ...rest } = block
  return { ...rest, firstSeen: isoTime(firstSeenAt), lastSeen: isoTime(lastSeenAt) }
}

/** A block for people: how full it is, against chance, and its runs. */
export function blockSummary({ prefix, width, region, numbers, runs, pValue, firstSeenAt, lastSeenAt }: Block): string {
  const open = 'x'.repeat(Math.log10(width))
  const period = isoPeriod(firstSeenAt, lastSeenAt)
  const lines = [
    `${prefix}${open}  ${region ?? 'no region'} · ${numbers.length} of ${width.toLocaleString('en')} seen · by chance ${chance(pValue)} · ${period}`,
    ...runs.slice(0, LISTED_RUNS).map(({ first, last, length }) => `  ${length} in a row: ${first} to ${last}`),
  ]
  if (runs.length > LISTED_RUNS) lines.push(`  and ${runs.length - LISTED_RUNS} more runs`)
  return lines.join('\n')
}

function chance(pValue: number): string {
  return pValue < 1e-300 ? 'p < 1e-300' : `p = ${Number(pValue.toPrecision(2))}`
}
