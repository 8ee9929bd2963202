import { IntelError } from '../../model/failures.ts'
import { KEY_DIGITS } from './range-row.ts'
import type { RangeRow } from './range-row.ts'

/** A row, and for which of its lengths it speaks here. */
export type Claim = { readonly row: RangeRow; readonly lengths: number }

/** Keys from `start` up to the next one's start, and the rows that speak for them; none in a gap. */
export type ElementaryRange = { readonly start: number; readonly claims: readonly Claim[] }

/** Rows that lie over one another at one place. A register nests three or four; a file with more is no register. */
const MOST_OVERLAYS = 32

/**
 * Cuts rows that may lie over one another into ranges that do not. Where two speak for the same length, the narrower
 * one is believed, and of two as narrow the one that stands later in the source.
 *
 * In:     rows of one calling code.
 * Out:    ranges in ascending order, the last one a gap.
 * Throws: IntelError `bad_input` where too many lie over one another.
 */
export function elementaryRanges(rows: readonly RangeRow[]): ElementaryRange[] {
  const spans = rows.map((row, order) => {
    const [first, end] = [keyOf(row.first, '0'), keyOf(row.last, '9') + 1]
    return { row, order, first, end, width: end - first }
  })
  const beginning = spans.toSorted((one, other) => one.first - other.first)
  const ending = spans.toSorted((one, other) => one.end - other.end)
  const places = [...new Set(spans.flatMap(({ first, end }) => [first, end]))].toSorted((one, other) => one - other)
  const ranges: ElementaryRange[] = []
  let active: typeof spans = []
  let [begun, ended] = [0, 0]
  for (const start of places) {
    let isLess = false
    for (; ending[ended]?.end === start; ended++) isLess = true
    if (isLess) active = active.filter(({ end }) => end > start)
    for (let next = beginning[begun]; next?.first === start; next = beginning[++begun]) active.push(next)
    if (active.length > MOST_OVERLAYS) {
      throw new IntelError(
        'bad_input',
        `more than ${MOST_OVERLAYS} rows lie over one another at ${active[0]?.row.first}`,
      )
    }
    active.sort((one, other) => one.width - other.width || other.order - one.order)
    ranges.push({ start, claims: claimsOf(active.map(({ row }) => row)) })
  }
  return ranges
}

/** In: rows, the most specific first. */
function claimsOf(rows: readonly RangeRow[]): Claim[] {
  const claims: Claim[] = []
  let spokenFor = 0
  for (const row of rows) {
    const lengths = row.lengths & ~spokenFor
    if (lengths !== 0) claims.push({ row, lengths })
    spokenFor |= lengths
  }
  return claims
}

function keyOf(digits: string, fill: string): number {
  return Number(digits.padEnd(KEY_DIGITS, fill))
}
