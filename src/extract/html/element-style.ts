import type { Declared } from './css-cascade.ts'
import { BLACK, contrast, over, readColor, WHITE } from './css-color.ts'
import type { Color } from './css-color.ts'
import { readFontSize, readLength } from './css-length.ts'
import { variablesIn, withVariables } from './css-values.ts'
import type { Variables } from './css-values.ts'
import {
  LEAST_SCALE,
  liftOf,
  NO_SHIFT,
  OFF_SCREEN,
  portionOf,
  roomIn,
  shiftOf,
  scaleOf,
  TIGHTEST_SPACING,
  whyGone,
} from './hidden-box.ts'
import type { Align, Box, BoxKind, Shift } from './hidden-box.ts'

/** What becomes of white space: `lines` keeps line breaks alone. */
export type WhiteSpace = 'collapsed' | 'lines' | 'kept'

/** What an element's text looks like, as far as it decides whether anyone can read it. Lengths in pixels. */
export type ElementStyle = {
  /** Why nothing inside can be seen, whatever it says itself. */
  readonly gone: string | null
  /** `visibility: hidden`, which something inside may take back. */
  readonly isInvisible: boolean
  readonly opacity: number
  /** What `zoom` and `scale` make of a pixel. */
  readonly scale: number
  /** How far what stands around moves it to the right and down: what a shift back may undo. */
  readonly room: Shift
  /** How far above its place in the text it stands, where that may be off the screen; what stands above it decides. */
  readonly lifted: number
  readonly align: Align
  readonly fontSize: number
  readonly lineHeight: number
  readonly letterSpacing: number
  /** As it is inherited, and as it moves the text standing here. */
  readonly indent: number
  readonly isIndented: boolean
  /** null where it cannot be told. */
  readonly color: Color | null
  /** What is painted behind; null where a picture is. */
  readonly background: Color | null
  /** A shadow, an outline or a background cut to the letters shows them whatever their colour. */
  readonly isOutlined: boolean
  /** `-webkit-text-security`: every letter is a dot. */
  readonly isDotted: boolean
  readonly whiteSpace: WhiteSpace
  readonly letters: 'as_written' | 'upper' | 'lower'
  readonly variables: Variables
  /** Why its colour cannot be told from what is behind it; null where it can. */
  readonly faint: 'color' | 'transparent' | null
  /** Why text standing directly here cannot be seen; null where it can. */
  readonly hidden: string | null
}

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] }

export const PLAIN: ElementStyle = {
  gone: null,
  isInvisible: false,
  opacity: 1,
  scale: 1,
  room: NO_SHIFT,
  lifted: 0,
  align: 'left',
  fontSize: 16,
  lineHeight: 18,
  letterSpacing: 0,
  indent: 0,
  isIndented: false,
  color: BLACK,
  background: WHITE,
  isOutlined: false,
  isDotted: false,
  whiteSpace: 'collapsed',
  letters: 'as_written',
  variables: new Map(),
  faint: null,
  hidden: null,
}

const LEAST_OPACITY = 0.1
/** In pixels: nobody reads smaller letters, and lures are padded with them. */
const LEAST_FONT_SIZE = 4
/** WCAG asks for 4.5; #f0f0f0 on white has 1.14 and nobody sees it, #e0e0e0 has 1.32 and can be made out. */
const LEAST_CONTRAST = 1.15
/** What `100%` of a text's width is, about. */
const COLUMN = 600

/** The hiding that leaves no hole in the line: text before and after stands together. */
export const LEAVES_NO_GAP: ReadonlySet<string> = new Set(
  (
    'display hidden_attribute mso_hide zero_size off_screen clipped font_size far_away title template noscript ' +
    'comment_element not_rendered details dialog alt_text content_visibility'
  ).split(' '),
)

/**
 * The style of an element.
 *
 * In: around, the style of its parent; said, what the cascade says of it.
 */
export function elementStyle(around: ElementStyle, said: Declared, kind: BoxKind): ElementStyle {
  if (said.size === 0) return kind === 'inline' || around.indent === 0 ? around : indented(around)
  const variables = variablesIn(said, around.variables)
  const declared = withVariables(said, variables)
  const fontSize = fontSizeOf(declared, around.fontSize)
  const lineHeight = lineHeightOf(declared.get('line-height'), fontSize, around.lineHeight)
  const indent = indentOf(declared.get('text-indent'), fontSize, around.indent)
  const align = alignOf(declared.get('text-align'), around.align)
  const box: Box = { declared, fontSize, lineHeight, kind, room: around.room, align }
  const shift = shiftOf(box)
  const style: Mutable<ElementStyle> = {
    gone: around.gone ?? whyGone(box, shift),
    isInvisible: invisible(declared.get('visibility'), around.isInvisible),
    opacity: around.opacity * opacityOf(declared.get('opacity')) * filteredOpacity(declared.get('filter')),
    scale: around.scale * scaleOf(declared, kind),
    room: roomIn(around.room, shift),
    lifted: liftOf(box, shift),
    align,
    fontSize,
    lineHeight,
    letterSpacing: letterSpacingOf(declared.get('letter-spacing'), fontSize, around.letterSpacing),
    indent,
    isIndented: kind === 'inline' ? around.isIndented : Math.abs(indent) >= OFF_SCREEN,
    color: colorOf(declared, around.color),
    background: backgroundOf(declared, around.background),
    isOutlined: outlined(declared, around.isOutlined),
    isDotted: declared.has('-webkit-text-security')
      ? declared.get('-webkit-text-security') !== 'none'
      : around.isDotted,
    whiteSpace: whiteSpaceOf(declared.get('white-space'), around.whiteSpace),
    letters: lettersOf(declared.get('text-transform'), around.letters),
    variables,
    faint: around.faint,
    hidden: null,
  }
  const isSamePaint =
    style.color === around.color && style.background === around.background && style.isOutlined === around.isOutlined
  if (!isSamePaint) style.faint = whyFaint(style)
  style.hidden = whyHidden(style)
  return style
}

