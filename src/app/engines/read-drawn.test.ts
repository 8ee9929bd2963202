import { describe, expect, test } from 'vitest'
import { drawn } from '../../../test/drawn.ts'
import type { GreyPicture } from '../../extract/picture/grey-picture.ts'
import { resized } from '../../extract/picture/resized.ts'
import { quarterTurned, slightlyTurned } from '../../extract/picture/turned.ts'
import { barcodes } from './barcodes.ts'
import { readDrawn } from './read-drawn.ts'
import { tesseract } from './tesseract.ts'

const readers = { findCodes: barcodes(), recognize: tesseract() }
const LINES = [
  'Your Norton plan was renewed for $349.99.',
  'If you did not order this, please call',
  '+1 (808) 471-4598 within 24 hours.',
]
const picture = await drawn(LINES)

const read = async (own: GreyPicture): Promise<string> =>
  (await readDrawn(own, 'eng', { isTime: () => true, tell: () => undefined }, readers)).text.replace(/\s+/g, ' ')

const shaded = (shade: (own: number, x: number, y: number) => number): GreyPicture => {
  const { width, height, pixels } = picture
  return { width, height, pixels: pixels.map((own, at) => shade(own, at % width, Math.floor(at / width))) }
}

describe('a picture of a lure is read', () => {
  test.each<readonly [how: string, own: () => GreyPicture]>([
    ['as it is', () => picture],
    ['on its left side', () => quarterTurned(picture, 90)],
    ['upside down', () => quarterTurned(picture, 180)],
    ['on its right side', () => quarterTurned(picture, 270)],
    ['askew', () => slightlyTurned(picture, 7, 255)],
    ['white on black', () => shaded((own) => 255 - own)],
    ['in pale grey', () => shaded((own) => 225 + own / 10)],
    ['small', () => resized(picture, picture.width * 0.45, picture.height * 0.45)],
    ['in uneven light', () => shaded((own, x) => 40 + own * (0.15 + (0.65 * x) / picture.width))],
  ])('%s', async (_how, own) => {
    expect(await read(own())).toContain('(808) 471-4598')
  })
})

test('white writing in a dark box of a light picture is read', async () => {
  const [, , line] = LINES
  const box = await drawn([line ?? ''])
  const boxed = {
    ...picture,
    height: picture.height + box.height,
    pixels: new Uint8Array(picture.pixels.length + box.pixels.length),
  }
  boxed.pixels.set(await drawn(LINES.slice(0, 2)).then(({ pixels }) => pixels))
  boxed.pixels.set(
    box.pixels.map((shade) => 245 - shade * 0.9),
    picture.pixels.length,
  )
  expect(await read(boxed)).toContain('(808) 471-4598')
})

test('in a picture of noise there is no number', async () => {
  let state = 1
  const noise = picture.pixels.map(() => (state = (state * 48_271) % 2_147_483_647) % 256)
  expect(await read({ ...picture, pixels: noise })).toBe('')
})

describe('an engine that breaks on a picture', () => {
  const breaks = async (): Promise<never> => {
    throw new WebAssembly.RuntimeError('memory access out of bounds')
  }
  const reading = { isTime: () => true, tell: () => undefined }
  const failure = 'RuntimeError: memory access out of bounds'
  test('for its words leaves its codes', async () => {
    const own = { findCodes: async () => ['tel:1'], recognize: breaks }
    expect(await readDrawn(picture, 'eng', reading, own)).toEqual({ text: '', codes: ['tel:1'], failure })
  })
  test('for its codes leaves its words', async () => {
    const drawnText = await readDrawn(picture, 'eng', reading, { ...readers, findCodes: breaks })
    expect(drawnText).toMatchObject({ codes: [], failure })
    expect(drawnText.text).toContain('471-4598')
  })
})
