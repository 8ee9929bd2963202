import sharp from 'sharp'
import type { Sharp } from 'sharp'
import type { Picture } from '../../src/simulate/png.ts'
import type { Random } from '../../src/simulate/random.ts'

/** What happens to a picture before it is sent. */
export type Treatment = (picture: Picture, chance: Random) => Promise<Picture>

const WHITE = '#ffffff'

export const TREATMENTS = {
  upright: async (picture) => picture,
  turned_90: (picture) => developed(picture, (image) => image.rotate(90)),
  turned_180: (picture) => developed(picture, (image) => image.rotate(180)),
  turned_270: (picture) => developed(picture, (image) => image.rotate(270)),
  skewed: (picture, chance) =>
    developed(picture, (image) => image.rotate(chance.pick([-1, 1]) * (2 + chance.unit() * 4), { background: WHITE })),
  inverted: (picture) => developed(picture, (image) => image.negate()),
  low_contrast: (picture, chance) =>
    developed(picture, (image) => image.linear(0.18 + chance.unit() * 0.12, 140 + chance.below(40))),
  small: (picture) => developed(picture, (image) => image.resize({ width: Math.round(picture.width * 0.72) })),
  photographed: async (picture, chance) =>
    noisy(await developed(inPerspective(picture, chance), (image) => image.blur(0.7)), chance),
} as const satisfies Record<string, Treatment>

export type TreatmentName = keyof typeof TREATMENTS

/** The picture in a format of files. */
export async function inFormat(picture: Picture, format: 'jpeg' | 'webp' | 'gif' | 'tiff'): Promise<Uint8Array> {
  const image = imageOf(picture)
  if (format === 'jpeg') return image.jpeg({ quality: 62 }).toBuffer()
  if (format === 'webp') return image.webp({ quality: 70 }).toBuffer()
  if (format === 'tiff') return image.tiff({ compression: 'lzw' }).toBuffer()
  return image.toColourspace('srgb').gif().toBuffer()
}

/** A photo taken with the telephone on its side: the file says how to turn it. */
export async function turnedByExif(picture: Picture): Promise<Uint8Array> {
  return imageOf(await TREATMENTS.turned_270(picture))
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 70 })
    .toBuffer()
}

/** A Windows bitmap, 24 bits a point, rows from the bottom up. */
export function bitmap({ width, height, grey }: Picture): Uint8Array {
  const row = Math.ceil((width * 3) / 4) * 4
  const out = Buffer.alloc(54 + row * height)
  out.write('BM', 'latin1')
  out.writeUInt32LE(out.length, 2)
  out.writeUInt32LE(54, 10)
  out.writeUInt32LE(40, 14)
  out.writeInt32LE(width, 18)
  out.writeInt32LE(height, 22)
  out.writeUInt16LE(1, 26)
  out.writeUInt16LE(24, 28)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = 54 + y * row + x * 3
      out[at] = out[at + 1] = out[at + 2] = grey[(height - 1 - y) * width + x] ?? 0
    }
  }
  return out
}

function imageOf({ width, height, grey }: Picture): Sharp {
  return sharp(Buffer.from(grey), { raw: { width, height, channels: 1 } })
}

async function developed(picture: Picture, work: (image: Sharp) => Sharp): Promise<Picture> {
  const { data, info } = await work(imageOf(picture))
    .toColourspace('b-w')
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, grey: new Uint8Array(data) }
}

/** As a camera sees paper from aside: one edge further away, a little turned, a desk around. */
function inPerspective({ width, height, grey }: Picture, chance: Random): Picture {
  const [wide, high] = [Math.round(width * 1.15), Math.round(height * 1.15)]
  const far = 0.06 + chance.unit() * 0.06
  const turn = (chance.unit() - 0.5) * 0.06
  const desk = 90 + chance.below(60)
  const out = new Uint8Array(wide * high).fill(desk)
  for (let y = 0; y < high; y++) {
    const narrow = 1 - far * (1 - y / high)
    for (let x = 0; x < wide; x++) {
      const [dx, dy] = [x - wide / 2, y - high / 2]
      const from = { x: (dx + turn * dy) / narrow + width / 2, y: (dy - turn * dx) / narrow + height / 2 }
      if (from.x < 0 || from.y < 0 || from.x >= width - 1 || from.y >= height - 1) continue
      out[y * wide + x] = between(grey, width, from.x, from.y)
    }
  }
  return { width: wide, height: high, grey: out }
}

function between(grey: Uint8Array, width: number, x: number, y: number): number {
  const [column, row] = [Math.floor(x), Math.floor(y)]
  const at = row * width + column
  const [right, down] = [x - column, y - row]
  const top = (grey[at] ?? 0) * (1 - right) + (grey[at + 1] ?? 0) * right
  const bottom = (grey[at + width] ?? 0) * (1 - right) + (grey[at + width + 1] ?? 0) * right
  return Math.round(top * (1 - down) + bottom * down)
}

/** Grain, and a shadow from the left. */
function noisy({ width, height, grey }: Picture, chance: Random): Picture {
  const shadow = 0.25 + chance.unit() * 0.2
  const out = grey.map((point, at) => {
    const light = 1 - shadow * (1 - (at % width) / width)
    return Math.max(0, Math.min(255, point * light + (chance.unit() - 0.5) * 26))
  })
  return { width, height, grey: out }
}
