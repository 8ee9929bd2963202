import type { Declared } from './css-cascade.ts'
import { BLACK, contrast, over, readColor, WHITE } from './css-color.ts'
import type { Color } from './css-color.ts'
import { readFontSize, readLength } from './css-length.ts'

/** What an element's text looks like, as far as it decides whether anyone can read it. Lengths in pixels. */
export type ElementStyle = {
  /** Why nothing inside can be seen, whatever it says itself. */
  readonly gone: string | null
  /** `visibility: hidden`, which something inside may take back. */
  readonly isInvisible: boolean
  readonly opacity: number
  readonly fontSize: number
  readonly indent: number
  /** null where it cannot be told. */
  readonly color: Color | null
  /** What is painted behind; null where a picture is. */
  readonly background: Color | null
  readonly isPreformatted: boolean
  /** Why text standing directly here cannot be seen; null where it can. */
  readonly hidden: string | null
}

export const PLAIN: ElementStyle = {
  gone: null,
  isInvisible: false,
  opacity: 1,
  fontSize: 16,
  indent: 0,
  color: BLACK,
  background: WHITE,
  isPreformatted: false,
  hidden: null,
}

const LEAST_OPACITY = 0.1
const LEAST_FONT_SIZE = 2
const LEAST_SCALE = 0.1
/** Letters moved into each other by so much of their size cannot be told apart. */
const TIGHTEST_SPACING = -0.5
/** Of a line that is cut off so low, or a column so narrow, nothing can be read. */
const LARGEST_SLIT = 4
/** WCAG asks for 4.5; #f0f0f0 on white has 1.14 and nobody sees it, #e0e0e0 has 1.32 and can be made out. */
const LEAST_CONTRAST = 1.15
/** So far to the left or above, nothing is on the screen. */
const OFF_SCREEN = 500
/** So far to the right or below, nobody scrolls. */
export const FAR_AWAY = 10_000
/** What is fixed to the window never scrolls into it from here. */
const BEYOND_WINDOW = 1_024
/** A colour in a notation that is not read here: whether anyone sees it cannot be told, so nobody is accused by it. */
const UNREADABLE: Color = { ...BLACK }

/** The hiding that leaves no hole in the line: text before and after stands together. */
export const LEAVES_NO_GAP: ReadonlySet<string> = new Set(
  (
    'display hidden_attribute mso_hide zero_size off_screen clipped font_size far_away title template noscript ' +
    'comment_element not_rendered details dialog'
  ).split(' '),
)

/**
 * The style of an element.
 *
 * In:  around, the style of its parent; declared, what the cascade says of it; isInline, whether it is laid out in a
 *      line, where heights and widths say nothing.
 */
export function elementStyle(around: ElementStyle, declared: Declared, isInline: boolean): ElementStyle {
  if (declared.size === 0) return around
  const fontSize = fontSizeOf(declared, around.fontSize)
  const style = {
    gone: around.gone ?? whyGone(declared, fontSize, isInline),
    isInvisible: invisible(declared.get('visibility'), around.isInvisible),
    opacity: around.opacity * opacityOf(declared.get('opacity')) * filteredOpacity(declared.get('filter')),
    fontSize,
    indent: indentOf(declared.get('text-indent'), fontSize, around.indent),
    color: colorOf(declared, around.color),
    background: backgroundOf(declared, around.background),
    isPreformatted: preformatted(declared.get('white-space'), around.isPreformatted),
  }
  return { ...style, hidden: whyHidden(style) }
}

/** The same style inside something that cannot be seen at all. */
export function goneStyle(around: ElementStyle, why: string): ElementStyle {
  return { ...around, gone: around.gone ?? why, hidden: around.gone ?? why }
}

function whyHidden(style: Omit<ElementStyle, 'hidden'>): string | null {
  if (style.gone) return style.gone
  if (style.isInvisible) return 'visibility'
  if (style.opacity <= LEAST_OPACITY) return 'opacity'
  if (style.fontSize <= LEAST_FONT_SIZE) return 'font_size'
  if (Math.abs(style.indent) >= OFF_SCREEN) return 'off_screen'
  if (!style.color) return null
  if (style.color === UNREADABLE) return 'color'
  if (style.color.alpha <= LEAST_OPACITY) return 'transparent'
  if (!style.background) return null
  return contrast(over(style.color, style.background), style.background) < LEAST_CONTRAST ? 'color' : null
}

