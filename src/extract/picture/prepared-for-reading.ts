import { cropped } from './cropped.ts'
import { darkPieces } from './dark-pieces.ts'
import { evenLight } from './even-light.ts'
import type { GreyPicture } from './grey-picture.ts'
import { lettersOf } from './letters.ts'
import { resized } from './resized.ts'
import { shadesOf } from './shades.ts'
import { stretched } from './stretched.ts'
import { withoutFrames } from './without-frames.ts'
import { withoutRules } from './without-rules.ts'
import { quarterTurned, slightlyTurned } from './turned.ts'
import { writingAngle } from './writing-angle.ts'

/** Dark writing on white, its lines level. letters: how many things look like letters. */
export type Prepared = { readonly picture: GreyPicture; readonly isSideways: boolean; readonly letters: number }

/**
 * Ways to make a picture dark on white: as a whole; with the light that fell on it evened out, for photos; or only what
 * stands on ground that is dark where the rest is light, or light where it is dark, for buttons and footers.
 */
export const WAYS = {
  plain: (picture: GreyPicture) => stretched(picture, shadesOf(picture)),
  even: (picture: GreyPicture) => evenLight(picture),
  boxes: (picture: GreyPicture) => evenLight(stretched(picture, shadesOf(picture)), true),
} as const

/** The height that letters are read best at: half of them are small ones. */
const BEST_HEIGHT = 22
const GOOD_HEIGHTS = [14, 34] as const
const MOST_PIXELS = 5_000_000
const MOST_GROWTH = 4
const LEAST_DEGREES = 0.4

/**
 * A picture made ready to be read: dark on white, contrast stretched, lines level, letters of a good size.
 *
 * In: way: how it becomes dark on white.
 */
export function preparedForReading(picture: GreyPicture, way: keyof typeof WAYS): Prepared {
  const stark = WAYS[way](picture)
  const dark = darkPieces(stark)
  const letters = lettersOf(stark, dark)
  const plain = withoutFrames(stark, dark)
  const { isSideways, degrees } = writingAngle(letters)
  const heights = letters.map(({ width, height }) => (isSideways ? width : height)).sort((a, b) => a - b)
  const upright = isSideways ? quarterTurned(plain, 90) : plain
  const level = Math.abs(degrees) >= LEAST_DEGREES ? slightlyTurned(upright, -degrees, 255) : upright
  const height = heights[Math.floor(heights.length / 2)] ?? BEST_HEIGHT
  const grown = growth(level, height)
  const sized = resized(level, Math.round(level.width * grown), Math.round(level.height * grown))
  return {
    picture: cropped(withoutRules(sized, height * grown), {
      left: 0,
      top: 0,
      width: sized.width,
      height: sized.height,
    }),
    isSideways,
    letters: letters.length,
  }
}

function growth({ width, height }: GreyPicture, letterHeight: number): number {
  const wanted = letterHeight < GOOD_HEIGHTS[0] || letterHeight > GOOD_HEIGHTS[1] ? BEST_HEIGHT / letterHeight : 1
  const most = Math.min(MOST_GROWTH, Math.sqrt(MOST_PIXELS / (width * height)))
  return Math.min(wanted, most)
}
