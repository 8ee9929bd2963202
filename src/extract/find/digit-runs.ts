import { astralKind, KIND, kindAt, KINDS } from './code-points.ts'
import type { Group } from './digit-groups.ts'
import { letterBefore, MAX_DIGITS, readGroup } from './digit-groups.ts'
import { gapAfter, gapBefore } from './gaps.ts'
import type { Gap } from './gaps.ts'
import { dictationStarts, numberWordAt } from './number-words.ts'
import { endsInTollFree, vanityAt } from './vanity.ts'

/** Fewer make no number that can be called from abroad. */
export const MIN_DIGITS = 7
/** Letters may stand for the others. */
const MIN_REAL_DIGITS = 5
/** What parts two digits of one number is no longer than this. */
const MAX_GAP_CHARACTERS = 8

/**
 * Finds the runs of a text: digits and whatever may part the digits of one number. One pass, in proportion to the
 * text; characters that are no digits cost one look into a table.
 *
 * Out: each run has MIN_DIGITS digits or more; runs ascend and do not overlap.
 */
export function* digitRuns(text: string): Generator<Group[]> {
  const dictated = dictationStarts(text)
  let next = 0
  let at = 0
  while (at < text.length) {
    while ((dictated[next] ?? text.length) < at) next++
    const spelledAt = dictated[next] ?? text.length
    const start = firstDigit(text, at, spelledAt)
    if (start >= text.length) return
    const isSpelled = start === spelledAt
    const stop = isSpelled ? 0 : stopOfFewDigits(text, start)
    if (stop > 0) {
      at = stop
      continue
    }
    const groups = readRun(text, start, at)
    const last = groups.at(-1)
    at = Math.max(last?.end ?? 0, start + 1)
    if (groups.reduce((sum, group) => sum + (group.digits.length || MAX_DIGITS), 0) >= MIN_DIGITS) yield groups
  }
}

function firstDigit(text: string, from: number, limit: number): number {
  for (let at = from; at < limit; at++) {
    const kind = KINDS[text.charCodeAt(at)] as number
    if (kind < KIND.SURROGATE) continue
    if (kind === KIND.DIGIT) {
      let stop = at + 1
      while (kindAt(text, stop) === KIND.DIGIT) stop++
      // A few digits glued to a letter: most of what stands in links and ids.
      if (stop - at >= MIN_DIGITS || kindAt(text, stop) !== KIND.OTHER) return at
      at = stop
    } else if (kind > KIND.SURROGATE || astralKind(text.codePointAt(at) ?? 0) === KIND.LOOKALIKE) return at
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
    } else if (kind === KIND.LETTER) letters++
    else if (kind === KIND.OTHER) {
      if (gap > 0 && (numberWordAt(text, at) || isTollFree(text, start, at, digits))) return 0
      break
    } else if (kind !== KIND.INVISIBLE) gap++
  }
  return Math.max(at, start + 1)
}

function readRun(text: string, first: number, from: number): Group[] {
  const groups: Group[] = []
  const start = letterBefore(text, first, from)
  let at = start
  let gap = gapBefore(text, start, from)
  while (at < text.length) {
    const group = readGroup(text, at, gap, at === start && start < first) ?? readVanity(text, at, gap, groups)
    if (!group) break
    groups.push(group)
    const after = gapAfter(text, group.end)
    if (!after) break
    gap = after.gap
    at = after.end
  }
  return groups
}

function isTollFree(text: string, start: number, end: number, digits: number): boolean {
  return (digits === 3 || digits === 4) && endsInTollFree(text.slice(start, end).replace(/\D/g, ''))
}

function readVanity(text: string, start: number, gap: Gap, groups: readonly Group[]): Group | null {
  if (groups.length === 0) return null
  const word = vanityAt(text, start, groups.map((group) => group.digits).join(''))
  return word && { gap, start, letters: 0, lookalikes: 0, invisible: false, spelled: false, vanity: true, ...word }
}
