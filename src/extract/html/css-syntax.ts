import { readDeclarations, unescaped, withoutComments } from './css-declarations.ts'
import type { Declaration } from './css-declarations.ts'
import { mediaApplies, supportsApplies } from './css-media.ts'

/** A rule as it stands in a style sheet. */
export type StyleRule = { readonly selectors: string; readonly declarations: readonly Declaration[] }

/**
 * Reads a style sheet: the rules that apply on a screen and say something of how text is seen, in order.
 *
 * In: css, the content of a `<style>` element; maxRules, more are not read.
 */
export function readStyleSheet(css: string, maxRules: number): StyleRule[] {
  const text = withoutComments(css).replaceAll('<!--', ' ').replaceAll('-->', ' ')
  const rules: StyleRule[] = []
  /** Whether the blocks around apply, innermost last. */
  const applies: boolean[] = []
  let at = 0
  while (at < text.length && rules.length < maxRules) {
    const next = nextMark(text, at, true)
    if (next >= text.length) break
    const prelude = text.slice(at, next).trim()
    const mark = text[next]
    at = next + 1
    if (mark === '}') applies.pop()
    if (mark !== '{') continue
    const isApplied = applies.at(-1) !== false
    const group = /^@(media|supports|layer)/i.exec(prelude)?.[1]?.toLowerCase()
    if (group) {
      const condition = prelude.slice(group.length + 1)
      applies.push(
        isApplied && (group === 'media' ? mediaApplies(condition) : group === 'layer' || supportsApplies(condition)),
      )
      continue
    }
    const end = endOfBlock(text, at)
    if (isApplied && !prelude.startsWith('@')) {
      const declarations = readDeclarations(ownContent(text.slice(at, end)))
      if (declarations.length > 0) rules.push({ selectors: unescapedLetters(prelude), declarations })
    }
    at = end + 1
  }
  return rules
}

/** Where the next `{`, `}` or `;` stands outside of quotes; the length where there is none. */
function nextMark(text: string, from: number, isSemicolonOne: boolean): number {
  let quote = ''
  for (let at = from; at < text.length; at++) {
    const mark = text[at]
    // A string ends with its line at the latest.
    if (quote !== '') quote = mark === quote || mark === '\n' ? '' : quote
    else if (mark === '"' || mark === "'") quote = mark
    else if (mark === '{' || mark === '}' || (mark === ';' && isSemicolonOne)) return at
    if (mark === '\\') at++
  }
  return text.length
}

/** Where the `}` stands that ends a block; from: behind its `{`. */
function endOfBlock(text: string, from: number): number {
  let depth = 1
  for (let at = nextMark(text, from, false); at < text.length; at = nextMark(text, at + 1, false)) {
    depth += text[at] === '{' ? 1 : -1
    if (depth === 0) return at
  }
  return text.length
}

/** The declarations of a block without the rules that are nested in it: mail programs know none. */
function ownContent(block: string): string {
  const nested = block.indexOf('{')
  return nested < 0 ? block : block.slice(0, block.lastIndexOf(';', nested) + 1)
}

/** `\64iv` is `div`; what stands for a mark of the selector stays as it is written. */
function unescapedLetters(selectors: string): string {
  return selectors.includes('\\') ? selectors.replace(/\\[\da-f]{1,6}\s?/gi, (escape) => letterOf(escape)) : selectors
}

function letterOf(escape: string): string {
  const letter = unescaped(escape)
  return /^[\w-]$/.test(letter) ? letter : escape
}
