import type { Region } from '../../model/phone-number.ts'
import { hintBefore } from './cue-words.ts'
import type { Group } from './digit-groups.ts'
import type { Candidate, Stretch } from './evidence.ts'
import { hasCodeApart, isPieceOfOther, isWholeText } from './evidence.ts'
import type { Reading } from './readings.ts'
import { couldBeNumber, readByShape, readDigits, readFictional, readWithoutPlus } from './readings.ts'
import { strokesAsOnes } from './strokes.ts'
import { isWrittenBackwards } from './backwards.ts'
import { isGroupedAsUsual } from './usual-groups.ts'

/** A run of groups and what is known before any of it is read. isOverridden: a mark turns it round for the reader. */
export type Scene = {
  readonly text: string
  readonly run: readonly Group[]
  readonly isFigure: readonly boolean[]
  readonly regions: readonly Region[]
  readonly isOverridden: boolean
}

type Place = {
  readonly first: number
  readonly last: number
  readonly left: number
  readonly right: number
  readonly inside: number
}

/** Letters may stand for at most this share of a number's digits; drawn like them or as keys, never both. */
const MAX_LETTER_SHARE = 0.4

/** Reads some groups of a run as a number; null where no plan has them, or they are a piece of something else. */
export function candidateIn(scene: Scene, place: Place): Candidate | null {
  const { text, run, isOverridden } = scene
  const groups = run.slice(place.first, place.last + 1)
  const written = digitsOf(groups)
  const hasPlus = (run[place.first] as Group).gap.plus >= 0
  if (isOverridden) return readAs(scene, place, groups, reversed(written), hasPlus, true)
  const asRead = readAs(scene, place, groups, written, hasPlus, false)
  if (asRead) return asRead
  const joined = strokesAsOnes(text, groups)
  const withOnes = joined && readAs(scene, place, joined, digitsOf(joined), hasPlus, false)
  if (withOnes || hasPlus || !isWrittenBackwards(text, groups)) return withOnes
  const { end } = run[place.last] as Group
  return readAs(scene, place, groups, reversed(written), text.charAt(end) === '+', true)
}

function readAs(
  { text, regions, isOverridden }: Scene,
  { left, right, inside }: Place,
  groups: readonly Group[],
  digits: string,
  hasPlus: boolean,
  isBackwards: boolean,
): Candidate | null {
  if (hasTooManyLetters(groups, digits.length) || (!hasPlus && !couldBeNumber(digits, regions))) return null
  const stretch: Stretch = { text, ...spanOf(text, groups, isBackwards), groups }
  if (isPieceOfOther(stretch)) return null
  const hint = hintBefore(text, stretch.start)
  const reading = readingOf({ ...stretch, digits, hasPlus, hint }, regions)
  return reading && { ...stretch, reading, hint, isBackwards, isOverridden, left, right, inside }
}

function hasTooManyLetters(groups: readonly Group[], digits: number): boolean {
  let letters = 0
  let isVanity = false
  for (const group of groups) {
    letters += group.letters
    isVanity ||= group.vanity
  }
  return letters > (isVanity ? 0 : digits * MAX_LETTER_SHARE)
}

function digitsOf(groups: readonly Group[]): string {
  let digits = ''
  for (const group of groups) digits += group.digits
  return digits
}

type Written = Stretch & {
  readonly digits: string
  readonly hasPlus: boolean
  readonly hint: Candidate['hint']
}

/** The reading that fits best how the number is written: the likeliest region's, unless another one groups it so. */
function readingOf(written: Written, regions: readonly Region[]): Reading | null {
  const { digits, hasPlus, groups, hint } = written
  const readings = readDigits(digits, hasPlus, regions)
  if (readings.length > 0) {
    const isUsual = ({ number, region }: Reading): boolean => isGroupedAsUsual(number, region, groups)
    return (readings.length > 1 ? readings.find(isUsual) : undefined) ?? (readings[0] as Reading)
  }
  const isMeant = hint === 'phone' || isWholeText(written) || hasCodeApart(written)
  const known = readFictional(digits, hasPlus, regions)
  if (known || hasPlus) return known
  return readWithoutPlus(digits, regions, isMeant) ?? (hint === 'phone' ? readByShape(digits, groups) : null)
}

function reversed(digits: string): string {
  return [...digits].reverse().join('')
}

/** From the plus or the bracket that opens the number to its last digit, or the bracket that closes what it opened. */
function spanOf(text: string, groups: readonly Group[], isBackwards: boolean): { start: number; end: number } {
  const head = groups[0] as Group
  const tail = groups[groups.length - 1] as Group
  const open = head.gap.open >= 0 && head.start - head.gap.open <= 2 && '([{'.includes(text.charAt(head.gap.open))
  const start = head.gap.plus >= 0 ? head.gap.plus : open ? head.gap.open : head.start
  const next = text.charAt(tail.end)
  const isBracket = next === ')' || next === ']' || next === '}' || (isBackwards && (next === '(' || next === '+'))
  if (!isBracket) return { start, end: tail.end }
  const body = text.slice(start, tail.end)
  const isClosed = isBackwards ? next === '+' || (body.includes(')') && next === '(') : /[([{][^)\]}]*$/.test(body)
  return { start, end: isClosed ? tail.end + 1 : tail.end }
}