/** The same style inside something that cannot be seen at all. */
export function goneStyle(around: ElementStyle, why: string): ElementStyle {
  return { ...around, gone: around.gone ?? why, hidden: around.gone ?? why }
}

function indented(around: ElementStyle): ElementStyle {
  const style = { ...around, isIndented: Math.abs(around.indent) >= OFF_SCREEN }
  return { ...style, hidden: whyHidden(style) }
}

function whyHidden(style: ElementStyle): string | null {
  if (style.gone !== null) return style.gone
  if (style.isInvisible) return 'visibility'
  if (style.opacity <= LEAST_OPACITY) return 'opacity'
  if (style.fontSize <= LEAST_FONT_SIZE) return 'font_size'
  if (style.scale <= LEAST_SCALE) return 'zero_size'
  if (style.letterSpacing < TIGHTEST_SPACING * style.fontSize) return 'letter_spacing'
  if (style.isIndented) return 'off_screen'
  return style.isDotted ? 'text_security' : style.faint
}

function whyFaint({ color, background, isOutlined }: ElementStyle): ElementStyle['faint'] {
  if (!color || isOutlined) return null
  if (color.alpha <= LEAST_OPACITY) return 'transparent'
  if (!background) return null
  return contrast(over(color, background), background) < LEAST_CONTRAST ? 'color' : null
}

function filteredOpacity(filter: string | undefined): number {
  const opacity = /\bopacity\(([^()]{1,40})/.exec(filter ?? '')?.[1]
  return opacity === undefined ? 1 : opacityOf(opacity.trim())
}

function fontSizeOf(declared: Declared, around: number): number {
  const size = declared.get('font-size')
  if (size === 'initial') return PLAIN.fontSize
  return size === undefined ? around : (readFontSize(size, around) ?? around)
}

function lineHeightOf(text: string | undefined, fontSize: number, around: number): number {
  if (text === undefined) return around
  const factor = /^\d{0,4}\.?\d{1,4}$/.test(text) ? Number(text) : null
  return factor === null ? (readLength(text, fontSize, fontSize) ?? fontSize * 1.2) : factor * fontSize
}

function invisible(visibility: string | undefined, around: boolean): boolean {
  if (visibility === 'hidden' || visibility === 'collapse') return true
  return visibility === 'visible' || visibility === 'initial' ? false : around
}

function opacityOf(opacity: string | undefined): number {
  return opacity === undefined ? 1 : Math.min(1, Math.max(0, portionOf(opacity) ?? 1))
}

function letterSpacingOf(spacing: string | undefined, fontSize: number, around: number): number {
  if (spacing === undefined || spacing === 'inherit' || spacing === 'unset') return around
  return readLength(spacing, fontSize) ?? 0
}

function indentOf(indent: string | undefined, fontSize: number, around: number): number {
  if (indent === undefined || indent === 'inherit' || indent === 'unset') return around
  return readLength(indent, fontSize, COLUMN) ?? 0
}

function colorOf(declared: Declared, around: Color | null): Color | null {
  const fill = declared.get('-webkit-text-fill-color')
  const color = fill && fill !== 'currentcolor' ? fill : declared.get('color')
  if (color === undefined || color === 'inherit' || color === 'currentcolor' || color === 'unset') return around
  if (color === 'initial') return BLACK
  return readColor(color)
}

function backgroundOf(declared: Declared, around: Color | null): Color | null {
  const image = declared.get('background-image')
  if (image !== undefined && /\(/.test(image)) return null
  const background = declared.get('background-color')
  if (background === 'currentcolor') return colorOf(declared, null)
  const color = background === undefined ? null : readColor(background)
  if (!color && background?.includes('(') === true) return null
  if (!color || color.alpha === 0) return around
  if (color.alpha === 1) return color
  return around && over(color, around)
}

function outlined(declared: Declared, around: boolean): boolean {
  const shadow = declared.get('text-shadow')
  const clip = declared.get('background-clip')
  const stroke = declared.get('-webkit-text-stroke') ?? declared.get('-webkit-text-stroke-width')
  if (clip === 'text' || (stroke !== undefined && /[1-9]/.test(stroke))) return true
  return shadow === undefined ? around : /\d/.test(shadow) && !/transparent|#fff(?:fff)?\b|\bwhite\b/.test(shadow)
}

function alignOf(text: string | undefined, around: Align): Align {
  if (text === undefined) return around
  const [, side] = /(left|right|center|start|justify|end)$/.exec(text) ?? []
  if (side === undefined) return around
  return side === 'right' || side === 'end' ? 'right' : side === 'center' ? 'center' : 'left'
}

function whiteSpaceOf(text: string | undefined, around: WhiteSpace): WhiteSpace {
  if (text === undefined || text === 'inherit' || text === 'unset') return around
  if (text.startsWith('pre-line')) return 'lines'
  return /^(?:pre|break-spaces)/.test(text) ? 'kept' : 'collapsed'
}

function lettersOf(text: string | undefined, around: ElementStyle['letters']): ElementStyle['letters'] {
  if (text === undefined || text === 'inherit' || text === 'unset') return around
  return text === 'uppercase' ? 'upper' : text === 'lowercase' ? 'lower' : 'as_written'
}
