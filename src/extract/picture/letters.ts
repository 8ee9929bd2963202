import type { DarkPieces } from './dark-pieces.ts'
import type { GreyPicture } from './grey-picture.ts'

/** Something dark of about the shape of a letter; x, y: its middle. Pixels. */
export type Letter = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

const MOST_LETTERS = 5_000
/** Twice those of a page of small print; more are no letters. */
const MOST_IN_PICTURE = 12_000

/** The dark pieces of a picture that could be letters: neither dots nor lines nor areas. */
export function lettersOf({ height: high, width: wide }: GreyPicture, { pieces }: DarkPieces): readonly Letter[] {
  const mostHeight = Math.min(high, wide) / 3
  const letters = pieces
    .map(({ left, top, right, bottom }): Letter => {
      const [width, height] = [right - left, bottom - top]
      return { x: left + width / 2, y: top + height / 2, width, height }
    })
    .filter(
      ({ width, height }) =>
        Math.max(width, height) >= 4 &&
        Math.max(width, height) <= mostHeight &&
        width < 6 * height &&
        height < 12 * width,
    )
  if (letters.length > MOST_IN_PICTURE) return []
  const step = Math.ceil(letters.length / MOST_LETTERS)
  return step <= 1 ? letters : letters.filter((_, at) => at % step === 0)
}
