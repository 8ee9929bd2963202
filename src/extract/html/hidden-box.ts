import type { Declared } from './css-cascade.ts'
import { calculated } from './css-arithmetic.ts'
import { readLength } from './css-length.ts'

/** How an element is laid out, as far as heights, widths and shifts work on it. */
export type BoxKind = 'inline' | 'block' | 'table_part'

/** To the right and down, in pixels; null where it cannot be told. */
export type Shift = readonly [x: number | null, y: number | null]

export const NO_SHIFT: Shift = [0, 0]

export type Align = 'left' | 'center' | 'right'

/**
 * An element as it is laid out. declared, without variables; fontSize, lineHeight in pixels; room, what a shift back may
 * undo; align, of the words in it.
 */
export type Box = {
  readonly declared: Declared
  readonly fontSize: number
  readonly lineHeight: number
  readonly kind: BoxKind
  readonly room: Shift
  readonly align: Align
}

export const LEAST_SCALE = 0.1
/** Letters moved into each other by so much of their size cannot be told apart. */
export const TIGHTEST_SPACING = -0.5
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

/** Why nothing in an element can be seen, whatever is said of what stands in it; null where it can. */
export function whyGone(own: Box, shift: Shift): string | null {
  const { declared, fontSize, lineHeight, kind, room } = own
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
  if (isTurnedAway(transformOf(declared, kind))) return 'zero_size'
  if (isBlurred(declared.get('filter'))) return 'filter'
  return whyAway(shift, position, room)
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

function whyAway(shift: Shift, position: string | undefined, room: Shift): string | null {
  const all = shift.map((pixels) => pixels ?? 0)
  if (position === 'fixed' && Math.max(...all) >= BEYOND_WINDOW) return 'off_screen'
  const isPlaced = position === 'absolute' || position === 'fixed'
  const isOff = (axis: 0 | 1): boolean =>
    (all[axis] ?? 0) < 0 && (all[axis] ?? 0) + (room[axis] ?? Infinity) <= -OFF_SCREEN
  if (isOff(0) || (isPlaced && isOff(1))) return 'off_screen'
  return Math.max(...all) >= FAR_AWAY ? 'far_away' : null
}

/** How far up what stands in the flow of the text is moved, where that is far: it is off the screen if the text is shorter. */
export function liftOf({ declared, room }: Box, shift: Shift): number {
  const position = declared.get('position')
  if (position === 'absolute' || position === 'fixed') return 0
  const up = -(shift[1] ?? 0) - (room[1] ?? Infinity)
  return up >= OFF_SCREEN ? up : 0
}

/** The room inside an element: how far it and those around it are moved, as far as that is to the right and down. */
export function roomIn([x, y]: Shift, [right, down]: Shift): Shift {
  if (right === 0 && down === 0) return [x, y]
  const more = (room: number | null, pixels: number | null): number | null =>
    room === null || pixels === null ? null : room + Math.max(0, pixels)
  return [more(x, right), more(y, down)]
}

/** All that moves an element, summed for each axis: one often undoes the other, as `left: 50%; margin-left: -300px`. */
export function shiftOf({ declared, fontSize, kind, align }: Box): Shift {
  const position = declared.get('position')
  const isPlaced = position === 'absolute' || position === 'fixed'
  const isMoved = isPlaced || position === 'relative'
  const isBlock = kind === 'block' || isPlaced
  const length = (property: string): number | null => {
    const written = declared.get(property)
    return written === undefined || written === 'auto' ? 0 : readLength(written, fontSize)
  }
  const isSaid = (property: string): boolean => (declared.get(property) ?? 'auto') !== 'auto'
  /** As wide as there is room: a margin moves its one edge and not the other. */
  const isStretched =
    kind === 'block' &&
    !isPlaced &&
    !isSaid('width') &&
    declared.get('display')?.startsWith('inline') !== true &&
    (declared.get('float') ?? 'none') === 'none'
  const along = (from: 'left' | 'top', to: 'right' | 'bottom', hasMargin: boolean, hasPadding: boolean): Lengths => {
    const padding = hasPadding ? length(`padding-${from}`) : 0
    // What hangs on its other edge is not moved by a margin at this one.
    if (isMoved && isSaid(to) && !isSaid(from)) {
      const back = sumOf([length(to), isPlaced ? length(`margin-${to}`) : 0])
      if (!isPlaced) return [negative(back), hasMargin ? length(`margin-${from}`) : 0, padding]
      // It is measured from the far edge of something of unknown size.
      return [back !== null && Math.abs(back) < FAR_AWAY ? 0 : negative(back), padding]
    }
    const margin = hasMargin ? length(`margin-${from}`) : 0
    return [
      isMoved ? length(from) : 0,
      from === 'left' && isStretched ? margin && margin * FOLLOWED[align] : margin,
      padding,
    ]
  }
  const hasMargin = kind !== 'table_part' && declared.get('float') !== 'right'
  const [x, y] = translationOf(transformOf(declared, kind), declared.get('translate'), fontSize)
  return [
    sumOf([...along('left', 'right', hasMargin, true), x]),
    sumOf([...along('top', 'bottom', isBlock, kind !== 'inline' || isBlock), y]),
  ]
}

/** What share of a move of the left edge the words follow. */
const FOLLOWED = { left: 1, center: 0.5, right: 0 } as const

type Lengths = readonly (number | null)[]

function sumOf(lengths: Lengths): number | null {
  return lengths.reduce((sum, length) => (sum === null || length === null ? null : sum + length), 0)
}

function negative(length: number | null): number | null {
  return length === null ? null : -length
}

function transformOf(declared: Declared, kind: BoxKind): string {
  const position = declared.get('position')
  const isLine = kind === 'inline' && position !== 'absolute' && position !== 'fixed'
  return isLine ? '' : (declared.get('transform') ?? '')
}

/** By a turn out of sight, or a matrix that leaves no area. */
function isTurnedAway(transform: string): boolean {
  if (transform === '') return false
  const matrix = /^matrix\(\s*([-.\d]+)[\s,]+([-.\d]+)[\s,]+([-.\d]+)[\s,]+([-.\d]+)/.exec(transform)
  if (/\brotate[xy]\(\s*-?(?:90|270)deg/.test(transform)) return true
  if (!matrix) return false
  const area = Number(matrix[1]) * Number(matrix[4]) - Number(matrix[2]) * Number(matrix[3])
  return Math.abs(area) <= LEAST_SCALE ** 2
}

/** What `scale`, `zoom` and `transform` make of a pixel inside. Of two axes the one that shrinks, or else grows most. */
export function scaleOf(declared: Declared, kind: BoxKind): number {
  const transform = transformOf(declared, kind)
  if (transform === '' && !declared.has('scale') && !declared.has('zoom')) return 1
  const scaled = [...transform.matchAll(/\bscale(?:x|y|3d)?\(([^()]{1,80})\)/g)].map(([, factors]) => factors)
  return [...scaled, declared.get('scale'), declared.get('zoom')].reduce((scale: number, factors) => {
    const axes = (factors?.trim().split(/[\s,]+/, 2) ?? []).map((factor) => Math.abs(portionOf(factor) ?? 1))
    const least = Math.min(1, ...axes)
    return scale * (least < 1 ? least : Math.max(1, ...axes))
  }, 1)
}

/** A number or a percentage; null for what is none, or cannot be computed. */
export function portionOf(value: string): number | null {
  const number = Number.parseFloat(value)
  if (Number.isFinite(number)) return number / (value.endsWith('%') ? 100 : 1)
  return calculated(value, (term) => (term.endsWith('%') ? Number.parseFloat(term) / 100 : null))?.size ?? null
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

function translationOf(transform: string, translate = '', fontSize: number): Shift {
  if (transform === '' && translate === '') return NO_SHIFT
  const moves = [...transform.matchAll(/\btranslate(x|y|3d)?\(([^()]{1,80})\)/g)].map(([, axis, distances = '']) =>
    axis === 'y' ? `0 ${distances.trim()}` : distances.trim(),
  )
  const all = [...moves, translate].map((distances) => distances.split(/[\s,]+/, 2))
  const along = (axis: 0 | 1): number | null =>
    sumOf(all.map((distances) => (/\d/.test(distances[axis] ?? '') ? readLength(distances[axis] ?? '', fontSize) : 0)))
  return [along(0), along(1)]
}
