import { callingCodeIn } from '../../model/numbering-plan.ts'
import { astralKind, KIND, kindAt, MAYBE_DIGIT } from './code-points.ts'
import { connectorEnd } from './connectors.ts'
import type { Group } from './digit-groups.ts'
import { groupOf, letterBefore, MAX_DIGITS, readGroup, readLetters } from './digit-groups.ts'
import { gapAfter, gapBefore } from './gaps.ts'
import type { Gap } from './gaps.ts'
import { isDigitAt } from './letters.ts'
import { dictationStarts, firstWord, numberWordAt } from './number-words.ts'
import { endsInTollFree, vanityAt } from './vanity.ts'

/** Fewer make no number that can be called from abroad. */
export const MIN_DIGITS = 7
/** Digits that want no more before them. */
const MANY_DIGITS = 10
/** Letters may stand for the others. */
const MIN_REAL_DIGITS = 5
/** What parts two digits of one number is no longer than this. */
const MAX_GAP_CHARACTERS = 8

/**
 * Finds the runs of a text: digits and whatever may part the digits of one number. One pass, in proportion to the
 * text; what holds no digits is skipped by one expression.
 *
 * Out: each run has MIN_DIGITS digits or more; runs ascend and do not overlap.
 */
export function digitRuns(text: string): readonly (readonly Group[])[] {
  const dictated = dictationStarts(text)
  const runs: Group[][] = []
  let next = 0
  let at = 0
  while (at < text.length) {
    while (next < dictated.length && (dictated[next] as number) < at) next++
    const spelledAt = next < dictated.length ? (dictated[next] as number) : text.length
    const start = firstDigit(text, at, spelledAt)
    if (start >= text.length) break
    const stop = start === spelledAt ? 0 : stopOfFewDigits(text, start)
    if (stop > 0) {
      at = stop
      continue
    }
    const groups = withWordsBefore(text, readRun(text, start, at), at)
    at = Math.max(groups.length > 0 ? (groups[groups.length - 1] as Group).end : 0, start + 1)
    if (digitCount(groups) >= MIN_DIGITS) runs.push(groups)
  }
  return runs
}

/** Takes in the number words that lead to digits too few for a number: `eight 04 713 4598`. */
function withWordsBefore(text: string, groups: Group[], from: number): Group[] {
  const start = groups.length > 0 ? (groups[0] as Group).start : 0
  if (start === from || isDigitAt(text, start - 1) || digitCount(groups) >= MANY_DIGITS) return groups
  const first = firstWord(text, start)
  return first < start && first >= from ? readRun(text, first, first) : groups
}

function digitCount(groups: readonly Group[]): number {
  let count = 0
  for (const { digits } of groups) count += digits.length || MAX_DIGITS
  return count
}

function firstDigit(text: string, from: number, limit: number): number {
  MAYBE_DIGIT.lastIndex = from
  for (let found = MAYBE_DIGIT.exec(text); found !== null; found = MAYBE_DIGIT.exec(text)) {
    const at = found.index
    if (at >= limit) return limit
    if (kindAt(text, at) !== KIND.SURROGATE || astralKind(text.codePointAt(at) ?? 0) === KIND.LOOKALIKE) return at
  }
  return limit
}

/** Where reading goes on after a run too short to be a number; 0 for one worth reading. Most digits end here. */
function stopOfFewDigits(text: string, start: number): number {
  let digits = 0
  let letters = 0
  let gap = 0
  let at = start
  for (; at < text.length && gap <= MAX_GAP_CHARACTERS; at++) {
    let kind = kindAt(text, at)
    if (kind === KIND.SURROGATE) kind = astralKind(text.codePointAt(at++) ?? 0)
    if (kind >= KIND.DIGIT) {
      digits++
      gap = 0
      if (digits >= MIN_REAL_DIGITS && digits + letters >= MIN_DIGITS) return 0
    } else if (kind === KIND.LETTER || kind === KIND.OTHER) {
      if (gap > 0 && (leadsOn(text, at) || isTollFree(text, start, at, digits))) return 0
      if (kind === KIND.OTHER) break
      letters++
    } else if (kind !== KIND.INVISIBLE) gap++
  }
  return Math.max(at, start + 1)
}

/** Whether a word stands for a digit, or leads to more of them. */
function leadsOn(text: string, at: number): boolean {
  return numberWordAt(text, at) !== null || connectorEnd(text, at) > 0
}

function readRun(text: string, first: number, from: number): Group[] {
  const groups: Group[] = []
  const start = letterBefore(text, first, from)
  let at = start
  let gap = gapBefore(text, start, from)
  while (at < text.length) {
    const group =
      readGroup(text, at, gap, at === start && start < first ? at + 1 : at) ??
      (isBehindCode(groups) ? readLetters(text, at, gap) : null) ??
      readVanity(text, at, gap, groups)
    if (!group) break
    groups.push(group)
    const after = gapAfter(text, group.end)
    if (!after) break
    gap = after.gap
    at = after.end
  }
  return groups
}

/** Behind a plus and its calling code letters are drawn for digits: `+31 ZO-573`. */
function isBehindCode([code]: readonly Group[]): boolean {
  return code !== undefined && code.gap.plus >= 0 && callingCodeIn(code.digits) === code.digits
}

function isTollFree(text: string, start: number, end: number, digits: number): boolean {
  return (digits === 3 || digits === 4) && endsInTollFree(text.slice(start, end).replace(/\D/g, ''))
}

const VANITY = { vanity: true }

function readVanity(text: string, start: number, gap: Gap, groups: readonly Group[]): Group | null {
  if (groups.length === 0) return null
  const word = vanityAt(text, start, groups.map((group) => group.digits).join(''))
  return word && groupOf(gap, start, word.end, word.digits, VANITY)
}
