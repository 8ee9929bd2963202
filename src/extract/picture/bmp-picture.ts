import type { GreyPicture } from './grey-picture.ts'

const MOST_PIXELS = 40_000_000
/** Of the info headers that are in use; the first has fields of two bytes. */
const CORE_HEADER = 12
const BIT_FIELDS = new Set([3, 6])

/**
 * A Windows bitmap in shades of grey: 1, 4, 8, 16, 24 or 32 bits a pixel, not compressed.
 *
 * Out:    null where it is none of these, or larger than the limit; rows that are missing are white.
 * Source: BITMAPFILEHEADER, BITMAPCOREHEADER and BITMAPINFOHEADER of Windows.
 */
export function bmpPicture(bytes: Uint8Array): GreyPicture | null {
  if (bytes.length < 30 || bytes[0] !== 0x42 || bytes[1] !== 0x4d) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const headerSize = view.getUint32(14, true)
  const isCore = headerSize === CORE_HEADER
  if (!isCore && (headerSize < 40 || bytes.length < 54)) return null
  const width = isCore ? view.getUint16(18, true) : view.getInt32(18, true)
  const tall = isCore ? view.getUint16(20, true) : view.getInt32(22, true)
  const bits = view.getUint16(isCore ? 24 : 28, true)
  const compression = isCore ? 0 : view.getUint32(30, true)
  const height = Math.abs(tall)
  if (width <= 0 || height === 0 || width * height > MOST_PIXELS) return null
  if (!(compression === 0 || BIT_FIELDS.has(compression)) || ![1, 4, 8, 16, 24, 32].includes(bits)) return null
  const shadeOf = bits <= 8 ? paletteShades(bytes, 14 + headerSize, bits, isCore ? 3 : 4) : null
  const rowSize = Math.ceil((width * bits) / 32) * 4
  const start = view.getUint32(10, true)
  const pixels = new Uint8Array(width * height).fill(255)
  for (let row = 0; row < height; row++) {
    const from = start + row * rowSize
    if (from + rowSize > bytes.length) break
    const to = (tall > 0 ? height - 1 - row : row) * width
    for (let x = 0; x < width; x++)
      pixels[to + x] = shadeOf ? (shadeOf[indexAt(bytes, from, x, bits)] as number) : colorShade(bytes, from, x, bits)
  }
  return { width, height, pixels }
}

function paletteShades(bytes: Uint8Array, start: number, bits: number, size: number): Uint8Array {
  return Uint8Array.from({ length: 2 ** bits }, (_, index) => {
    const at = start + index * size
    return grey(bytes[at + 2] ?? 0, bytes[at + 1] ?? 0, bytes[at] ?? 0)
  })
}

function indexAt(bytes: Uint8Array, from: number, x: number, bits: number): number {
  const perByte = 8 / bits
  const byte = bytes[from + Math.floor(x / perByte)] as number
  return (byte >> ((perByte - 1 - (x % perByte)) * bits)) & (2 ** bits - 1)
}

function colorShade(bytes: Uint8Array, from: number, x: number, bits: number): number {
  const at = from + (x * bits) / 8
  if (bits === 16) {
    const color = (bytes[at] as number) | ((bytes[at + 1] as number) << 8)
    return grey(((color >> 10) & 31) * 8.2, ((color >> 5) & 31) * 8.2, (color & 31) * 8.2)
  }
  return grey(bytes[at + 2] as number, bytes[at + 1] as number, bytes[at] as number)
}

function grey(red: number, green: number, blue: number): number {
  return Math.round(red * 0.299 + green * 0.587 + blue * 0.114)
}
