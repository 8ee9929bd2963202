import type { GreyPicture } from './grey-picture.ts'
import type { Box } from './recognized-text.ts'

const MARGIN = 12

/** A piece of a picture of dark on white, on a white margin. */
export function cropped({ width, height, pixels }: GreyPicture, box: Box): GreyPicture {
  const [left, top] = [Math.max(0, box.left - 2), Math.max(0, box.top - 2)]
  const wide = Math.max(1, Math.min(width, box.left + box.width + 2) - left)
  const high = Math.max(1, Math.min(height, box.top + box.height + 2) - top)
  const out = new Uint8Array((wide + 2 * MARGIN) * (high + 2 * MARGIN)).fill(255)
  for (let y = 0; y < high; y++) {
    const from = (top + y) * width + left
    out.set(pixels.subarray(from, from + wide), (y + MARGIN) * (wide + 2 * MARGIN) + MARGIN)
  }
  return { width: wide + 2 * MARGIN, height: high + 2 * MARGIN, pixels: out }
}
