import { FORECAST_WIDTHS, freshness, HALF_LIVES, NEAR, REACH } from './vicinity.ts'
import type { Born, Vicinity } from './vicinity.ts'

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
  const placeOf = (value: number): number => {
    let [low, high] = [0, digits.length]
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
      const place = placeOf(number)
      const itself = digits[place] === number ? known[place]! : null
      let newest: Born | null = null
      const blocks = FORECAST_WIDTHS.map((width) => {
        const start = number - (number % width)
        const [first, end] = [placeOf(start), placeOf(start + width)]
        if (width === REACH) newest = newestOf(known, first, end, itself)
        return {
          numbers: end - first - (itself ? 1 : 0),
          fresh: sums.map((sum, i) =>
            Math.max(0, sum[end]! - sum[first]! - (itself ? freshness(day - itself.day, i) : 0)),
          ),
        }
      })
      const thousand = number - (number % REACH)
      const [lowest, highest] = [thousand - REACH, thousand + 2 * REACH]
      const [below, above]: [Born[], Born[]] = [[], []]
      for (let i = place - 1; below.length < NEAR && i >= 0 && digits[i]! >= lowest; i--) below.push(known[i]!)
      for (let i = place + (itself ? 1 : 0); above.length < NEAR && digits[i]! < highest; i++) above.push(known[i]!)
      return { blocks, below, above, newest }
    },
  }
}

function newestOf(known: readonly Born[], first: number, end: number, besides: Born | null): Born | null {
  let newest: Born | null = null
  for (let i = first; i < end; i++) {
    const each = known[i]!
    if (each !== besides && (newest === null || each.day >= newest.day)) newest = each
  }
  return newest
}
