import { astralKind, astralValue, KIND, KINDS, SHAPE_AMONG_ASCII, VALUES } from './code-points.ts'
import { dictationStarts, numberWordAt } from './number-words.ts'

/** How far what stands between two groups parts them, from nothing at all to a line break. */
export const GAP = { NONE: 0, TIGHT: 1, SPACE: 2, ODD: 3, WIDE: 4, LINE: 5 } as const

/** What stands before a group: how far it parts, and of what it is made. Between `+`, plus is set. */
export type Gap = {
  readonly strength: number
  readonly start: number
  readonly plus: number
  readonly open: number
  readonly symbols: boolean
  readonly invisible: boolean
}

/** Digits without anything but invisible characters between them. `digits` is '' from MAX_DIGITS on. */
export type Group = {
  readonly gap: Gap
  readonly start: number
  readonly end: number
  readonly digits: string
  readonly letters: number
  readonly lookalikes: number
  readonly invisible: boolean
  readonly spelled: boolean
}

/** No number, with its prefixes, has more digits. */
export const MAX_DIGITS = 20
/** Fewer make no number that can be called from abroad. */
export const MIN_DIGITS = 7
const MAX_GAP_CHARACTERS = 8
const MAX_GAP_SIGNS = 4
const MAX_LETTERS_TOGETHER = 3

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
    const stop = isSpelled ? 0 : stopOfFewDigits(text, start, dictated.length > 0)
    if (stop > 0) {
      at = stop
      continue
    }
    const groups = readRun(text, start, at, dictated.length > 0)
    const last = groups.at(-1)
    at = Math.max(last?.end ?? 0, start + 1)
    if (groups.reduce((sum, group) => sum + (group.digits.length || MAX_DIGITS), 0) >= MIN_DIGITS) yield groups
  }
}

function firstDigit(text: string, from: number, limit: number): number {
  for (let at = from; at < limit; at++) {
    const kind = KINDS[text.charCodeAt(at)] as number
    if (kind < KIND.SURROGATE) continue
    if (kind > KIND.SURROGATE) return at
    if (astralKind(text.codePointAt(at) ?? 0) === KIND.LOOKALIKE) return at
  }
  return limit
}

/** Where reading goes on after a run too short to be a number; 0 for one worth reading. Most digits end here. */
function stopOfFewDigits(text: string, start: number, wordsCount: boolean): number {
  let digits = 0
  let gap = 0
  let at = start
  for (; at < text.length && gap <= MAX_GAP_CHARACTERS; at++) {
    let kind = KINDS[text.charCodeAt(at)] as number
    if (kind === KIND.SURROGATE) kind = astralKind(text.codePointAt(at++) ?? 0)
    if (kind >= KIND.DIGIT || kind === KIND.LETTER) {
      if (++digits === MIN_DIGITS) return 0
      gap = 0
    } else if (kind === KIND.OTHER) {
      if (wordsCount && numberWordAt(text, at)) return 0
      break
    } else if (kind !== KIND.INVISIBLE) gap++
  }
  return Math.max(at, start + 1)
}

type GlyphSpan = { digits: string; start: number; end: number; letters: number; lookalikes: number; spelled: boolean }

function readRun(text: string, first: number, from: number, wordsCount: boolean): Group[] {
  const groups: Group[] = []
  const start = letterBefore(text, first, from)
  let at = start
  let gap = gapBefore(text, start, from)
  while (at < text.length) {
    const glyph =
      at === start && start < first ? leadingLetter(text, at) : glyphAt(text, at, groups.length > 0, wordsCount)
    if (!glyph) break
    const group = readGroup(text, glyph, gap)
    groups.push(group)
    const after = gapAfter(text, group.end)
    if (!after) break
    gap = after.gap
    at = after.end
  }
  return groups
}

function leadingLetter(text: string, at: number): GlyphSpan {
  const digits = String(VALUES[text.charCodeAt(at)])
  return { digits, start: at, end: at + 1, letters: 1, lookalikes: 0, spelled: false }
}

