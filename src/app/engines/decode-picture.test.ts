import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { crc32 } from 'node:zlib'
import sharp from 'sharp'
import type { Sharp } from 'sharp'
import { describe, expect, test } from 'vitest'
import { drawn } from '../../../test/drawn.ts'
import { pictureHash } from '../../extract/picture/picture-hash.ts'
import type { GreyPicture } from '../../extract/picture/grey-picture.ts'
import { decodePicture } from './decode-picture.ts'
import type { DecodedPicture } from './decoded-picture.ts'
import { heicPicture } from './heic-picture.ts'

const picture = await drawn(['Call +1 (808) 471-4598', 'about your renewal'])
const raw = { width: picture.width, height: picture.height, channels: 1 } as const
const image = (): Sharp => sharp(picture.pixels, { raw })
const hash = pictureHash(picture) ?? ''
const DAMAGED = { issue: 'picture_damaged' }

function only(decoded: DecodedPicture): GreyPicture {
  expect(decoded).toMatchObject({ frames: [{}], framesLeft: 0 })
  return 'issue' in decoded ? picture : (decoded.frames[0] as GreyPicture)
}

/** Bits in which two hashes differ. */
const distance = (one: string, other: string): number =>
  (BigInt(`0x${one}`) ^ BigInt(`0x${other}`)).toString(2).replaceAll('0', '').length

function bmp(): Buffer {
  const rowSize = Math.ceil((raw.width * 3) / 4) * 4
  const bytes = Buffer.alloc(54 + rowSize * raw.height)
  bytes.write('BM')
  bytes.writeUInt32LE(54, 10)
  bytes.writeUInt32LE(40, 14)
  bytes.writeInt32LE(raw.width, 18)
  bytes.writeInt32LE(raw.height, 22)
  bytes.writeUInt16LE(1, 26)
  bytes.writeUInt16LE(24, 28)
  for (let y = 0; y < raw.height; y++)
    for (let x = 0; x < raw.width; x++)
      bytes.fill(
        picture.pixels[y * raw.width + x] ?? 0,
        54 + (raw.height - 1 - y) * rowSize + x * 3,
        54 + (raw.height - 1 - y) * rowSize + x * 3 + 3,
      )
  return bytes
}

describe('a picture looks the same', () => {
  test.each<readonly [kind: string, bytes: () => Promise<Buffer> | Buffer]>([
    ['PNG', () => image().png().toBuffer()],
    ['JPEG', () => image().jpeg().toBuffer()],
    ['GIF', () => image().gif().toBuffer()],
    ['WebP', () => image().webp().toBuffer()],
    ['TIFF', () => image().tiff().toBuffer()],
    ['BMP', bmp],
    ['JPEG turned by its camera', () => image().rotate(270).jpeg().withMetadata({ orientation: 6 }).toBuffer()],
  ])('as %s', async (_kind, bytes) => {
    const decoded = only(await decodePicture(await bytes()))
    expect([decoded.width, decoded.height]).toEqual([raw.width, raw.height])
    expect(distance(pictureHash(decoded) ?? '', hash)).toBeLessThanOrEqual(4)
  })
  test('as SVG', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"><path d="M0 0h45v60H0z"/></svg>'
    expect(only(await decodePicture(Buffer.from(svg)))).toMatchObject({ width: 90, height: 60 })
  })
})

describe('of several frames', () => {
  /** A strip of squares, each with a bar of its own width, as libvips takes it for frames. */
  const strip = (frames: number): Sharp =>
    sharp(
      Buffer.from(Array.from({ length: frames * 80 * 80 }, (_, at) => (at % 80 > Math.floor(at / 6_400) ? 255 : 0))),
      { raw: { width: 80, height: frames * 80, channels: 1, pageHeight: 80 } },
    )
  /** How wide the bar of each is. */
  const bars = (decoded: DecodedPicture): number[] | string =>
    'issue' in decoded
      ? decoded.issue
      : decoded.frames.map(({ pixels, width }) => pixels.subarray(0, width).findIndex((shade) => shade > 128) - 1)
  test('a moving picture gives its first, its last and some between', async () => {
    const decoded = await decodePicture(await strip(10).gif().toBuffer())
    expect([bars(decoded), decoded]).toMatchObject([[0, 3, 6, 9], { framesLeft: 6 }])
  })
  test('one of two gives both', async () => {
    const decoded = await decodePicture(await strip(2).webp({ lossless: true }).toBuffer())
    expect([bars(decoded), decoded]).toMatchObject([[0, 1], { framesLeft: 0 }])
  })
  test('a fax gives its first pages', async () => {
    const decoded = await decodePicture(await strip(6).tiff({ compression: 'lzw' }).toBuffer())
    expect([bars(decoded), decoded]).toMatchObject([[0, 1, 2, 3], { framesLeft: 2 }])
  })
})

