import { deflateSync } from 'node:zlib'
import { pngChunk } from '../../src/simulate/png-chunk.ts'
import type { Bomb } from './bomb.ts'
import { mailWith } from './bomb.ts'

/** In: depth, bits a channel; rows, packed: they need not be as many as the header says. */
function png(width: number, height: number, packed: Uint8Array, depth = 8, extra: readonly Buffer[] = []): Buffer {
  const head = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, depth, 0, 0, 0, 0])
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  return Buffer.concat([
    signature,
    pngChunk('IHDR', head),
    ...extra,
    pngChunk('IDAT', packed),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}

function gif(frames: number): Buffer {
  const head = Buffer.from('GIF89a\xe8\x03\xe8\x03\x80\0\0\xff\xff\xff\0\0\0', 'latin1')
  const frame = Buffer.from('\x21\xf9\x04\0\x01\0\0\0\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0', 'latin1')
  return Buffer.concat([head, ...Array.from({ length: frames }, () => frame), Buffer.from(';')])
}

/** A directory that follows itself, with a strip of four thousand million bytes. */
function loopingTiff(): Buffer {
  const tiff = Buffer.alloc(8 + 2 + 12 * 4 + 4)
  tiff.write('II*\0', 0, 'latin1')
  tiff.writeUInt32LE(8, 4)
  tiff.writeUInt16LE(4, 8)
  const entry = (at: number, tag: number, value: number): void => {
    tiff.writeUInt16LE(tag, 10 + at * 12)
    tiff.writeUInt16LE(4, 12 + at * 12)
    tiff.writeUInt32LE(1, 14 + at * 12)
    tiff.writeUInt32LE(value, 18 + at * 12)
  }
  entry(0, 256, 60_000)
  entry(1, 257, 60_000)
  entry(2, 273, 8)
  entry(3, 279, 0xffffffff)
  tiff.writeUInt32LE(8, 58)
  return tiff
}

function jpeg(width: number, height: number): Buffer {
  const head = Buffer.from('\xff\xd8\xff\xc0\0\x0b\x08\0\0\0\0\x01\x01\x11\0\xff\xda\0\x08\x01\x01\0\0\x3f\0', 'latin1')
  head.writeUInt16BE(height, 7)
  head.writeUInt16BE(width, 9)
  return Buffer.concat([head, Buffer.alloc(2_000, 0x55), Buffer.from('\xff\xd9', 'latin1')])
}

function bmp(width: number, height: number): Buffer {
  const head = Buffer.alloc(54)
  head.write('BM', 0, 'latin1')
  head.writeUInt32LE(54, 10)
  head.writeUInt32LE(40, 14)
  head.writeInt32LE(width, 18)
  head.writeInt32LE(height, 22)
  head.writeUInt16LE(1, 26)
  head.writeUInt16LE(24, 28)
  return head
}

function webp(width: number, height: number): Buffer {
  const head = Buffer.alloc(40)
  head.write('RIFF\x20\0\0\0WEBPVP8X\x0a\0\0\0', 0, 'latin1')
  head.writeUIntLE(width - 1, 24, 3)
  head.writeUIntLE(height - 1, 27, 3)
  head.write('VP8L\x02\0\0\0', 30, 'latin1')
  return head
}

/** Boxes that claim to be longer than the file, in each other. */
function heic(): Buffer {
  const ftyp = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1')
  const box = (type: string, length: number): Buffer => {
    const head = Buffer.alloc(12)
    head.writeUInt32BE(length, 0)
    head.write(type, 4, 'latin1')
    return head
  }
  const boxes = Array.from({ length: 5_000 }, (_, at) =>
    box(['meta', 'iinf', 'iprp', 'ipco', 'iref'][at % 5] as string, 0xfffffff0),
  )
  return Buffer.concat([ftyp, ...boxes])
}

const REFUSED: Bomb['tells'] = ['picture_too_large', 'picture_damaged', 'picture_unread']

const picture = (name: string, type: string, bytes: () => Buffer, tells: Bomb['tells'] = []): Bomb => ({
  name,
  mail: () => mailWith([`a.${type}`, `image/${type}`, bytes()]),
  tells,
  calls: true,
})

/** A hundred megapixels of nothing are packed into a few kilobytes. */
const blank = (width: number, height: number): Buffer => deflateSync(Buffer.alloc((width + 1) * height))

/** Pictures that unpack to more than anybody looks at, or are none. */
export const PICTURE_BOMBS: readonly Bomb[] = [
  picture('a PNG of 100 megapixels', 'png', () => png(10_000, 10_000, blank(10_000, 10_000))),
  picture(
    'a PNG that says four thousand million pixels a side',
    'png',
    () => png(0xffffffff, 0xffffffff, blank(1_000, 10)),
    REFUSED,
  ),
  picture('a PNG that unpacks to 150 MB where 100 pixels belong', 'png', () =>
    png(10, 10, deflateSync(Buffer.alloc(150_000_000))),
  ),
  picture('a PNG with text that unpacks to 100 MB', 'png', () =>
    png(100, 100, blank(100, 100), 8, [
      pngChunk('zTXt', Buffer.concat([Buffer.from('a\0\0', 'latin1'), deflateSync(Buffer.alloc(100_000_000))])),
    ]),
  ),
  picture('a GIF of 100,000 frames', 'gif', () => gif(100_000)),
  picture('a TIFF that follows itself', 'tiff', loopingTiff, REFUSED),
  picture('a JPEG of 65,000 by 65,000', 'jpeg', () => jpeg(65_000, 65_000), REFUSED),
  picture('a BMP of two thousand million pixels a side', 'bmp', () => bmp(0x7fffffff, -0x7fffffff), REFUSED),
  picture('a WebP of 16 million pixels a side', 'webp', () => webp(0xffffff, 0xffffff), REFUSED),
  picture('a HEIC of boxes without end', 'heic', heic, ['picture_damaged', 'picture_unread']),
  {
    name: '300 pictures of one megapixel',
    mail: () =>
      mailWith(
        ...Array.from(
          { length: 300 },
          (_, at) =>
            [`${at}.png`, 'image/png', png(1_000, 1_000, deflateSync(Buffer.alloc(1_001_000, at % 251)))] as const,
        ),
      ),
    tells: [],
    calls: true,
  },
]
