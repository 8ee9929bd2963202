import { astralKind, KIND, kindAt } from './code-points.ts'
import { connectorEnd } from './connectors.ts'

/** How far what stands between two groups parts them, from nothing at all to a line break. */
export const GAP = { NONE: 0, TIGHT: 1, SPACE: 2, ODD: 3, WIDE: 4, LINE: 5 } as const

/** What stands before a group: how far it parts, and of what it is made. plus: where one stands; words: `then`, `dash`. */
export type Gap = {
  readonly strength: number
  readonly start: number
  readonly plus: number
  readonly open: number
  readonly symbols: boolean
  readonly invisible: boolean
  readonly words: boolean
}

const MAX_GAP_CHARACTERS = 8
const MAX_GAP_SIGNS = 4
const MAX_GAP_WORDS = 3
const LONGEST_WORD = 13
const EMOJI_STYLE = 0xfe0f

/** What leads to the first group of a run: a plus, an opening bracket. */
export function gapBefore(text: string, start: number, from: number): Gap {
  let at = start
  let plus = -1
  let open = -1
  while (at > from && start - at < MAX_GAP_CHARACTERS) {
    const kind = kindAt(text, at - 1)
    if (kind === KIND.PLUS) plus = at - 1
    else if (kind === KIND.BRACKET) open = at - 1
    else if (kind !== KIND.INVISIBLE && (kind !== KIND.SPACE || start - at > 1)) break
    at--
    if (plus >= 0) break
  }
  return { strength: GAP.LINE, start: start, plus, open, symbols: false, invisible: false, words: false }
}

/** What parts one group from the next; null where nothing follows that could belong to the same number. */
export function gapAfter(text: string, start: number): { gap: Gap; end: number } | null {
  let spaces = 0
  let signs = 0
  let lines = 0
  let plus = -1
  let open = -1
  let tight = false
  let symbols = false
  let invisible = false
  let wide = false
  let words = 0
  let at = start
  for (; at < text.length && at - start <= MAX_GAP_CHARACTERS * 3 + words * LONGEST_WORD; at++) {
    const code = text.charCodeAt(at)
    let kind = kindAt(text, at)
    let width = 1
    if (kind === KIND.SURROGATE) {
      kind = astralKind(text.codePointAt(at) ?? 0)
      width = 2
    }
    if (kind === KIND.OTHER || kind >= KIND.LETTER) {
      const end = at > start && words < MAX_GAP_WORDS && kind <= KIND.LETTER ? connectorEnd(text, at) : 0
      if (end === 0) break
      words++
      at = end - 1
      continue
    }
    if (kind === KIND.OVERRIDE) return null
    if (kind === KIND.INVISIBLE) invisible ||= code !== EMOJI_STYLE || !symbols
    else if (kind === KIND.SPACE) {
      wide ||= code === 9 || (spaces > 0 && kindAt(text, at - 1) === KIND.SPACE)
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
  if (lines > 1 || signs > MAX_GAP_SIGNS || spaces + signs > MAX_GAP_CHARACTERS + words) return null
  const strength = words > 0 ? GAP.LINE : strengthOf({ lines, symbols, spaces, wide, tight })
  return { gap: { strength, start, plus, open, symbols, invisible, words: words > 0 }, end: at }
}

function strengthOf(seen: { lines: number; symbols: boolean; spaces: number; wide: boolean; tight: boolean }): number {
  if (seen.lines) return GAP.LINE
  if (seen.wide || (seen.symbols && seen.spaces)) return GAP.WIDE
  if (seen.symbols) return GAP.ODD
  if (seen.spaces) return GAP.SPACE
  return seen.tight ? GAP.TIGHT : GAP.NONE
}
