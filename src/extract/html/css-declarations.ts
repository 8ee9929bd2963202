import { readColor } from './css-color.ts'

/** One declaration, without its `!important`; in small letters where letters do not matter. */
export type Declaration = { readonly property: string; readonly value: string; readonly isImportant: boolean }

const EDGES = ['top', 'right', 'bottom', 'left'] as const

/** What a shorthand stands for. */
const SHORTHANDS: ReadonlyMap<string, (value: string) => readonly (readonly [string, string])[]> = new Map(
  Object.entries({
    background: backgroundParts,
    font: fontParts,
    overflow: (value: string) => {
      const [x = '', y = x] = value.split(/\s+/, 2)
      return [['overflow-x', x] as const, ['overflow-y', y] as const]
    },
    margin: (value: string) => edges(value, (edge) => `margin-${edge}`),
    padding: (value: string) => edges(value, (edge) => `padding-${edge}`),
    inset: (value: string) => edges(value, (edge) => edge),
  }),
)

const KEYWORDS = /^(?:inherit|initial|unset|revert|revert-layer)$/
const LENGTH =
  /^(?:[+-]?(?:\d+\.?\d*|\.\d+)(?:[a-z]{1,6}|%)?|(?:calc|min|max|clamp|-webkit-calc)\(.*\)|auto|none|normal|(?:min|max|fit)-content|stretch)$/
