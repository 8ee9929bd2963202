import { DARK } from './dark-pieces.ts'
import type { DarkPieces, Piece } from './dark-pieces.ts'
import type { GreyPicture } from './grey-picture.ts'

/** A frame is about as wide as high; a plus may touch it. */
const WIDE_TO_HIGH = [0.6, 1.7] as const
const LEAST_HEIGHT = 12
/** Of its box, dark: an outline, not an area. */
const MOST_DARK = 0.4
/** Of its height, what stands in it. */
const INSIDE = [0.25, 0.85] as const
/** So many frames in a picture are a number; fewer may be anything. */
const LEAST_FRAMES = 5
/** Frames of one row differ in height by no more than this share. */
const MOST_DIFFERENCE = 0.15
/** More of either are a pattern. */
const MOST_PIECES = 12_000
const MOST_FRAMES = 400
const SOFT_EDGE = 2
/** Of a frame's height, what is left between two signs. */
const GAP = 0.12

/**
 * Circles and boxes drawn around single signs taken out: digits in circles, as keys, or in the fields of a form are read
 * badly or not at all.
 *
 * In:  dark writing on white, and its pieces.
 * Out: the picture itself where there are no frames.
 */
export function withoutFrames(picture: GreyPicture, dark: DarkPieces): GreyPicture {
  const frames = framesIn(picture, dark.pieces)
  if (frames.length < LEAST_FRAMES) return picture
  const { width, height, pixels } = picture
  const out = Uint8Array.from(pixels)
  for (const { y, start, end } of dark.runsOf(frames)) {
    out.fill(255, y * width + start, y * width + end)
    for (let row = Math.max(0, y - SOFT_EDGE); row <= Math.min(height - 1, y + SOFT_EDGE); row++)
      for (let x = Math.max(0, start - SOFT_EDGE); x < Math.min(width, end + SOFT_EDGE); x++)
        if ((pixels[row * width + x] as number) >= DARK) out[row * width + x] = 255
  }
  const unframed = { width, height, pixels: out }
  for (const row of rowsOf(frames)) closeUp(unframed, row)
  return unframed
}

/** Frames beside each other. */
function rowsOf(frames: readonly Piece[]): readonly (readonly Piece[])[] {
  const rows: Piece[][] = []
  for (const frame of frames.toSorted((a, b) => a.top - b.top)) {
    const row = rows.at(-1)
    const [first] = row ?? []
    if (row && first && (frame.top + frame.bottom) / 2 < first.bottom) row.push(frame)
    else rows.push([frame])
  }
  return rows
}

/** Moves what stands in a row together: signs as far apart as their frames kept them are read one by one, if at all. */
function closeUp({ width, pixels }: { width: number; pixels: Uint8Array }, row: readonly Piece[]): void {
  const top = Math.min(...row.map((frame) => frame.top))
  const bottom = Math.max(...row.map((frame) => frame.bottom))
  const left = Math.min(...row.map((frame) => frame.left))
  const most = Math.max(1, Math.round((bottom - top) * GAP))
  let [to, blank] = [left, 0]
  for (let x = left; x < width; x++) {
    blank = isBlank(pixels, width, x, top, bottom) ? blank + 1 : 0
    if (blank > most) continue
    for (let y = top; y < bottom; y++) pixels[y * width + to] = pixels[y * width + x] as number
    to++
  }
  for (let y = top; y < bottom; y++) pixels.fill(255, y * width + to, (y + 1) * width)
}

function isBlank(pixels: Uint8Array, width: number, x: number, top: number, bottom: number): boolean {
  for (let y = top; y < bottom; y++) if ((pixels[y * width + x] as number) < DARK) return false
  return true
}

/** Outlines of one size with something in the middle of each. */
function framesIn({ width, height }: GreyPicture, pieces: readonly Piece[]): readonly Piece[] {
  if (pieces.length > MOST_PIECES) return []
  const most = Math.min(width, height) / 3
  const sorted = pieces.toSorted((a, b) => a.left - b.left)
  const framed = sorted.filter((piece, at) => isOutline(piece, most) && holdsSign(piece, sorted, at + 1))
  if (framed.length > MOST_FRAMES) return []
  return framed.filter((one) => framed.filter((other) => isAlike(one, other)).length >= LEAST_FRAMES)
}

function isOutline({ left, top, right, bottom, pixels }: Piece, most: number): boolean {
  const [wide, high] = [right - left, bottom - top]
  return (
    high >= LEAST_HEIGHT &&
    high <= most &&
    wide >= high * WIDE_TO_HIGH[0] &&
    wide <= high * WIDE_TO_HIGH[1] &&
    pixels < wide * high * MOST_DARK
  )
}

/** sorted: by their left sides; next: the first that may begin in the outline. */
function holdsSign(outline: Piece, sorted: readonly Piece[], next: number): boolean {
  const high = outline.bottom - outline.top
  for (let at = next; at < sorted.length; at++) {
    const piece = sorted[at] as Piece
    if (piece.left >= outline.right) return false
    const share = (piece.bottom - piece.top) / high
    const isLevel = piece.top > outline.top && piece.bottom < outline.bottom && piece.right < outline.right
    if (isLevel && share >= INSIDE[0] && share <= INSIDE[1]) return true
  }
  return false
}

function isAlike(one: Piece, other: Piece): boolean {
  const [own, its] = [one.bottom - one.top, other.bottom - other.top]
  return Math.abs(own - its) <= own * MOST_DIFFERENCE
}
