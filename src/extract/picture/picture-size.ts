export type PictureSize = { readonly width: number; readonly height: number }

/** A JPEG tells its size behind its previews and profiles; so many segments of those are passed over. */
const MOST_SEGMENTS = 1_000

/**
 * What a PNG, GIF, JPEG or BMP says of its size, in pixels, without opening it.
 *
 * Out: null for other kinds, and where the file does not get that far.
 */
export function pictureSize(bytes: Uint8Array): PictureSize | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const kind = file.toString('latin1', 0, 8)
  if (file.length < 26) return null
  if (kind === '\x89PNG\r\n\x1A\n') return { width: file.readUInt32BE(16), height: file.readUInt32BE(20) }
  if (kind.startsWith('GIF8')) return { width: file.readUInt16LE(6), height: file.readUInt16LE(8) }
  if (kind.startsWith('BM')) return { width: Math.abs(file.readInt32LE(18)), height: Math.abs(file.readInt32LE(22)) }
  return kind.startsWith('\xFF\xD8') ? jpegSize(file) : null
}

/** Source: ITU-T T.81, annex B: the frame header, SOF0 to SOF15 but DHT, JPG and DAC. */
function jpegSize(file: Buffer): PictureSize | null {
  for (let at = 2, count = 0; at + 9 < file.length && count < MOST_SEGMENTS; count++) {
    const marker = file[at + 1] as number
    if (file[at] !== 0xff) return null
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc)
      return { height: file.readUInt16BE(at + 5), width: file.readUInt16BE(at + 7) }
    // Bytes that fill up before a marker belong to none.
    at += marker === 0xff ? 1 : 2 + file.readUInt16BE(at + 2)
  }
  return null
}
