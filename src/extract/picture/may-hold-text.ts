import type { GreyPicture } from './grey-picture.ts'
import { isLargeEnough } from './large-enough.ts'

/** Of neighbouring pixels, in shades: paler writing is not read by people either. */
const LEAST_EDGE = 12
/** Writing changes between light and dark so often along a line, in so many lines beside each other. */
const LEAST_EDGES = 14
const LEAST_LINES = 5
/** Of neighbouring pixels along a line: more edges than this in nearly all lines are noise. */
const NOISE = 0.4
const NEARLY_ALL = 0.85

/**
 * Whether a number could stand in a picture: it is large enough, and somewhere light and dark change as often along a
 * few lines, across or down, as they do along writing. Icons, rulers, gradients, plain areas and noise are not looked at
 * longer.
 */
export function mayHoldText({ width, height, pixels }: GreyPicture): boolean {
  if (!isLargeEnough({ width, height })) return false
  const across = edgesIn(pixels, { lines: height, nextLine: width, length: width, next: 1 })
  const down = edgesIn(pixels, { lines: width, nextLine: 1, length: height, next: width })
  if (across.noisy > height * NEARLY_ALL && down.noisy > width * NEARLY_ALL) return false
  return across.isWriting || down.isWriting
}

type Walk = { readonly lines: number; readonly nextLine: number; readonly length: number; readonly next: number }

/** noisy: lines with more edges than writing has. */
function edgesIn(pixels: Uint8Array, { lines, nextLine, length, next }: Walk): { isWriting: boolean; noisy: number } {
  let [found, noisy, isWriting] = [0, 0, false]
  for (let line = 0; line < lines; line++) {
    let edges = 0
    // The last shade the line turned at: slopes of several pixels are one edge, noise is none.
    let turn = pixels[line * nextLine] as number
    let direction = 0
    for (let at = 1; at < length; at++) {
      const shade = pixels[line * nextLine + at * next] as number
      const change = shade - turn
      if (Math.abs(change) < LEAST_EDGE) continue
      if (Math.sign(change) !== direction) edges++
      direction = Math.sign(change)
      turn = shade
    }
    found = edges >= LEAST_EDGES ? found + 1 : Math.max(0, found - 1)
    isWriting ||= found >= LEAST_LINES
    if (edges > length * NOISE) noisy++
  }
  return { isWriting, noisy }
}
