import { evenLight } from './even-light.ts'
import type { GreyPicture } from './grey-picture.ts'
import { lettersOf } from './letters.ts'
import { resized } from './resized.ts'
import { shadesOf } from './shades.ts'
import { stretched } from './stretched.ts'
import { quarterTurned, slightlyTurned } from './turned.ts'
import { writingAngle } from './writing-angle.ts'

/** Dark writing on white, its lines level. letters: how many things look like letters. */
export type Prepared = { readonly picture: GreyPicture; readonly isSideways: boolean; readonly letters: number }

/** The height that letters are read best at: half of them are small ones. */
const BEST_HEIGHT = 22
const GOOD_HEIGHTS = [14, 34] as const
const MOST_PIXELS = 5_000_000
const MOST_GROWTH = 4
const LEAST_DEGREES = 0.4
const MARGIN = 12

/**
 * A picture made ready to be read: dark on white, contrast stretched, lines level, letters of a good size.
 *
 * In: isUneven: with the light evened out, where the plain picture could not be read.
 */
export function preparedForReading(picture: GreyPicture, isUneven: boolean): Prepared {
  const plain = isUneven ? evenLight(picture) : stretched(picture, shadesOf(picture))
  const letters = lettersOf(plain)
  const { isSideways, degrees } = writingAngle(letters)
  const heights = letters.map(({ width, height }) => (isSideways ? width : height)).sort((a, b) => a - b)
  const upright = isSideways ? quarterTurned(plain, 90) : plain
  const level = Math.abs(degrees) >= LEAST_DEGREES ? slightlyTurned(upright, -degrees, 255) : upright
  const grown = growth(level, heights[Math.floor(heights.length / 2)] ?? BEST_HEIGHT)
  const sized = resized(level, Math.round(level.width * grown), Math.round(level.height * grown))
  return { picture: framed(sized), isSideways, letters: letters.length }
}

function growth({ width, height }: GreyPicture, letterHeight: number): number {
  const wanted = letterHeight < GOOD_HEIGHTS[0] || letterHeight > GOOD_HEIGHTS[1] ? BEST_HEIGHT / letterHeight : 1
  const most = Math.min(MOST_GROWTH, Math.sqrt(MOST_PIXELS / (width * height)))
  return Math.min(wanted, most)
}

/** A margin around it: letters at the very edge are lost otherwise. */
function framed({ width, height, pixels }: GreyPicture): GreyPicture {
  const out = new Uint8Array((width + 2 * MARGIN) * (height + 2 * MARGIN)).fill(255)
  for (let y = 0; y < height; y++)
    out.set(pixels.subarray(y * width, (y + 1) * width), (y + MARGIN) * (width + 2 * MARGIN) + MARGIN)
  return { width: width + 2 * MARGIN, height: height + 2 * MARGIN, pixels: out }
}
