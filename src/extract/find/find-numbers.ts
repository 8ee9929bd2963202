import type { Disguise, Found } from '../../model/mention.ts'
import type { Region } from '../../model/phone-number.ts'
import type { Group } from './digit-groups.ts'
import { MAX_DIGITS } from './digit-groups.ts'
import { digitRuns, MIN_DIGITS } from './digit-runs.ts'
import { disguisesOf } from './disguises.ts'
import { everydayFigures } from './everyday-figures.ts'
import type { Candidate } from './evidence.ts'
import { isMeantAsNumber, isPieceOfOther, mayLackPlus } from './evidence.ts'
import { extensionAfter } from './extension.ts'
import { GAP } from './gaps.ts'
import { couldBeNumber, readDigits, readWithoutPlus } from './readings.ts'
import { overriddenSpans } from './overridden-spans.ts'

/** Letters may stand for at most this share of a number's digits. */
const MAX_LETTER_SHARE = 0.4
const MAX_PLAN_DIGITS = 17
/** In a run of more groups than this, a number must be parted better from the rest than its groups from each other. */
const LONG_RUN = 40

/**
 * Finds the telephone numbers in a text, whatever they are dressed up as.
 *
 * In:  regions, the countries the text may take for granted, most likely first; may be empty.
 * Out: numbers the numbering plan has, ascending by start and never overlapping.
 * Time grows with the text alone: one pass, and for each group of digits a bounded number of readings.
 * @example findNumbers('Call (8O4) 713-4598now', ['US']) // => [{ number: '+18047134598', raw: '(8O4) 713-4598', … }]
 */
export function findNumbers(text: string, regions: readonly Region[]): Found[] {
  const overridden = overriddenSpans(text)
  const found: Found[] = []
  let span = 0
  for (const run of digitRuns(text)) {
    const start = run[0]?.start ?? 0
    while ((overridden[span]?.end ?? text.length) <= start) span++
    const isBackwards = (overridden[span]?.start ?? text.length) <= start
    found.push(...numbersIn({ text, run, isFigure: everydayFigures(text, run), regions, isBackwards }))
  }
  return found
}

/** A run of groups and what is known before any of it is read. */
type Scene = {
  readonly text: string
  readonly run: readonly Group[]
  readonly isFigure: readonly boolean[]
  readonly regions: readonly Region[]
  readonly isBackwards: boolean
}

/** Groups that may be a number. left, right: how far they are parted from other digits; inside: the widest gap. */
type Range = {
  readonly first: number
  readonly last: number
  readonly left: number
  readonly right: number
  readonly inside: number
}

function* numbersIn(scene: Scene): Generator<Found> {
  let first = 0
  while (first < scene.run.length) {
    let next = first + 1
    for (const range of rangesFrom(scene, first)) {
      const candidate = candidateIn(scene, range)
      if (!candidate || !isMeantAsNumber(candidate)) continue
      yield toFound(candidate, scene.isBackwards)
      next = range.last + 1
      break
    }
    first = next
  }
}

/** Ranges of groups to try: those that cross no line first, then no wide gap; the longest of a kind first. */
function rangesFrom({ run, isFigure }: Scene, first: number): Range[] {
  const ranges: Range[] = []
  const left = edgeBefore(run, first)
  if (left <= GAP.TIGHT) return ranges
  let count = 0
  let inside: number = GAP.NONE
  // Two between the groups make a sum, not a number.
  let pluses = 0
  for (let last = first; last < run.length && !isFigure[last]; last++) {
    const group = run[last] as Group
    count += group.digits.length || MAX_DIGITS
    if (count > MAX_PLAN_DIGITS) break
    if (last > first) inside = Math.max(inside, group.gap.strength)
    if (last > first && group.gap.plus >= 0 && ++pluses > 1) break
    if (run.length > LONG_RUN && left <= inside) break
    const right = edgeAfter(run, last)
    if (count >= MIN_DIGITS && right > GAP.TIGHT) ranges.push({ first, last, left, right, inside })
  }
  return ranges.sort((a, b) => widthOf(a) - widthOf(b) || b.last - a.last)
}

function edgeBefore(run: readonly Group[], first: number): number {
  const { gap } = run[first] as Group
  return first === 0 || gap.plus >= 0 ? GAP.LINE : gap.strength
}

/** Letters drawn like digits that end a run may as well begin a word. */
function edgeAfter(run: readonly Group[], last: number): number {
  const next = run[last + 1]
  return next && next.letters < next.digits.length ? next.gap.strength : GAP.LINE
}

function widthOf({ inside }: Range): number {
  return Math.max(inside, GAP.ODD)
}

function candidateIn({ text, run, regions, isBackwards }: Scene, range: Range): Candidate | null {
  const groups = run.slice(range.first, range.last + 1)
  const written = groups.map((group) => group.digits).join('')
  const letters = groups.reduce((sum, group) => sum + group.letters, 0)
  if (letters > written.length * MAX_LETTER_SHARE) return null
  const digits = isBackwards ? [...written].reverse().join('') : written
  const hasPlus = (groups[0]?.gap.plus ?? -1) >= 0
  if (!hasPlus && !couldBeNumber(digits, regions)) return null
  const stretch = { text, ...placeOf(text, groups, isBackwards), groups }
  if (isPieceOfOther(stretch)) return null
  const readings = readDigits(digits, hasPlus, regions)
  const [reading] = readings.length === 0 && !hasPlus && mayLackPlus(stretch) ? readWithoutPlus(digits) : readings
  return !reading ? null : { ...stretch, reading, left: range.left, right: range.right, inside: range.inside }
}

/** From the plus or the bracket that opens the number to its last digit, or the bracket that closes what it opened. */
function placeOf(text: string, groups: readonly Group[], isBackwards: boolean): { start: number; end: number } {
  const head = groups[0] as Group
  const tail = groups.at(-1) as Group
  const open = head.gap.open >= 0 && head.start - head.gap.open <= 2 && /[([{]/.test(text.charAt(head.gap.open))
  const start = head.gap.plus >= 0 ? head.gap.plus : open ? head.gap.open : head.start
  const body = text.slice(start, tail.end)
  const next = text.charAt(tail.end)
  const isClosed = /[([{][^)\]}]*$/.test(body) ? /[)\]}]/.test(next) : isBackwards && body.includes(')') && next === '('
  return { start, end: isClosed ? tail.end + 1 : tail.end }
}

function toFound(candidate: Candidate, isBackwards: boolean): Found {
  const { text, start, end, reading } = candidate
  const disguises: Disguise[] = disguisesOf(candidate, isBackwards)
  const raw = text.slice(start, end)
  return {
    number: reading.number,
    region: reading.region,
    extension: extensionAfter(text, end),
    raw,
    start,
    end,
    disguises,
  }
}
