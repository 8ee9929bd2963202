import type { LineType } from '../../model/line-type.ts'
import type { Assignment } from '../../model/number-facts.ts'

/**
 * One line of a numbering plan or register: numbers that share a beginning, and what its source tells of them.
 *
 * first, last: the lowest and the highest beginning, national digits, both of the same length.
 * lengths:     bit n is set where the whole national number may have n digits.
 * lineType, region, provider, area, status: null where the source does not tell.
 * timeZones:   names of the tz database, joined by `&`; '' where the source does not tell.
 * areaCode:    how many of the national digits are the national destination code; 0 where there is none.
 */
export type RangeRow = {
  readonly callingCode: string
  readonly first: string
  readonly last: string
  readonly lengths: number
  readonly lineType: LineType | null
  readonly region: string | null
  readonly provider: string | null
  readonly area: string | null
  readonly timeZones: string
  readonly areaCode: number
  readonly assignment: Assignment
  readonly status: string | null
}

/** E.164 leaves 15 digits for all, one of them at least for the calling code; keys have one to spare. */
export const KEY_DIGITS = 15

/** A row that tells no more than where it lies, but for what is given. */
export function rangeRow(
  given: Pick<RangeRow, 'callingCode' | 'first' | 'last' | 'lengths'> & Partial<RangeRow>,
): RangeRow {
  return {
    lineType: null,
    region: null,
    provider: null,
    area: null,
    timeZones: '',
    areaCode: 0,
    assignment: 'unknown',
    status: null,
    ...given,
  }
}

/** A set of lengths as bits. @example lengthBits([9, 10]) // => 0b11000000000 */
export function lengthBits(lengths: Iterable<number>): number {
  let bits = 0
  for (const length of lengths) bits |= 1 << length
  return bits
}
