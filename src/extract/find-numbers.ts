import type { Disguise, Found } from '../model/mention.ts'
import type { Region } from '../model/phone-number.ts'
import type { Group } from './digit-runs.ts'
import { digitRuns, GAP, MAX_DIGITS, MIN_DIGITS } from './digit-runs.ts'
import { disguisesOf } from './disguises.ts'
import { everydayFigures } from './everyday-figures.ts'
import type { Candidate } from './evidence.ts'
import { isMeantAsNumber } from './evidence.ts'
import { extensionAfter } from './extension.ts'
import { readDigits } from './numbering-plan.ts'
import { overriddenSpans } from './overridden-spans.ts'

/** Letters may stand for at most this share of a number's digits. */
const MAX_LETTER_SHARE = 0.4
const MAX_PLAN_DIGITS = 17

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
  const overridden = overriddenSpans(text)
  for (const run of digitRuns(text)) {
    const isBackwards = overridden.some((span) => span.start <= (run[0]?.start ?? 0) && (run[0]?.start ?? 0) < span.end)
    found.push(...numbersInRun(text, run, regions, isBackwards))
  }
  return found
}

function numbersInRun(text: string, run: readonly Group[], regions: readonly Region[], isBackwards: boolean): Found[] {
  const found: Found[] = []
  const isFigure = everydayFigures(text, run)
  let first = 0
  while (first < run.length) {
    const hit = isFigure[first] ? null : longestFrom(text, run, first, isFigure, regions, isBackwards)
    if (hit) found.push(toFound(hit.candidate, isBackwards))
    first = hit ? hit.next : first + 1
  }
  return found
}

type Hit = { readonly candidate: Candidate; readonly next: number }

/** Tries ranges of groups from `first`: those that cross no line first, then no wide gap; the longest of a kind first. */
function longestFrom(
  text: string,
  run: readonly Group[],
  first: number,
  isFigure: readonly boolean[],
  regions: readonly Region[],
  isBackwards: boolean,
): Hit | null {
  const lasts: { last: number; inside: number }[] = []
  let count = 0
  let inside: number = GAP.NONE
  for (let last = first; last < run.length && !isFigure[last]; last++) {
    const group = run[last] as Group
    count += group.digits.length || MAX_DIGITS
    if (count > MAX_PLAN_DIGITS) break
    if (last > first) inside = Math.max(inside, group.gap.strength)
    if (count >= MIN_DIGITS) lasts.push({ last, inside })
  }
  const width = (inside: number): number => Math.max(inside, GAP.ODD)
  lasts.sort((a, b) => width(a.inside) - width(b.inside) || b.last - a.last)
  for (const { last, inside } of lasts) {
    const candidate = candidateAt(text, run, first, last, inside, regions, isBackwards)
    if (candidate && isMeantAsNumber(candidate)) return { candidate, next: last + 1 }
  }
  return null
}

function candidateAt(
  text: string,
  run: readonly Group[],
  first: number,
  last: number,
  inside: number,
  regions: readonly Region[],
  isBackwards: boolean,
): Candidate | null {
  const groups = run.slice(first, last + 1)
  const written = groups.map((group) => group.digits).join('')
  const letters = groups.reduce((sum, group) => sum + group.letters, 0)
  if (letters > written.length * MAX_LETTER_SHARE) return null
  const digits = isBackwards ? [...written].reverse().join('') : written
  const head = groups[0] as Group
  const hasPlus = head.gap.plus >= 0
  const reading = readDigits(digits, hasPlus, regions)
  if (!reading) return null
  const left = first === 0 || hasPlus ? GAP.LINE : head.gap.strength
  const right = run[last + 1]?.gap.strength ?? GAP.LINE
  return { text, ...placeOf(text, groups), groups, reading, left, right, inside }
}

/** From the plus or the bracket that opens the number to its last digit, or the bracket that closes what it opened. */
function placeOf(text: string, groups: readonly Group[]): { start: number; end: number } {
  const head = groups[0] as Group
  const tail = groups.at(-1) as Group
  const open = head.gap.open >= 0 && head.start - head.gap.open <= 2 && /[([{]/.test(text.charAt(head.gap.open))
  const start = head.gap.plus >= 0 ? head.gap.plus : open ? head.gap.open : head.start
  const body = text.slice(start, tail.end)
  const isUnclosed = /[([{][^)\]}]*$/.test(body)
  return { start, end: isUnclosed && /[)\]}]/.test(text.charAt(tail.end)) ? tail.end + 1 : tail.end }
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