describe('what is no picture, or too much of one, is told', () => {
  test('for any bytes', async () => {
    expect(await decodePicture(Buffer.from('\x89PNG\r\n\x1A\n and nothing more', 'latin1'))).toEqual(DAMAGED)
    expect(await decodePicture(Buffer.from('BM'))).toEqual(DAMAGED)
  })
  test('before its pixels are', async () => {
    const bomb = await image().png().toBuffer()
    bomb.writeUInt32BE(60_000, 16)
    bomb.writeUInt32BE(60_000, 20)
    bomb.writeUInt32BE(crc32(bomb.subarray(12, 29)), 29)
    expect(await decodePicture(bomb)).toEqual({ issue: 'picture_too_large' })
  })
  test('and what is large is made smaller on its way', async () => {
    const wide = await image().resize(3_200, 1_600, { fit: 'fill' }).jpeg().toBuffer()
    const decoded = only(await decodePicture(wide))
    expect(decoded.width * decoded.height).toBeLessThan(4_100_000)
  })
  test('but one that is cut off gives what is there', async () => {
    const whole = await image().png().toBuffer()
    expect(only(await decodePicture(whole.subarray(0, whole.length / 2)))).toMatchObject({ width: raw.width })
  })
})

const hasEncoder = spawnSync('heif-enc', ['--help']).error === undefined
if (!hasEncoder) console.warn('skipped: a picture as HEIC, because heif-enc is not installed')

test.skipIf(!hasEncoder && !process.env['CI'])('a picture looks the same as HEIC', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ringtrace-heic-'))
  try {
    await image().png().toFile(join(folder, 'a.png'))
    execFileSync('heif-enc', [join(folder, 'a.png'), '-o', join(folder, 'a.heic')])
    const decoded = only(await heicPicture(readFileSync(join(folder, 'a.heic'))))
    expect(distance(pictureHash(decoded) ?? '', hash)).toBeLessThanOrEqual(4)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test.skipIf(!hasEncoder && !process.env['CI'])(
  'of a HEIC of two pictures the one that a viewer shows comes first',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ringtrace-heic-'))
    try {
      const files = ['#000000', '#ffffff'].map((color, at) => ({ color, file: join(folder, `${at}.png`) }))
      for (const { color, file } of files)
        await sharp({ create: { width: 64, height: 64, channels: 3, background: color } })
          .png()
          .toFile(file)
      execFileSync('heif-enc', [...files.map(({ file }) => file), '-o', join(folder, 'a.heic')])
      const heic = readFileSync(join(folder, 'a.heic'))
      const shades = async (): Promise<number[]> => {
        const decoded = await heicPicture(heic)
        return 'issue' in decoded ? [] : decoded.frames.map(({ pixels }) => Math.round((pixels[0] ?? 0) / 255))
      }
      expect(await shades()).toEqual([0, 1])
      // The box that names the picture to show: its length and name, four bytes of flags, then the number.
      const primary = heic.indexOf('pitm') + 8
      heic.writeUInt16BE(heic.readUInt16BE(primary) + 1, primary)
      expect(await shades()).toEqual([1, 0])
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
)

const HEIF = fileURLToPath(new URL('../../../../shared/data/image/heif', import.meta.url))
if (!existsSync(HEIF)) console.warn(`SKIPPED: ${HEIF} is not here`)

test.skipIf(!existsSync(HEIF) && !process.env['CI'])(
  'HEIF files of every make are decoded or told, broken ones too',
  async () => {
    const results = new Map<string, string>()
    for (const name of readdirSync(HEIF)) {
      const decoded = await heicPicture(readFileSync(join(HEIF, name)))
      results.set(name, 'issue' in decoded ? decoded.issue : 'read')
    }
    expect(results.get('heif_corrupted_empty.heic')).toBe('picture_damaged')
    expect([...results].filter(([name, result]) => /_(?:8|10|12)__/.test(name) && result !== 'read')).toEqual([])
  },
)
