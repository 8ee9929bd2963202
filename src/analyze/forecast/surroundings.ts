import { FORECAST_WIDTHS, freshness, HALF_LIVES, NEAR, REACH } from './vicinity.ts'
import type { Born, Production, Vicinity } from './vicinity.ts'

/** Malicious numbers as they were known at the beginning of a day: what stands around any number. */
export type Surroundings = {
  readonly day: number
  readonly known: readonly Born[]
  has(digits: number): boolean
  around(digits: number): Vicinity
}

/**
 * What was known at the beginning of a day: numbers first seen before it.
 *
 * In:  born, ascending by digits, each once.
 * Out: answers in logarithmic time: blocks are stretches of ascending numbers, so sums over them are differences.
 */
export function surroundingsOn(day: number, born: readonly Born[]): Surroundings {
  const known = born.filter((each) => each.day < day)
  const digits = Float64Array.from(known, (each) => each.digits)
  const sums = HALF_LIVES.map(() => new Float64Array(known.length + 1))
  known.forEach((each, place) => {
    sums.forEach((sum, i) => (sum[place + 1] = sum[place]! + freshness(day - each.day, i)))
  })
  /** The place of the first number that is not below a value, from `low` up to `high`. */
  const placeOf = (value: number, low = 0, high = digits.length): number => {
    while (low < high) {
      const middle = (low + high) >> 1
      if (digits[middle]! < value) low = middle + 1
      else high = middle
    }
    return low
  }

  return {
    day,
    known,
    has: (number) => digits[placeOf(number)] === number,
    around(number) {
      const blocks = FORECAST_WIDTHS.map((): Production => NOTHING)
      let newest: Born | null = null
      // A narrow block lies within the wide one: from the widest on, there is less and less to search.
      let [first, end] = [0, digits.length]
      for (let i = blocks.length - 1; i >= 0 && first < end; i--) {
        const width = FORECAST_WIDTHS[i]!
        const start = number - (number % width)
        first = placeOf(start, first, end)
        end = placeOf(start + width, first, end)
        if (first === end) break
        const at = placeOf(number, first, end)
        const itself = at < end && digits[at] === number ? known[at]! : null
        if (width === REACH) newest = newestOf(known, first, end, itself)
        blocks[i] = {
          numbers: end - first - (itself ? 1 : 0),
          fresh: sums.map((sum, halfLife) =>
            Math.max(0, sum[end]! - sum[first]! - (itself ? freshness(day - itself.day, halfLife) : 0)),
          ),
        }
      }
      const place = placeOf(number, first, end)
      const thousand = number - (number % REACH)
      const [lowest, highest] = [thousand - REACH, thousand + 2 * REACH]
      const [below, above]: [Born[], Born[]] = [[], []]
      for (let i = place - 1; below.length < NEAR && i >= 0 && digits[i]! >= lowest; i--) below.push(known[i]!)
      for (let i = place + (digits[place] === number ? 1 : 0); above.length < NEAR && digits[i]! < highest; i++) {
        above.push(known[i]!)
      }
      return { blocks, below, above, newest }
    },
  }
}

const NOTHING: Production = { numbers: 0, fresh: HALF_LIVES.map(() => 0) }

function newestOf(known: readonly Born[], first: number, end: number, besides: Born | null): Born | null {
  let newest: Born | null = null
  for (let i = first; i < end; i++) {
    const each = known[i]!
    if (each !== besides && (newest === null || each.day >= newest.day)) newest = each
  }
  return newest
}
