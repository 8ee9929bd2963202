import { astralKind, astralValue, KIND, kindAt, SHAPE_AMONG_ASCII, valueAt } from './code-points.ts'
import type { Gap } from './gaps.ts'
import { isLetterAt } from './letters.ts'
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

/** Every group is made here: objects of one shape are what keeps the readers fast. */
export function groupOf(
  gap: Gap,
  start: number,
  end: number,
  digits: string,
  how: { letters?: number; lookalikes?: number; invisible?: boolean; spelled?: boolean; vanity?: boolean } = PLAIN,
): Group {
  const { letters = 0, lookalikes = 0, invisible = false, spelled = false, vanity = false } = how
  return { gap, start, end, digits, letters, lookalikes, invisible, spelled, vanity }
}

const PLAIN = {}

/** No number, with its prefixes, has more digits. */
export const MAX_DIGITS = 20
const MAX_LETTERS_TOGETHER = 3

/** One digit in some dress, or plain ones in a row. */
type Glyph = { digits: string; end: number; letters: number; lookalikes: number }

/**
 * Reads the group that begins at `start`; null where none does.
 *
 * In: lettersEnd, where letters known to stand for digits end: behind the I of `+I 804`; `start` where none are.
 */
export function readGroup(text: string, start: number, gap: Gap, lettersEnd: number): Group | null {
  const stop = digitsEnd(text, start)
  if (stop > start && endsPlainly(kindAt(text, stop))) {
    return groupOf(gap, start, stop, stop - start < MAX_DIGITS ? text.slice(start, stop) : '')
  }
  return (lettersEnd > start ? null : readWord(text, start, gap)) ?? readDressed(text, start, gap, lettersEnd)
}

/** Reads a group of nothing but letters drawn like digits, parted by one sign from more: the ZO of `+31 ZO-573`. */
export function readLetters(text: string, start: number, gap: Gap): Group | null {
  let end = start
  while (kindAt(text, end) === KIND.LETTER && end - start <= MAX_LETTERS_TOGETHER) end++
  const isGroup = end > start && end - start <= MAX_LETTERS_TOGETHER && !isAlphabetic(text, start - 1)
  const isParted = endsPlainly(kindAt(text, end)) && kindAt(text, end + 1) >= KIND.LETTER
  return isGroup && isParted ? readDressed(text, start, gap, end) : null
}

function digitsEnd(text: string, start: number): number {
  let stop = start
  while (kindAt(text, stop) === KIND.DIGIT) stop++
  return stop
}

function endsPlainly(kind: number): boolean {
  return kind < KIND.LETTER && kind !== KIND.INVISIBLE
}

const SPELLED = { spelled: true }

function readWord(text: string, start: number, gap: Gap): Group | null {
  const kind = kindAt(text, start)
  if ((kind !== KIND.OTHER && kind !== KIND.LETTER) || isAlphabetic(text, start - 1)) return null
  const word = numberWordAt(text, start)
  return word && groupOf(gap, start, word.end, word.digits, SPELLED)
}

/** Reads digits among which some are dressed up, or invisible characters stand. */
function readDressed(text: string, start: number, gap: Gap, anywayUntil: number): Group | null {
  const shapes: number[] = []
  let [digits, letters, lookalikes, end] = ['', 0, 0, start]
  let [hasAscii, invisible, unseen] = [false, false, false]
  let at = start
  while (at < text.length) {
    const code = text.charCodeAt(at)
    const kind = kindAt(text, at)
    if (kind === KIND.INVISIBLE && at > start) {
      if (isEnclosing(code)) lookalikes += code === KEYCAP ? 1 : 0
      else unseen ||= text.charCodeAt(at + 1) !== KEYCAP
      at++
      continue
    }
    const isAnyway = at < anywayUntil
    const glyph = glyphAt(text, at, kind, isAnyway)
    if (!glyph || (glyph.letters && at > start && !isAnyway && !isDigit(text, lettersEnd(text, at)))) break
    if (digits.length < MAX_DIGITS) {
      const shape = SHAPE_AMONG_ASCII.get(code)
      if (shape !== undefined) shapes.push(digits.length, shape)
      digits += glyph.digits
    }
    hasAscii ||= kind === KIND.DIGIT
    invisible ||= unseen
    letters += glyph.letters
    lookalikes += glyph.lookalikes
    at = end = glyph.end
  }
  if (end === start) return null
  end += ENCLOSED.exec(text.slice(end, end + 2))?.[0].length ?? 0
  if (hasAscii) digits = drawnAs(digits, shapes)
  if (digits.length >= MAX_DIGITS) digits = ''
  return groupOf(gap, start, end, digits, { letters, lookalikes, invisible })
}

function glyphAt(text: string, at: number, kind: number, isAnyway: boolean): Glyph | null {
  if (kind === KIND.DIGIT) {
    const end = digitsEnd(text, at)
    return { digits: text.slice(at, Math.min(end, at + MAX_DIGITS)), end, letters: 0, lookalikes: 0 }
  }
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
const UNDERSCORE = 0x5f
const ENCLOSED = /^\ufe0f?[\u20dd-\u20e3]/

/** Keycap and enclosing circle are drawn around the digit before them. */
function isEnclosing(code: number): boolean {
  return code >= 0x20dd && code <= KEYCAP
}

function isAlphabetic(text: string, at: number): boolean {
  const kind = kindAt(text, at)
  return kind === KIND.LETTER || (kind === KIND.OTHER && isLetterAt(text, at)) || text.charCodeAt(at) === UNDERSCORE
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