function whyGone(declared: Declared, fontSize: number, isInline: boolean): string | null {
  const position = declared.get('position')
  const isPlaced = position === 'absolute' || position === 'fixed'
  const length = (property: string): number | null => readLength(declared.get(property) ?? '', fontSize)
  const isNone = (property: string): boolean => (length(property) ?? Infinity) <= LARGEST_SLIT
  if (declared.get('display') === 'none') return 'display'
  if (declared.get('mso-hide') === 'all') return 'mso_hide'
  const isBox = !isInline || declared.get('display')?.startsWith('inline-') === true
  if (isBox || isPlaced || isFloating(declared)) {
    if (cutsOff(declared, 'overflow-y') && (isNone('height') || isNone('max-height'))) return 'zero_size'
    if (cutsOff(declared, 'overflow-x') && (isNone('width') || isNone('max-width'))) return 'zero_size'
  }
  if (isPlaced && clipsAll(declared.get('clip'))) return 'clipped'
  if (clipPathsAll(declared.get('clip-path'))) return 'clipped'
  const moved = [
    ...(isPlaced || position === 'relative' ? ['left', 'top'].map(length) : []),
    ...(isPlaced || position === 'relative' ? ['right', 'bottom'].map(length).map((side) => side && -side) : []),
    ...['margin-left', 'margin-top', 'padding-top'].map(length),
    ...marginsOf(declared.get('margin'), fontSize),
    ...(isPlaced ? marginsOf(declared.get('inset'), fontSize) : []),
    ...translationOf(declared.get('transform'), fontSize),
  ]
  if (isShrunk(declared)) return 'zero_size'
  if ((length('letter-spacing') ?? 0) < TIGHTEST_SPACING * fontSize) return 'letter_spacing'
  const edges =
    position === 'fixed' ? [length('top'), length('left'), ...marginsOf(declared.get('inset'), fontSize)] : []
  if (edges.some((pixels) => pixels !== null && pixels >= BEYOND_WINDOW)) return 'off_screen'
  // A `right` or `bottom` of thousands pushes to the left or up.
  if (moved.some((pixels) => pixels !== null && pixels <= -OFF_SCREEN)) return 'off_screen'
  return moved.some((pixels) => pixels !== null && pixels >= FAR_AWAY) ? 'far_away' : null
}

