import type { GreyPicture } from './grey-picture.ts'
import { resized } from './resized.ts'

/** The ground is taken from squares of this share of the shorter side, which no stroke of a letter fills. */
const SQUARES = 24
const LEAST_SQUARE = 16
const DARK_GROUND = 120
const HALF_LIGHT = [50, 205] as const
const MUCH = 0.35
/** Paler than this, what is there may be the noise of a camera or of compression. */
const LEAST_CONTRAST = 40

/**
 * Dark writing on white, whatever light fell on it and whichever of the two was darker: each pixel by how far it is
 * from the ground around it. For photos of screens and paper, writing in boxes of many colours, and pale writing.
 *
 * In:   onDarkOnly: only what stands on dark ground; all else is white.
 * Cost: linear in the pixels.
 */
export function evenLight(picture: GreyPicture, onDarkOnly = false): GreyPicture {
  const { width, height, pixels } = picture
  const grounds = groundsOf(picture)
  // A box ends at an edge, light does not.
  const ground = onDarkOnly ? inSquares(grounds, width, height) : resized(grounds, width, height)
  const isLeftOut = onDarkOnly ? (shade: number): boolean => shade >= DARK_GROUND : (): boolean => false
  const distances = new Uint8Array(pixels.length)
  const counts = new Uint32Array(256)
  for (let at = 0; at < pixels.length; at++) {
    const shade = ground.pixels[at] as number
    if (isLeftOut(shade)) continue
    const distance = Math.abs((pixels[at] as number) - shade)
    distances[at] = distance
    counts[distance] = (counts[distance] as number) + 1
  }
  const looked = counts.reduce((sum, count) => sum + count, 0)
  const most = Math.max(LEAST_CONTRAST, shadeOf(counts, looked * 0.985))
  const out = new Uint8Array(pixels.length)
  for (let at = 0; at < out.length; at++) out[at] = Math.max(0, 255 - ((distances[at] as number) * 255) / most)
  return { width, height, pixels: out }
}

/** The median shade of each square. */
function groundsOf(picture: GreyPicture): GreyPicture {
  const { width, height } = picture
  const square = Math.max(LEAST_SQUARE, Math.round(Math.min(width, height) / SQUARES))
  const [columns, rows] = [Math.max(1, Math.round(width / square)), Math.max(1, Math.round(height / square))]
  const pixels = new Uint8Array(columns * rows)
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      pixels[row * columns + column] = medianIn(picture, column, row, columns, rows)
  return { width: columns, height: rows, pixels }
}

/** Whether much of the ground is neither light nor dark, in a picture from black to white: light fell on it, as on a photo. */
export function isUnevenlyLit(picture: GreyPicture): boolean {
  const { pixels } = groundsOf(picture)
  const between = pixels.reduce((count, shade) => count + Number(shade > HALF_LIGHT[0] && shade < HALF_LIGHT[1]), 0)
  return between > pixels.length * MUCH
}

function inSquares(grounds: GreyPicture, width: number, height: number): GreyPicture {
  const pixels = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    const row = Math.floor((y * grounds.height) / height) * grounds.width
    for (let x = 0; x < width; x++)
      pixels[y * width + x] = grounds.pixels[row + Math.floor((x * grounds.width) / width)] as number
  }
  return { width, height, pixels }
}

function medianIn(
  { width, height, pixels }: GreyPicture,
  column: number,
  row: number,
  columns: number,
  rows: number,
): number {
  const counts = new Uint32Array(256)
  const [left, right] = [Math.floor((column * width) / columns), Math.floor(((column + 1) * width) / columns)]
  const [top, bottom] = [Math.floor((row * height) / rows), Math.floor(((row + 1) * height) / rows)]
  for (let y = top; y < bottom; y += 2)
    for (let x = left; x < right; x += 2) {
      const shade = pixels[y * width + x] as number
      counts[shade] = (counts[shade] as number) + 1
    }
  return shadeOf(counts, counts.reduce((sum, count) => sum + count, 0) / 2)
}

function shadeOf(counts: Uint32Array, share: number): number {
  let seen = 0
  for (let shade = 0; shade < 256; shade++) {
    seen += counts[shade] as number
    if (seen >= share) return shade
  }
  return 255
}
