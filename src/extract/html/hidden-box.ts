import type { Declared } from './css-cascade.ts'
import { readLength } from './css-length.ts'

/** How an element is laid out, as far as heights, widths and shifts work on it. */
export type BoxKind = 'inline' | 'block' | 'table_part'

const LEAST_SCALE = 0.1
/** Letters moved into each other by so much of their size cannot be told apart. */
const TIGHTEST_SPACING = -0.5
/** Of a line that is cut off so low, or a column so narrow, nothing can be read. */
const LARGEST_SLIT = 4
/** So far to the left or above, nothing is on the screen. */
export const OFF_SCREEN = 500
/** So far to the right or below, nobody scrolls. */
export const FAR_AWAY = 10_000
/** What is fixed to the window never scrolls into it from here. */
const BEYOND_WINDOW = 1_024
/** Nothing can be read through so much of it, in pixels. */
const LEAST_BLUR = 8

/**
 * Why nothing in an element can be seen, whatever is said of what stands in it; null where it can.
 *
 * In: declared, without variables; fontSize, lineHeight in pixels.
 */
export function whyGone(declared: Declared, fontSize: number, lineHeight: number, kind: BoxKind): string | null {
  const position = declared.get('position')
  const isPlaced = position === 'absolute' || position === 'fixed'
  const display = declared.get('display')
  if (display === 'none') return 'display'
  if (declared.get('mso-hide') === 'all') return 'mso_hide'
  if (declared.get('content-visibility') === 'hidden') return 'content_visibility'
  const float = declared.get('float')
  const isBox = kind === 'block' || isPlaced || (kind === 'inline' && (float === 'left' || float === 'right'))
  const length = (property: string): number | null => {
    const written = declared.get(property)
    return written === undefined ? null : readLength(written, fontSize)
  }
  if (isBox && isCutToNothing(declared, length, lineHeight)) return 'zero_size'
  if (isPlaced && clipsAll(declared.get('clip'))) return 'clipped'
  if (clipPathsAll(declared.get('clip-path'))) return 'clipped'
  const transform = kind === 'inline' && !isPlaced ? undefined : declared.get('transform')
  if (isShrunk(declared, transform)) return 'zero_size'
  if (isBlurred(declared.get('filter'))) return 'filter'
  if ((length('letter-spacing') ?? 0) < TIGHTEST_SPACING * fontSize) return 'letter_spacing'
  return whyAway(declared, position, length, transform, fontSize, kind)
}

function isCutToNothing(declared: Declared, length: (property: string) => number | null, lineHeight: number): boolean {
  if (!declared.has('overflow-x') && !declared.has('overflow-y')) return false
  const isNone = (property: string): boolean => (length(property) ?? Infinity) <= LARGEST_SLIT
  const isPadded = (one: string, other: string): boolean =>
    (length(`padding-${one}`) ?? 0) + (length(`padding-${other}`) ?? 0) > LARGEST_SLIT
  // Either axis cut makes the other one scroll: it cuts, too.
  const cutsX = /hidden|clip|scroll|auto/.test(declared.get('overflow-x') ?? '')
  const cutsY = /hidden|clip|scroll|auto/.test(declared.get('overflow-y') ?? '')
  if ((cutsY || cutsX) && !isPadded('top', 'bottom')) {
    if (isNone('height') || isNone('max-height')) return true
    if (declared.get('line-height') !== undefined && lineHeight <= 1 && length('height') === null) return true
  }
  return (cutsX || cutsY) && !isPadded('left', 'right') && (isNone('width') || isNone('max-width'))
}