/** By `scale`, `zoom`, or the scale of a `transform`; factors that have to be computed count as none. */
function isShrunk(declared: Declared): boolean {
  const scaled = /\bscale(?:x|y|3d)?\(([^()]{1,80})/.exec(declared.get('transform') ?? '')?.[1]
  return [scaled, declared.get('scale'), declared.get('zoom')]
    .flatMap((factors) => factors?.split(/[\s,]+/).slice(0, 2) ?? [])
    .filter((factor) => /\d/.test(factor))
    .some((factor) => Math.abs(portionOf(factor)) <= LEAST_SCALE)
}

function portionOf(value: string): number {
  const number = Number.parseFloat(value)
  return Number.isFinite(number) ? number / (value.endsWith('%') ? 100 : 1) : 0
}

function filteredOpacity(filter: string | undefined): number {
  const opacity = /\bopacity\(([^()]{1,40})/.exec(filter ?? '')?.[1]
  return opacity === undefined ? 1 : opacityOf(opacity.trim())
}

function isFloating(declared: Declared): boolean {
  const float = declared.get('float')
  return float === 'left' || float === 'right'
}

function cutsOff(declared: Declared, axis: 'overflow-x' | 'overflow-y'): boolean {
  return /hidden|clip/.test(declared.get(axis) ?? declared.get('overflow') ?? '')
}

/** `rect(0 0 0 0)`, `rect(1px, 1px, 1px, 1px)`: a window of one pixel at most. */
function clipsAll(clip: string | undefined): boolean {
  const edges = /^rect\(([^()]{1,80})\)$/.exec(clip ?? '')?.[1]?.split(/[\s,]+/)
  if (!edges) return false
  const [top, right, bottom, left] = edges.map((edge) => Number.parseFloat(edge))
  if (top === undefined || right === undefined || bottom === undefined || left === undefined) return false
  return bottom - top <= 1 || right - left <= 1
}

function clipPathsAll(path: string | undefined): boolean {
  const inset = /^inset\(\s*(\d{1,4})(?:\.\d{1,9})?%/.exec(path ?? '')
  return inset
    ? Number(inset[1]) >= 50
    : /^(?:circle|ellipse)\(\s*0|^polygon\((?:\s*0(?:px|%)?[\s,]*)+\)/.test(path ?? '')
}

/** Top and left of a `margin` shorthand. */
function marginsOf(margin: string | undefined, fontSize: number): (number | null)[] {
  if (!margin) return []
  const sides = margin.split(/\s+/, 4)
  return [sides[0], sides[3] ?? sides[1] ?? sides[0]].map((side) => readLength(side ?? '', fontSize))
}

function translationOf(transform: string | undefined, fontSize: number): (number | null)[] {
  const distances = /\btranslate(?:x|y|3d)?\(([^()]{1,80})\)/.exec(transform ?? '')?.[1]
  return distances ? distances.split(/[\s,]+/).map((distance) => readLength(distance, fontSize)) : []
}

function fontSizeOf(declared: Declared, around: number): number {
  const size = declared.get('font-size')
  if (size !== undefined) return readFontSize(size, around) ?? around
  const inShorthand = /(?:^|\s)(\d{0,4}(?:\.\d{1,4})?(?:px|pt|r?em|%)|0)(?:\s*\/|\s)/.exec(declared.get('font') ?? '')
  return inShorthand ? (readFontSize(inShorthand[1] ?? '', around) ?? around) : around
}

function invisible(visibility: string | undefined, around: boolean): boolean {
  if (visibility === 'hidden' || visibility === 'collapse') return true
  return visibility === 'visible' || visibility === 'initial' ? false : around
}

/** What has to be computed counts as nothing. */
function opacityOf(opacity: string | undefined): number {
  if (opacity === undefined || !/^[-+.\d]|^calc/.test(opacity)) return 1
  return Math.min(1, Math.max(0, portionOf(opacity)))
}

function indentOf(indent: string | undefined, fontSize: number, around: number): number {
  return indent === undefined ? around : (readLength(indent, fontSize, 600) ?? 0)
}

function colorOf(declared: Declared, around: Color | null): Color | null {
  const fill = declared.get('-webkit-text-fill-color')
  const color = fill && fill !== 'currentcolor' ? fill : declared.get('color')
  if (color === undefined || color === 'inherit' || color === 'currentcolor' || color === 'unset') return around
  if (color === 'initial') return BLACK
  // Mail programs know no variables; those of them that do come to the value that is given for want of one.
  const variable = /^var\(\s*--[\w-]{1,80}\s*(?:,\s*(.{1,80}))?\)$/.exec(color)
  if (variable) return variable[1] === undefined ? around : readColor(variable[1].trim())
  return /^(?:color|color-mix|hwb|lab|lch|oklab|oklch|light-dark)\(/.test(color) ? UNREADABLE : readColor(color)
}

function backgroundOf(declared: Declared, around: Color | null): Color | null {
  const image = `${declared.get('background-image') ?? ''} ${declared.get('background') ?? ''}`
  if (/url\(|gradient\(/.test(image)) return null
  // Colour functions hold spaces; what is left of the shorthand does not matter here.
  const words = (declared.get('background-color') ?? declared.get('background') ?? '').match(
    /[a-z#][\w#-]{0,40}(?:\([^()]{0,80}\))?/g,
  )
  const color = words?.map(readColor).find((read) => read !== null)
  if (!color || color.alpha === 0) return around
  if (color.alpha === 1) return color
  return around && over(color, around)
}

function preformatted(whiteSpace: string | undefined, around: boolean): boolean {
  return whiteSpace === undefined ? around : /^(?:pre|break-spaces)/.test(whiteSpace)
}
