import type { Found } from '../../model/mention.ts'
import type { Region } from '../../model/phone-number.ts'
import { candidateIn } from './candidates.ts'
import type { Scene } from './candidates.ts'
import type { Group } from './digit-groups.ts'
import { MAX_DIGITS } from './digit-groups.ts'
import { digitRuns, MIN_DIGITS } from './digit-runs.ts'
import { disguisesOf } from './disguises.ts'
import { everydayFigures } from './everyday-figures.ts'
import type { Candidate } from './evidence.ts'
import { isMeantAsNumber } from './evidence.ts'
import { extensionAfter } from './extension.ts'
import { GAP } from './gaps.ts'
import { isLetterAt } from './letters.ts'
import { overriddenSpans } from './overridden-spans.ts'
import { isGroupedAsUsual } from './usual-groups.ts'

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
  const found: Found[] = []
  const runs = digitRuns(text)
  if (runs.length === 0) return found
  const overridden = overriddenSpans(text)
  let span = 0
  for (const run of runs) {
    const start = (run[0] as Group).start
    while ((overridden[span]?.end ?? text.length) <= start) span++
    const isOverridden = (overridden[span]?.start ?? text.length) <= start
    numbersIn({ text, run, isFigure: everydayFigures(text, run), regions, isOverridden }, found)
  }
  return found
}

/** Groups that may be a number. left, right: how far they are parted from other digits; inside: the widest gap. */
type Range = {
  readonly first: number
  readonly last: number
  readonly left: number
  readonly right: number
  readonly inside: number
}

const NO_RANGES: readonly Range[] = []

function numbersIn(scene: Scene, found: Found[]): void {
  let first = 0
  while (first < scene.run.length) {
    let next = first + 1
    const ranges = rangesFrom(scene, first)
    for (const range of ranges) {
      const candidate = meantIn(scene, range)
      if (!candidate) continue
      const wrapped = wrappedIn(scene, ranges, range, candidate)
      found.push(toFound(wrapped?.candidate ?? candidate))
      next = (wrapped?.range ?? range).last + 1
      break
    }
    first = next
  }
}

function meantIn(scene: Scene, range: Range): Candidate | null {
  const candidate = candidateIn(scene, range)
  return candidate && isMeantAsNumber(candidate) ? candidate : null
}

/**
 * The number that goes on in the next line where a line ends within it, though what stands before is a number of its
 * own: of a country with numbers of any length, `0221 959⏎4472`. Its groups must be those its country writes, which
 * those before the line are not, or dictated, or parted by a hyphen.
 */
function wrappedIn(
  scene: Scene,
  ranges: readonly Range[],
  { last, inside }: Range,
  candidate: Candidate,
): { readonly range: Range; readonly candidate: Candidate } | null {
  const next = scene.run[last + 1]
  if (next?.gap.strength !== GAP.LINE || next.gap.plus >= 0 || inside === GAP.LINE) return null
  const isDictated = [...candidate.groups, next].every(({ spelled }) => spelled)
  const isHyphenated = /^[-\u2010]\s/.test(scene.text.slice(next.gap.start, next.start))
  if (!isDictated && !isHyphenated && isUsual(candidate)) return null
  for (const range of ranges) {
    if (range.last <= last || scene.run.slice(last + 2, range.last + 1).some(({ gap }) => gap.strength === GAP.LINE))
      continue
    const longer = candidateIn(scene, range)
    if (longer && (isDictated || isHyphenated || isUsual(longer))) return { range, candidate: longer }
  }
  return null
}

function isUsual({ reading, groups }: Candidate): boolean {
  return isGroupedAsUsual(reading.number, reading.region, groups)
}

/** Ranges of groups to try: those that cross no line first, then no wide gap; the longest of a kind first. */
function rangesFrom(scene: Scene, first: number): readonly Range[] {
  const { run, isFigure } = scene
  const left = edgeBefore(run, first)
  if (left <= GAP.TIGHT || isFigure[first]) return NO_RANGES
  let ranges: Range[] | null = null
  let count = 0
  let inside: number = GAP.NONE
  // Two between the groups make a sum, not a number.
  let pluses = 0
  for (let last = first; last < run.length && !isFigure[last]; last++) {
    const group = run[last] as Group
    count += group.digits.length || MAX_DIGITS
    if (count > MAX_PLAN_DIGITS) break
    if (last > first) inside = Math.max(inside, group.gap.strength)
    if (last > first && group.gap.plus >= 0 && (++pluses > 1 || beginsAnother(scene.text, group))) break
    if (run.length > LONG_RUN && left <= inside) break
    if (count < MIN_DIGITS) continue
    const right = edgeAfter(scene, last)
    if (right <= GAP.TIGHT) continue
    ranges ??= []
    ranges.push({ first, last, left, right, inside })
  }
  if (ranges === null) return NO_RANGES
  return ranges.length === 1 ? ranges : ranges.sort((a, b) => widthOf(a) - widthOf(b) || b.last - a.last)
}

/** A plus with a blank before it and none behind is a number's first sign: `2026: +33 1 70`. */
function beginsAnother(text: string, { gap, start }: Group): boolean {
  return gap.plus + 1 === start && /\s/.test(text.charAt(gap.plus - 1))
}

function edgeBefore(run: readonly Group[], first: number): number {
  const { gap } = run[first] as Group
  return first === 0 || gap.plus >= 0 ? GAP.LINE : gap.strength
}

/** Letters drawn like digits that end a run, and one or two digits before letters, may as well begin a word: `.2stop`. */
function edgeAfter({ text, run }: Scene, last: number): number {
  if (last + 1 === run.length) return GAP.LINE
  const next = run[last + 1] as Group
  if (next.letters >= next.digits.length) return GAP.LINE
  const isOfWord = last + 2 === run.length && next.digits.length <= 2 && isLetterAt(text, next.end)
  return isOfWord ? GAP.LINE : next.gap.strength
}

function widthOf({ inside }: Range): number {
  return Math.max(inside, GAP.ODD)
}

function toFound(candidate: Candidate): Found {
  const { text, start, end, reading } = candidate
  return {
    number: reading.number,
    region: reading.region,
    extension: extensionAfter(text, end),
    raw: text.slice(start, end),
    start,
    end,
    disguises: disguisesOf(candidate),
  }
}
