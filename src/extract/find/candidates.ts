import type { Region } from '../../model/phone-number.ts'
import { hintBefore } from './cue-words.ts'
import type { Group } from './digit-groups.ts'
import type { Candidate, Stretch } from './evidence.ts'
import { hasCodeApart, isPieceOfOther, isWholeText } from './evidence.ts'
import type { Reading } from './readings.ts'
import { couldBeNumber, readByShape, readDigits, readFictional, readWithoutPlus } from './readings.ts'
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
  let written = ''
  let letters = 0
  let isVanity = false
  for (let at = place.first; at <= place.last; at++) {
    const group = run[at] as Group
    written += group.digits
    letters += group.letters
    isVanity ||= group.vanity
  }
  if (letters > (isVanity ? 0 : written.length * MAX_LETTER_SHARE)) return null
  const hasPlus = (run[place.first] as Group).gap.plus >= 0
  if (isOverridden) return readAs(scene, place, reversed(written), hasPlus, true)
  const asRead = readAs(scene, place, written, hasPlus, false)
  if (asRead || hasPlus || !isWrittenBackwards(text, run, place)) return asRead
  return readAs(scene, place, reversed(written), text.charAt((run[place.last] as Group).end) === '+', true)
}

function readAs(scene: Scene, place: Place, digits: string, hasPlus: boolean, isBackwards: boolean): Candidate | null {
  const { text, run, regions, isOverridden } = scene
  if (!hasPlus && !couldBeNumber(digits, regions)) return null
  const groups = run.slice(place.first, place.last + 1)
  const stretch: Stretch = { text, ...spanOf(text, groups, isBackwards), groups }
  if (isPieceOfOther(stretch)) return null
  const hint = hintBefore(text, stretch.start)
  const reading = readingOf({ ...stretch, digits, hasPlus, hint }, regions)
  if (!reading) return null
  const { left, right, inside } = place
  return { ...stretch, reading, hint, isBackwards, isOverridden, left, right, inside }
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
