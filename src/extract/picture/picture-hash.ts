import type { GreyPicture } from './grey-picture.ts'
import { resized } from './resized.ts'

const SIDE = 32
const KEPT = 8
/** Shades that the picture must differ by, else there is nothing to tell it by. */
const LEAST_SPREAD = 8

const COSINES = Array.from({ length: KEPT }, (_, frequency) =>
  Array.from({ length: SIDE }, (_, at) => Math.cos(((2 * at + 1) * frequency * Math.PI) / (2 * SIDE))),
)

/**
 * What a picture looks like in 64 bits: pictures that people take for the same differ in few of them, whatever their
 * size, format and compression.
 *
 * Out:    16 hex digits; null for a picture of one shade.
 * Source: perceptual hash by discrete cosine transform: which of the 64 lowest frequencies are above their median.
 */
export function pictureHash(picture: GreyPicture): string | null {
  const { pixels } = resized(picture, SIDE, SIDE)
  if (Math.max(...pixels) - Math.min(...pixels) < LEAST_SPREAD) return null
  const rows = Array.from({ length: SIDE }, (_, y) =>
    COSINES.map((cosines) => cosines.reduce((sum, cosine, x) => sum + cosine * (pixels[y * SIDE + x] as number), 0)),
  )
  const frequencies = COSINES.flatMap((cosines) =>
    COSINES.map((_, u) => cosines.reduce((sum, cosine, y) => sum + cosine * (rows[y]?.[u] as number), 0)),
  )
  // The first is the mean brightness, which says nothing of what is drawn.
  const middle = median(frequencies.slice(1))
  const bits = frequencies.map((frequency, at) => (at > 0 && frequency > middle ? '1' : '0')).join('')
  return BigInt(`0b${bits}`).toString(16).padStart(16, '0')
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
}
