import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer'
import type { GreyPicture } from '../../extract/picture/grey-picture.ts'
import { slightlyTurned } from '../../extract/picture/turned.ts'
import { barcodes } from './barcodes.ts'

const file = await readFile(new URL(import.meta.resolve('zxing-wasm/writer/zxing_writer.wasm')))
prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(file).buffer } })
const findCodes = barcodes()

async function code(text: string, format: 'QRCode' | 'Code128' = 'QRCode', width = 180): Promise<GreyPicture> {
  const { svg } = await writeBarcode(text, { format, scale: 4, addQuietZones: true })
  const { data, info } = await sharp(Buffer.from(svg))
    .resize(width)
    .extend({ top: 20, bottom: 20, left: 20, right: 20, background: '#fff' })
    .flatten({ background: '#fff' })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, pixels: Uint8Array.from(data) }
}

/** Two pictures of one height beside each other. */
function beside(left: GreyPicture, right: GreyPicture): GreyPicture {
  const width = left.width + right.width
  const pixels = new Uint8Array(width * left.height)
  for (let y = 0; y < left.height; y++) {
    pixels.set(left.pixels.subarray(y * left.width, (y + 1) * left.width), y * width)
    pixels.set(right.pixels.subarray(y * right.width, (y + 1) * right.width), y * width + left.width)
  }
  return { width, height: left.height, pixels }
}

test('a QR code is read, small, turned, and white on black', async () => {
  const picture = await code('tel:+18085550147')
  const inverted = { ...picture, pixels: picture.pixels.map((shade) => 255 - shade) }
  const small = await code('tel:+18085550147', 'QRCode', 70)
  for (const own of [picture, inverted, small, slightlyTurned(picture, 12, 255)])
    expect(await findCodes(own)).toEqual(['tel:+18085550147'])
})

test('several codes in one picture are all read', async () => {
  const codes = await findCodes(beside(await code('https://wa.me/18085550147'), await code('call 206 547 1200')))
  expect([...codes].sort()).toEqual(['call 206 547 1200', 'https://wa.me/18085550147'])
})

test('the bars of a parcel or a bill hold no text that somebody calls', async () => {
  expect(await findCodes(await code('18085550147', 'Code128', 300))).toEqual([])
})
