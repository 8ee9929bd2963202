import { astralKind, astralValue, KIND, kindAt, SHAPE_AMONG_ASCII, valueAt } from './code-points.ts'
import type { Gap } from './gaps.ts'
import { numberWordAt } from './number-words.ts'

/** Digits without anything but invisible characters between them. `digits` is '' where there are too many. */
export type Group = {
  readonly gap: Gap
  readonly start: number
  readonly end: number
  readonly digits: string
  readonly letters: number
  readonly lookalikes: number
  readonly invisible: boolean
  readonly spelled: boolean
  readonly vanity: boolean
}

/** No number, with its prefixes, has more digits. */
export const MAX_DIGITS = 20
const MAX_LETTERS_TOGETHER = 3

/** One digit in some dress; a word counts as a glyph with all its digits. */
type Glyph = { digits: string; end: number; letters: number; lookalikes: number }

/**
 * Reads the group that begins at `start`; null where none does.
 *
 * In: isDigitAnyway, where the first letter is known to stand for a digit: the I of `+I 804`.
 */
export function readGroup(text: string, start: number, gap: Gap, isDigitAnyway: boolean): Group | null {
  const base = { gap, start, letters: 0, lookalikes: 0, invisible: false, spelled: false, vanity: false }
  const kind = kindAt(text, start)
  if (!isDigitAnyway && (kind === KIND.OTHER || kind === KIND.LETTER) && !isAlphabetic(text, start - 1)) {
    const word = numberWordAt(text, start)
    if (word) return { ...base, ...word, spelled: true }
  }
  const group = { ...base, end: start, digits: '' }
  const shapes: number[] = []
  let hasAscii = false
  let unseen = false
  let at = start
  while (at < text.length) {
    const code = text.charCodeAt(at)
    const kind = kindAt(text, at)
    if (kind === KIND.DIGIT) {
      let stop = at + 1
      while (kindAt(text, stop) === KIND.DIGIT) stop++
      if (group.digits.length < MAX_DIGITS) group.digits += text.slice(at, Math.min(stop, at + MAX_DIGITS))
      hasAscii = true
      group.invisible ||= unseen
      at = group.end = stop
    } else if (kind === KIND.INVISIBLE && at > start) {
      if (isEnclosing(code)) group.lookalikes += code === KEYCAP ? 1 : 0
      else unseen ||= text.charCodeAt(at + 1) !== KEYCAP
      at++
    } else {
      const glyph = dressedDigit(text, at, kind, isDigitAnyway && at === start)
      if (!glyph || (glyph.letters && at > start && !isDigit(text, lettersEnd(text, at)))) break
      const shape = SHAPE_AMONG_ASCII.get(code)
      if (shape !== undefined && group.digits.length < MAX_DIGITS) shapes.push(group.digits.length, shape)
      if (group.digits.length < MAX_DIGITS) group.digits += glyph.digits
      group.invisible ||= unseen
      group.letters += glyph.letters
      group.lookalikes += glyph.lookalikes
      at = group.end = glyph.end
    }
  }
  if (group.end === start) return null
  const { end } = group
  group.end += /^\ufe0f?[\u20dd-\u20e3]/.exec(text.slice(end, end + 2))?.[0].length ?? 0
  if (hasAscii) group.digits = drawnAs(group.digits, shapes)
  if (group.digits.length >= MAX_DIGITS) group.digits = ''
  return group
}

function dressedDigit(text: string, at: number, kind: number, isAnyway: boolean): Glyph | null {
  const digits = String(valueAt(text, at))
  if (kind === KIND.LOOKALIKE) return { digits, end: at + 1, letters: 0, lookalikes: 1 }
  if (kind === KIND.SURROGATE) {
    const codePoint = text.codePointAt(at) ?? 0
    if (astralKind(codePoint) !== KIND.LOOKALIKE) return null
    return { digits: String(astralValue(codePoint)), end: at + 2, letters: 0, lookalikes: 1 }
  }
  if (!isAnyway && lettersEnd(text, at) === 0) return null
  return { digits, end: at + 1, letters: 1, lookalikes: 0 }
}

function drawnAs(digits: string, shapes: readonly number[]): string {
  if (shapes.length === 0) return digits
  const drawn = [...digits]
  for (let index = 0; index < shapes.length; index += 2) drawn[shapes[index] ?? 0] = String(shapes[index + 1])
  return drawn.join('')
}

const KEYCAP = 0x20e3

/** Keycap and enclosing circle are drawn around the digit before them. */
function isEnclosing(code: number): boolean {
  return code >= 0x20dd && code <= KEYCAP
}

function isAlphabetic(text: string, at: number): boolean {
  const kind = kindAt(text, at)
  return kind === KIND.LETTER || (kind === KIND.OTHER && /[\p{L}_]/u.test(text.charAt(at)))
}

function isDigit(text: string, at: number): boolean {
  return kindAt(text, at) >= KIND.DIGIT
}

/** End of the few digit-like letters that begin at `at` and stand in no word; 0 where they are a word's. */
function lettersEnd(text: string, at: number): number {
  let end = at
  while (kindAt(text, end) === KIND.LETTER && end - at <= MAX_LETTERS_TOGETHER) end++
  if (end === at || end - at > MAX_LETTERS_TOGETHER || isAlphabetic(text, end)) return 0
  let before = at - 1
  while (before >= 0 && kindAt(text, before) === KIND.LETTER && at - before <= MAX_LETTERS_TOGETHER) before--
  if (isAlphabetic(text, before)) return 0
  return isDigit(text, before) || isDigit(text, end) ? end : 0
}

/** Start of the letters that stand for the digits just before a run: `O800`, `l-800`, `+I 804`. */
export function letterBefore(text: string, first: number, from: number): number {
  let at = first
  while (at > from && first - at < MAX_LETTERS_TOGETHER && kindAt(text, at - 1) === KIND.LETTER) at--
  if (at < first) return isAlphabetic(text, at - 1) ? first : at
  let one = first - 1
  while (one > from && first - one < 4 && /[ \-.(]/.test(text.charAt(one))) one--
  const isOne = one >= from && one < first - 1 && valueAt(text, one) === 1 && !isDigit(text, one)
  return isOne && text.charAt(one - 1) === '+' ? one : first
}
