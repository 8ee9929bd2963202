/** One declaration, lower case, without its `!important`. */
export type Declaration = { readonly property: string; readonly value: string; readonly isImportant: boolean }

/** A rule as it stands in a style sheet. */
export type StyleRule = { readonly selectors: string; readonly declarations: readonly Declaration[] }

/** What can hide text, or lay it out so that it reads differently. The rest is not kept. */
const PROPERTIES = new Set(
  (
    'display visibility opacity mso-hide color -webkit-text-fill-color background background-color background-image ' +
    'font font-size height max-height width max-width overflow overflow-x overflow-y position left right top bottom ' +
    'text-indent clip clip-path transform float margin margin-left margin-top margin-bottom padding padding-top ' +
    'padding-bottom white-space direction unicode-bidi scale zoom filter inset letter-spacing'
  ).split(' '),
)

/** The window that media queries are asked of: a mail program on a desk. */
const WINDOW_WIDTH = 1024

/** Reads `a: b; c: d`, the content of a `style` attribute or of a rule. */
export function readDeclarations(css: string): Declaration[] {
  return split(unescaped(withoutComments(css)).toLowerCase(), ';').flatMap((text) => {
    const colon = text.indexOf(':')
    const property = text.slice(0, Math.max(colon, 0)).trim()
    if (!PROPERTIES.has(property)) return []
    const written = text.slice(colon + 1).trim()
    const bang = written.lastIndexOf('!')
    const isImportant = bang >= 0 && written.slice(bang + 1).trim() === 'important'
    return [{ property, value: isImportant ? written.slice(0, bang).trim() : written, isImportant }]
  })
}

/**
 * Reads a style sheet: the rules that apply on a screen and can hide something, in order.
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
    const next = nextOf(text, at)
    if (next < 0) break
    const prelude = text.slice(at, next).trim()
    const mark = text[next]
    at = next + 1
    if (mark === '}') applies.pop()
    if (mark !== '{') continue
    if (/^@(?:media|supports|layer)/i.test(prelude)) {
      applies.push(applies.at(-1) !== false && mediaApplies(prelude))
      continue
    }
    const close = text.indexOf('}', at)
    const end = close < 0 ? text.length : close
    if (!prelude.startsWith('@') && applies.at(-1) !== false) {
      const declarations = readDeclarations(text.slice(at, end))
      if (declarations.length > 0) rules.push({ selectors: prelude, declarations })
    }
    at = end + 1
  }
  return rules
}

/** Whether a `media` attribute or an `@media` prelude lets its rules through here. */
export function mediaApplies(prelude: string): boolean {
  const query = prelude.toLowerCase().replace(/^@(?:media|supports|layer)/, '')
  if (!prelude.toLowerCase().startsWith('@supports') && /prefers-|orientation|hover|pointer|resolution/.test(query)) {
    return false
  }
  return query.split(',').some((part) => {
    if (/\b(?:print|speech|not|aural|handheld|tty|tv|braille)\b/.test(part)) return false
    const fits = (name: string, test: (width: number) => boolean): boolean =>
      [...part.matchAll(new RegExp(`\\b${name}-(?:device-)?width\\s*:\\s*(\\d{1,5})`, 'g'))].every((match) =>
        test(Number(match[1])),
      )
    return fits('max', (width) => WINDOW_WIDTH <= width) && fits('min', (width) => WINDOW_WIDTH >= width)
  })
}

/** Where the next `{`, `}` or `;` stands. */
function nextOf(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const mark = text[at]
    if (mark === '{' || mark === '}' || mark === ';') return at
  }
  return -1
}

/** Comments by hand: an expression would look for the end of each unclosed one anew. */
function withoutComments(css: string): string {
  let open = css.indexOf('/*')
  if (open < 0) return css
  let kept = ''
  let from = 0
  while (open >= 0) {
    kept += css.slice(from, open)
    const close = css.indexOf('*/', open + 2)
    if (close < 0) return kept
    from = close + 2
    open = css.indexOf('/*', from)
  }
  return kept + css.slice(from)
}

function unescaped(css: string): string {
  if (!css.includes('\\')) return css
  return css.replace(/\\(?:([\da-f]{1,6})\s?|(.))/gi, (_, hex: string | undefined, other: string | undefined) => {
    const code = hex ? Number.parseInt(hex, 16) : 0
    return hex ? (code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : '\uFFFD') : (other ?? '')
  })
}

/** Splits outside of brackets and quotes: `url(data:image/png;base64,…)` is one value. */
function split(text: string, separator: string): string[] {
  if (!/[("']/.test(text)) return text.split(separator)
  const parts: string[] = []
  let start = 0
  let depth = 0
  let quote = ''
  for (let at = 0; at < text.length; at++) {
    const mark = text[at] ?? ''
    if (quote !== '') quote = mark === quote ? '' : quote
    else if (mark === '"' || mark === "'") quote = mark
    else if (mark === '(') depth++
    else if (mark === ')') depth = Math.max(0, depth - 1)
    else if (mark === separator && depth === 0) {
      parts.push(text.slice(start, at))
      start = at + 1
    }
  }
  parts.push(text.slice(start))
  return parts
}