function whyAway(
  declared: Declared,
  position: string | undefined,
  length: (property: string) => number | null,
  transform: string | undefined,
  fontSize: number,
  kind: BoxKind,
): string | null {
  const isMoved = position !== undefined && position !== 'static' && position !== 'sticky'
  const isBlock = kind === 'block' || position === 'absolute' || position === 'fixed'
  if (position === 'fixed' && Math.max(length('top') ?? 0, length('left') ?? 0) >= BEYOND_WINDOW) return 'off_screen'
  let [least, most] = [0, 0]
  const moved = (pixels: number | null): void => {
    least = Math.min(least, pixels ?? 0)
    most = Math.max(most, pixels ?? 0)
  }
  if (isMoved) {
    moved(length('left'))
    moved(length('top'))
    // A `right` or `bottom` of thousands pushes to the left or up.
    moved(-(length('right') ?? 0))
    moved(-(length('bottom') ?? 0))
  }
  if (kind !== 'table_part') moved(length('margin-left'))
  if (isBlock) moved(length('margin-top'))
  if (kind !== 'inline' || isBlock) moved(length('padding-top'))
  moved(length('padding-left'))
  for (const pixels of translationOf(transform, declared.get('translate'), fontSize)) moved(pixels)
  if (least <= -OFF_SCREEN) return 'off_screen'
  return most >= FAR_AWAY ? 'far_away' : null
}

/** By `scale`, `zoom`, a turn out of sight, or the scale of a `transform`; factors that have to be computed count as none. */
function isShrunk(declared: Declared, transform: string | undefined): boolean {
  if (transform === undefined && !declared.has('scale') && !declared.has('zoom')) return false
  const scaled = /\bscale(?:x|y|3d)?\(([^()]{1,80})/.exec(transform ?? '')?.[1]
  const matrix = /^matrix\(\s*([-.\d]+)[\s,]+([-.\d]+)[\s,]+([-.\d]+)[\s,]+([-.\d]+)/.exec(transform ?? '')
  if (/\brotate[xy]\(\s*-?(?:90|270)deg/.test(transform ?? '')) return true
  if (
    matrix &&
    Math.abs(Number(matrix[1]) * Number(matrix[4]) - Number(matrix[2]) * Number(matrix[3])) <= LEAST_SCALE ** 2
  )
    return true
  return [scaled, declared.get('scale'), declared.get('zoom')]
    .flatMap((factors) => factors?.split(/[\s,]+/).slice(0, 2) ?? [])
    .filter((factor) => /\d/.test(factor))
    .some((factor) => Math.abs(portionOf(factor)) <= LEAST_SCALE)
}

export function portionOf(value: string): number {
  const number = Number.parseFloat(value)
  return Number.isFinite(number) ? number / (value.endsWith('%') ? 100 : 1) : 0
}

function isBlurred(filter = ''): boolean {
  const blur = readLength(/\bblur\(([^()]{1,40})\)/.exec(filter)?.[1]?.trim() ?? '', 16) ?? 0
  return blur >= LEAST_BLUR || /\bcontrast\(\s*0?\.?0*%?\s*\)/.test(filter)
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
  const inset = /^inset\(([^()]{1,80})\)/
    .exec(path ?? '')?.[1]
    ?.trim()
    .split(/\s+/, 4)
  if (inset) {
    const [top = '', right = top, bottom = top, left = right] = inset
    return percentOf(top) + percentOf(bottom) >= 100 || percentOf(left) + percentOf(right) >= 100
  }
  return /^(?:circle|ellipse)\(\s*0(?![\d.])|^polygon\((?:\s*0(?:px|%)?[\s,]*)+\)/.test(path ?? '')
}

function percentOf(value: string): number {
  return value.endsWith('%') ? Number.parseFloat(value) || 0 : 0
}

function translationOf(transform = '', translate = '', fontSize: number): readonly (number | null)[] {
  if (transform === '' && translate === '') return []
  const distances = /\btranslate(?:x|y|3d)?\(([^()]{1,80})\)/.exec(transform)?.[1]
  const all = `${distances ?? ''} ${translate}`.split(/[\s,]+/).filter((distance) => distance !== '')
  return all.map((distance) => readLength(distance, fontSize))
}