/** One glyph is one digit, in whatever dress; a word counts as a glyph with all its digits. */
function glyphAt(text: string, at: number, lettersCount: boolean, wordsCount: boolean): GlyphSpan | null {
  const code = text.charCodeAt(at)
  const kind = KINDS[code] as number
  const glyph = { start: at, end: at + 1, letters: 0, lookalikes: 0, spelled: false }
  if (kind === KIND.DIGIT) return { ...glyph, digits: String(VALUES[code]) }
  if (kind === KIND.LOOKALIKE) return { ...glyph, digits: String(VALUES[code]), lookalikes: 1 }
  if (kind === KIND.SURROGATE) {
    const codePoint = text.codePointAt(at) ?? 0
    if (astralKind(codePoint) !== KIND.LOOKALIKE) return null
    return { ...glyph, end: at + 2, digits: String(astralValue(codePoint)), lookalikes: 1 }
  }
  if (wordsCount && !isAlphabetic(text, at - 1)) {
    const word = numberWordAt(text, at)
    if (word) return { ...glyph, ...word, spelled: true }
  }
  if (lettersCount && lettersEnd(text, at) > 0) return { ...glyph, digits: String(VALUES[code]), letters: 1 }
  return null
}

function readGroup(text: string, first: GlyphSpan, gap: Gap): Group {
  let { digits, end, letters, lookalikes } = first
  let invisible = false
  let ascii = first.lookalikes || first.letters ? 0 : 1
  let at = first.spelled ? text.length : end
  const shapes: number[] = shapeOf(text, first.start)
  while (at < text.length) {
    const code = text.charCodeAt(at)
    const kind = KINDS[code] as number
    if (kind === KIND.INVISIBLE) {
      invisible ||= code < 0x20d0 || code > 0x20ff
      at++
      continue
    }
    const glyph = glyphAt(text, at, digits.length > 0, false)
    if (!glyph || (glyph.letters && !digitAhead(text, at))) break
    if (digits.length < MAX_DIGITS) {
      const shape = SHAPE_AMONG_ASCII.get(code)
      if (shape !== undefined) shapes.push(digits.length, shape)
      digits += glyph.digits
    }
    letters += glyph.letters
    lookalikes += glyph.lookalikes
    ascii += glyph.letters || glyph.lookalikes ? 0 : 1
    at = end = glyph.end
  }
  while (isEnclosing(text.charCodeAt(end))) end++
  if (ascii > 0) digits = drawnAs(digits, shapes)
  const isTooLong = digits.length >= MAX_DIGITS
  const spelled = first.spelled
  return { gap, start: first.start, end, digits: isTooLong ? '' : digits, letters, lookalikes, invisible, spelled }
}

function shapeOf(text: string, at: number): number[] {
  const shape = SHAPE_AMONG_ASCII.get(text.charCodeAt(at))
  return shape === undefined ? [] : [0, shape]
}

function drawnAs(digits: string, shapes: readonly number[]): string {
  if (shapes.length === 0) return digits
  const drawn = [...digits]
  for (let index = 0; index < shapes.length; index += 2) drawn[shapes[index] ?? 0] = String(shapes[index + 1])
  return drawn.join('')
}

/** Keycap, enclosing circle and variation selector belong to the digit before them. */
function isEnclosing(code: number): boolean {
  return (code >= 0x20dd && code <= 0x20e3) || (code >= 0xfe00 && code <= 0xfe0f)
}

function isAlphabetic(text: string, at: number): boolean {
  const kind = KINDS[text.charCodeAt(at)]
  return kind === KIND.LETTER || (kind === KIND.OTHER && /[\p{L}_]/u.test(text.charAt(at)))
}

function isDigit(text: string, at: number): boolean {
  return (KINDS[text.charCodeAt(at)] ?? 0) >= KIND.DIGIT
}