const NUMBER = /^(?:[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?%?|(?:calc|min|max|clamp)\(.*\))$/
const DISPLAY =
  /^(?:none|contents|block|inline|flow-root|list-item|(?:inline-)?(?:block|flex|grid|table)|-webkit-(?:inline-)?box|table-(?:row|cell|row-group|header-group|footer-group|column|column-group|caption)|(?:block|inline) .{3,20}|math|ruby.*)$/
const anything = (): boolean => true
const matching = (shape: RegExp) => (value: string) => shape.test(value)
const color = (value: string): boolean => readColor(value) !== null || /^(?:currentcolor|[a-z-]+\()/.test(value)

/** What can hide text, or lay it out so that it reads differently, with what its value has to be: a wrong one is passed over. */
const PROPERTIES: ReadonlyMap<string, (value: string) => boolean> = new Map(
  Object.entries({
    display: matching(DISPLAY),
    visibility: matching(/^(?:visible|hidden|collapse)$/),
    opacity: matching(NUMBER),
    'mso-hide': anything,
    color,
    '-webkit-text-fill-color': color,
    '-webkit-text-security': anything,
    '-webkit-text-stroke': anything,
    '-webkit-text-stroke-width': anything,
    'text-shadow': anything,
    'background-color': color,
    'background-image': anything,
    'background-clip': anything,
    'font-size': matching(/^(?:[+]?(?:\d+\.?\d*|\.\d+)(?:[a-z]{1,6}|%)?|(?:calc|min|max|clamp)\(.*\)|[a-z-]+)$/),
    'line-height': matching(LENGTH),
    height: matching(LENGTH),
    'min-height': matching(LENGTH),
    'max-height': matching(LENGTH),
    width: matching(LENGTH),
    'max-width': matching(LENGTH),
    'overflow-x': matching(/^(?:visible|hidden|clip|scroll|auto|overlay)$/),
    'overflow-y': matching(/^(?:visible|hidden|clip|scroll|auto|overlay)$/),
    position: matching(/^(?:static|relative|absolute|fixed|sticky|-webkit-sticky)$/),
    left: matching(LENGTH),
    top: matching(LENGTH),
    right: matching(LENGTH),
    bottom: matching(LENGTH),
    'text-indent': matching(LENGTH),
    clip: anything,
    'clip-path': anything,
    transform: anything,
    translate: anything,
    scale: anything,
    zoom: matching(NUMBER),
    filter: anything,
    float: matching(/^(?:left|right|none|inline-start|inline-end)$/),
    ...Object.fromEntries(
      EDGES.flatMap((edge) => [`margin-${edge}`, `padding-${edge}`]).map((name) => [name, matching(LENGTH)]),
    ),
    'white-space': anything,
    direction: matching(/^(?:ltr|rtl)$/),
    'unicode-bidi': anything,
    'letter-spacing': matching(LENGTH),
    'text-align': matching(/^[a-z-]+$/),
    'text-transform': matching(/^[a-z- ]+$/),
    'content-visibility': anything,
    content: anything,
    'flex-direction': anything,
  }),
)

/** Older names of the same. */
const PREFIXED = /^-webkit-(background-clip|clip-path|transform|filter)$/

/** Their letters mean what they are. */
const IN_OWN_LETTERS: ReadonlySet<string> = new Set(['content', 'background-image', 'background'])
/** Of a value nobody needs more. */
const LONGEST_VALUE = 4_000

/** Reads `a: b; c: d`, the content of a `style` attribute or of a rule. */
export function readDeclarations(css: string): Declaration[] {
  const declarations: Declaration[] = []
  for (const text of split(withoutComments(css), ';')) {
    const colon = text.indexOf(':')
    if (colon < 1) continue
    const name = unescaped(text.slice(0, colon).trim())
    const isCustom = name.startsWith('--')
    const property = isCustom ? name : name.toLowerCase().replace(PREFIXED, '$1')
    const expand = SHORTHANDS.get(property)
    const isRight = PROPERTIES.get(property)
    if (!expand && !isRight && !isCustom) continue
    const written = text.slice(colon + 1, colon + 1 + LONGEST_VALUE).trim()
    const bang = written.lastIndexOf('!')
    const isImportant =
      bang >= 0 &&
      written
        .slice(bang + 1)
        .trim()
        .toLowerCase() === 'important'
    const bare = isImportant ? written.slice(0, bang).trimEnd() : written
    const value = isCustom || IN_OWN_LETTERS.has(property) ? bare : unescaped(bare).toLowerCase()
    if (value === '' && !isCustom) continue
    const parts = expand ? expand(value) : [[property, value] as const]
    const isKeyword = KEYWORDS.test(value)
    for (const [one, own] of parts) {
      const its = isKeyword ? value : own
      const isFit = isCustom || KEYWORDS.test(its) || its.includes('var(') || PROPERTIES.get(one)?.(its) === true
      if (isFit) declarations.push({ property: one, value: its, isImportant })
    }
  }
  return declarations
}

function edges(value: string, name: (edge: string) => string): [string, string][] {
  const [top = '', right = top, bottom = top, left = right] = split(value, ' ').filter((word) => word !== '')
  return [top, right, bottom, left].map((length, index) => [name(EDGES[index] ?? ''), length])
}

/** Its picture and its colour; the rest does not matter here. */
function backgroundParts(value: string): [string, string][] {
  const image = /(?:url|[a-z-]*gradient|image-set|cross-fade)\(/i.test(value) ? value : 'none'
  if (/^var\([^()]*\)$/i.test(value))
    return [
      ['background-image', 'none'],
      ['background-color', value],
    ]
  const words = split(value.toLowerCase().replaceAll(/\s+/g, ' '), ' ')
  const color = words
    .flatMap((word) => split(word, ','))
    .findLast((word) => readColor(word) !== null || /^(?:currentcolor$|(?:color|lab|lch|oklab|oklch|hwb)\()/.test(word))
  const clip = words.includes('text') ? 'text' : 'border-box'
  return [
    ['background-image', image],
    ['background-color', color ?? 'transparent'],
    ['background-clip', clip],
  ]
}

function fontParts(value: string): [string, string][] {
  const size =
    /(?:^|\s)((?:\d*\.)?\d+(?:[a-z]+|%)?|(?:xx?-)?(?:small|large)|xxx-large|medium|smaller|larger|calc\([^)]*\))(?:\s*\/\s*([\w.%]+))?\s+[^\s/]/.exec(
      // A weight is no size.
      value.replace(/(?:^|\s)(?:[1-9]00)(?=\s)/g, ' '),
    )
  return size
    ? [
        ['font-size', size[1] ?? ''],
        ['line-height', size[2] ?? 'normal'],
      ]
    : []
}

/** What is not closed reaches to the end. */
export function withoutComments(css: string): string {
  return css.includes('/*') ? css.replace(/\/\*[^]*?(?:\*\/|$)/g, ' ') : css
}

/** CSS Syntax 3, section 4.3.7; what is no letter of a name cannot be mistaken for white space. */
export function unescaped(css: string): string {
  if (!css.includes('\\')) return css
  return css.replace(/\\(?:([\da-f]{1,6})\s?|(.))/gi, (_, hex: string | undefined, other: string | undefined) => {
    if (hex === undefined) return other ?? ''
    const code = Number.parseInt(hex, 16)
    return code > 0x20 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : '\uFFFD'
  })
}

/** Splits outside of brackets and quotes: `url(data:image/png;base64,…)` is one value. */
export function split(text: string, separator: string): string[] {
  if (!/[("']/.test(text)) return text.split(separator)
  const parts: string[] = []
  let start = 0
  let depth = 0
  let quote = ''
  for (let at = 0; at < text.length; at++) {
    const mark = text[at] ?? ''
    if (mark === '\\') at++
    else if (quote !== '') quote = mark === quote ? '' : quote
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
