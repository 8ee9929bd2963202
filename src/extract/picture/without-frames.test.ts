import { expect, test } from 'vitest'
import { darkPieces } from './dark-pieces.ts'
import type { GreyPicture } from './grey-picture.ts'
import { lettersOf } from './letters.ts'
import { withoutFrames } from './without-frames.ts'

const SIDE = 30
const APART = 40

/** Signs of 10 × 14 pixels in a row, each with an outline of two pixels around it where `isFramed`. */
function drawn(signs: number, isFramed: (sign: number) => boolean): GreyPicture {
  const [width, height] = [APART * (signs + 1), 120]
  const pixels = new Uint8Array(width * height).fill(255)
  const box = (left: number, top: number, wide: number, high: number): void => {
    for (let y = top; y < top + high; y++) pixels.fill(0, y * width + left, y * width + left + wide)
  }
  for (let sign = 0; sign < signs; sign++) {
    const left = 20 + sign * APART
    if (isFramed(sign)) {
      box(left, 40, SIDE, 2)
      box(left, 40 + SIDE - 2, SIDE, 2)
      box(left, 40, 2, SIDE)
      box(left + SIDE - 2, 40, 2, SIDE)
    }
    box(left + 10, 48, 10, 14)
  }
  return { width, height, pixels }
}

const without = (picture: GreyPicture): GreyPicture => withoutFrames(picture, darkPieces(picture))
const boxesOf = (picture: GreyPicture): readonly string[] =>
  lettersOf(picture, darkPieces(picture)).map(({ width, height }) => `${width}×${height}`)

test('frames around signs are taken out, and the signs stand together', () => {
  const shown = without(drawn(8, () => true))
  expect(boxesOf(shown)).toEqual(Array.from({ length: 8 }, () => '10×14'))
  const middles = lettersOf(shown, darkPieces(shown)).map(({ x }) => x)
  expect(Math.max(...middles) - Math.min(...middles)).toBe(7 * (10 + Math.round(SIDE * 0.12)))
})

test.each([
  ['few frames', drawn(8, (sign) => sign < 4)],
  ['signs without frames', drawn(8, () => false)],
])('%s leave a picture as it is', (_, picture) => {
  expect(without(picture)).toBe(picture)
})

test('empty frames are no frames around signs', () => {
  const picture = drawn(8, () => true)
  for (let y = 44; y < 66; y++)
    for (let sign = 0; sign < 8; sign++)
      picture.pixels.fill(255, y * picture.width + 24 + sign * APART, y * picture.width + 46 + sign * APART)
  expect(boxesOf(picture)).toHaveLength(8)
  expect(without(picture)).toBe(picture)
})