/** End of the few digit-like letters that begin at `at` and stand in no word; 0 where they are a word's. */
function lettersEnd(text: string, at: number): number {
  let end = at
  while (KINDS[text.charCodeAt(end)] === KIND.LETTER && end - at <= MAX_LETTERS_TOGETHER) end++
  if (end === at || end - at > MAX_LETTERS_TOGETHER || isAlphabetic(text, end)) return 0
  let before = at - 1
  while (before >= 0 && KINDS[text.charCodeAt(before)] === KIND.LETTER && at - before <= MAX_LETTERS_TOGETHER) before--
  if (isAlphabetic(text, before)) return 0
  return isDigit(text, before) || isDigit(text, end) ? end : 0
}

function digitAhead(text: string, at: number): boolean {
  return isDigit(text, lettersEnd(text, at))
}

/** Start of the letters that stand for the digits just before a run: `O800`, `l-800`, `+I 804`. */
function letterBefore(text: string, first: number, from: number): number {
  let at = first
  while (at > from && first - at < MAX_LETTERS_TOGETHER && KINDS[text.charCodeAt(at - 1)] === KIND.LETTER) at--
  if (at < first) return isAlphabetic(text, at - 1) ? first : at
  let one = first - 1
  while (one > from && first - one < 4 && /[ \-.(]/.test(text.charAt(one))) one--
  const isOne = one >= from && one < first - 1 && VALUES[text.charCodeAt(one)] === 1 && !isDigit(text, one)
  return isOne && text.charAt(one - 1) === '+' ? one : first
}

function gapBefore(text: string, start: number, from: number): Gap {
  let at = start
  let plus = -1
  let open = -1
  while (at > from && start - at < MAX_GAP_CHARACTERS) {
    const kind = KINDS[text.charCodeAt(at - 1)]
    if (kind === KIND.PLUS) plus = at - 1
    else if (kind === KIND.BRACKET) open = at - 1
    else if (kind !== KIND.INVISIBLE && (kind !== KIND.SPACE || start - at > 1)) break
    at--
    if (plus >= 0) break
  }
  return { strength: GAP.LINE, start: start, plus, open, symbols: false, invisible: false }
}

/** Reads what parts one group from the next; null where nothing follows that could belong to the same number. */
function gapAfter(text: string, start: number): { gap: Gap; end: number } | null {
  let spaces = 0
  let signs = 0
  let lines = 0
  let plus = -1
  let open = -1
  let tight = false
  let symbols = false
  let invisible = false
  let wide = false
  let at = start
  for (; at - start <= MAX_GAP_CHARACTERS * 3; at++) {
    const code = text.charCodeAt(at)
    let kind = KINDS[code]
    let width = 1
    if (kind === KIND.SURROGATE) {
      kind = astralKind(text.codePointAt(at) ?? 0)
      width = 2
    }
    if (kind === undefined || kind === KIND.OTHER || kind >= KIND.LETTER) break
    if (kind === KIND.OVERRIDE) return null
    if (kind === KIND.INVISIBLE) invisible = true
    else if (kind === KIND.SPACE) {
      wide ||= code === 9 || (spaces > 0 && KINDS[text.charCodeAt(at - 1)] === KIND.SPACE)
      spaces++
    } else if (kind === KIND.NEWLINE) {
      if (code !== 10 || text.charCodeAt(at - 1) !== 13) lines++
    } else {
      signs++
      if (kind === KIND.BRACKET) open = at
      if (kind === KIND.PLUS) plus = at
      if (kind === KIND.SYMBOL || kind === KIND.PLUS) symbols = true
      else tight = true
    }
    at += width - 1
  }
  if (lines > 1 || signs > MAX_GAP_SIGNS || spaces + signs > MAX_GAP_CHARACTERS) return null
  const strength = strengthOf({ lines, symbols, spaces, wide, tight, signs })
  return { gap: { strength, start, plus, open, symbols, invisible }, end: at }
}

function strengthOf(seen: {
  lines: number
  symbols: boolean
  spaces: number
  wide: boolean
  tight: boolean
  signs: number
}): number {
  if (seen.lines) return GAP.LINE
  if (seen.wide || (seen.symbols && seen.spaces)) return GAP.WIDE
  if (seen.symbols) return GAP.ODD
  if (seen.spaces) return GAP.SPACE
  return seen.tight ? GAP.TIGHT : GAP.NONE
}
