/** Beginnings of numbers that follow each other, from the first to the last, both of the same length. */
export type Span = { readonly first: string; readonly last: string }

/** A beginning that stands for more than this is no beginning. */
const MOST_SPANS = 10_000
const LONGEST = 15

const TOKEN = /\[[\d-]+\]|\d|x/y
const ANY: readonly Run[] = [[0, 9]]

type Run = readonly [from: number, to: number]

/**
 * Reads the beginnings that a pattern of digits, sets of digits and `x` for any digit stands for.
 *
 * Out: null where it is no such pattern.
 * Source: libphonenumber, metadata/README: range specifications.
 * @example prefixSpans('113[0-58]') // => [{ first: '1130', last: '1135' }, { first: '1138', last: '1138' }]
 */
export function prefixSpans(pattern: string): readonly Span[] | null {
  const places: (readonly Run[])[] = []
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < pattern.length) {
    const token = TOKEN.exec(pattern)?.[0]
    const runs = token === undefined ? null : runsOf(token)
    if (!runs || places.length === LONGEST) return null
    places.push(runs)
  }
  // Any digit at the end says no more than not to name one.
  while (places.at(-1) === ANY) places.pop()
  let spans: Span[] = [{ first: '', last: '' }]
  for (const [index, runs] of places.entries()) {
    const isLast = index === places.length - 1
    const digits: readonly Run[] = isLast ? runs : runs.flatMap(eachDigit)
    if (spans.length * digits.length > MOST_SPANS) return null
    spans = spans.flatMap(({ first }) => digits.map(([from, to]) => ({ first: first + from, last: first + to })))
  }
  return spans
}

/** The runs of digits in a token; null where it runs backwards or names none. */
function runsOf(token: string): readonly Run[] | null {
  if (token === 'x') return ANY
  if (token.length === 1) return [[Number(token), Number(token)]]
  const digits = new Set<number>()
  for (const part of token.slice(1, -1).match(/\d-\d|\d|-/g) ?? []) {
    const [from, to] = [Number(part[0]), Number(part.at(-1))]
    if (!(from <= to)) return null
    for (let digit = from; digit <= to; digit++) digits.add(digit)
  }
  const runs: [number, number][] = []
  for (let digit = 0; digit <= 9; digit++) {
    if (!digits.has(digit)) continue
    const last = runs.at(-1)
    if (last?.[1] === digit - 1) last[1] = digit
    else runs.push([digit, digit])
  }
  if (runs.length === 1 && runs[0]?.[0] === 0 && runs[0][1] === 9) return ANY
  return runs.length > 0 ? runs : null
}

function eachDigit([from, to]: Run): Run[] {
  return Array.from({ length: to - from + 1 }, (_, index) => [from + index, from + index] as const)
}
