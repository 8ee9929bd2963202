import type { GreyPicture } from './grey-picture.ts'

const DARK = 150
/** A rule is longer than so many letters are high, and thinner than this share of one. */
const LENGTH = 3.5
const THICKNESS = 0.3

/**
 * Underlines, borders and other level lines taken out, where no stroke of a letter crosses them: writing that stands on
 * a line is read badly, and numbers that are links stand on one.
 */
export function withoutRules(picture: GreyPicture, letterHeight: number): GreyPicture {
  const { width, height, pixels } = picture
  const least = Math.round(letterHeight * LENGTH)
  const reach = Math.max(2, Math.round(letterHeight * THICKNESS))
  const isDark = (x: number, y: number): boolean => y >= 0 && y < height && (pixels[y * width + x] as number) < DARK
  const out = Uint8Array.from(pixels)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (!isDark(x, y)) continue
      const start = x
      while (x < width && isDark(x, y)) x++
      if (x - start < least) continue
      for (let at = start; at < x; at++) {
        if (isDark(at, y - reach) && isDark(at, y + reach)) continue
        // The soft edges of the line go with it.
        for (const row of [y - 1, y, y + 1])
          if (row >= 0 && row < height && !(isDark(at, row - reach) && isDark(at, row + reach)))
            out[row * width + at] = 255
      }
    }
  }
  return { width, height, pixels: out }
}
