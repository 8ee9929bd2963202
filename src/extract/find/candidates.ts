import type { Region } from '../../model/phone-number.ts'
import { hintBefore } from './cue-words.ts'
import type { Group } from './digit-groups.ts'
import type { Candidate, Stretch } from './evidence.ts'
import { hasCodeApart, isPieceOfOther, isWholeText } from './evidence.ts'
import type { Reading } from './readings.ts'
import {
  couldBeNumber,
  leadingCode,
  mayTellByShape,
  readByShape,
  readDigits,
  readFictional,
  readWithoutPlus,
} from './readings.ts'
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

/** Fewer digits read backwards are too often a number by chance. */
const MIN_DIGITS_BACKWARDS = 9

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
  if (withOnes || hasPlus || written.length < MIN_DIGITS_BACKWARDS || !isWrittenBackwards(text, groups)) return withOnes
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
  if (hasTooManyLetters(groups, digits.length)) return null
  if (!hasPlus && !couldBeNumber(digits, regions) && !mayTellByShape(digits, groups)) return null
  const known = readingOf(digits, hasPlus, groups, regions)
  const abroad = known || hasPlus ? null : readWithoutPlus(digits, regions)
  if (!known && !abroad && (hasPlus || !mayTellByShape(digits, groups))) return null
  const start = startOf(text, groups)
  const end = endOf(text, groups, start, isBackwards)
  const stretch: Stretch = { text, start, end, groups }
  if (isPieceOfOther(stretch)) return null
  const hint = hintBefore(text, start)
  const reading =
    known ??
    (abroad
      ? meant(abroad, hint, stretch)
      : hint === 'phone'
        ? readByShape(digits, groups, text.slice(start, end))
        : null)
  if (!reading) return null
  return { text, start, end, groups, reading, hint, isBackwards, isOverridden, left, right, inside }
}

/** A number abroad whose plus was left out, where something says so: most digits are nothing of the kind. */
function meant(reading: Reading, hint: Candidate['hint'], stretch: Stretch): Reading | null {
  const isMeant = reading.origin === 'home_code' || hint === 'phone' || isWholeText(stretch) || hasCodeApart(stretch)
  return isMeant ? reading : null
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

/** The reading that fits best how the number is written: the likeliest region's, unless another one groups it so. */
function readingOf(
  digits: string,
  hasPlus: boolean,
  groups: readonly Group[],
  regions: readonly Region[],
): Reading | null {
  const readings = readDigits(digits, hasPlus, regions)
  const [first] = readings
  if (first === undefined) return readFictional(digits, hasPlus, regions)
  const usual = readings.find(({ number, region }) => isGroupedAsUsual(number, region, groups))
  return (
    usual ?? (hasPlus || groups[0]?.digits !== leadingCode(digits) ? first : (apart(digits, groups, regions) ?? first))
  )
}

/**
 * `49 176-27920128` is no number of an area 49, whatever lengths the plan of a country leaves open. North America writes
 * its 1 before national numbers too.
 */
function apart(digits: string, groups: readonly Group[], regions: readonly Region[]): Reading | null {
  return groups.length > 1 && !digits.startsWith('1') ? readWithoutPlus(digits, regions) : null
}

function reversed(digits: string): string {
  let turned = ''
  for (let at = digits.length - 1; at >= 0; at--) turned += digits.charAt(at)
  return turned
}

/** The plus or the bracket that opens the number, or its first digit. */
function startOf(text: string, groups: readonly Group[]): number {
  const { gap, start } = groups[0] as Group
  if (gap.plus >= 0) return gap.plus
  return gap.open >= 0 && start - gap.open <= 2 && '([{'.includes(text.charAt(gap.open)) ? gap.open : start
}

/** Behind its last digit, or behind the bracket that closes what the number opened. */
function endOf(text: string, groups: readonly Group[], start: number, isBackwards: boolean): number {
  const { end } = groups[groups.length - 1] as Group
  const next = text.charAt(end)
  if (isBackwards) return next === '+' || (next === '(' && text.slice(start, end).includes(')')) ? end + 1 : end
  const isClosed = (next === ')' || next === ']' || next === '}') && /[([{][^)\]}]*$/.test(text.slice(start, end))
  return isClosed ? end + 1 : end
}
