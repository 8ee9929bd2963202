import { createInflateRaw, createGunzip, inflateRawSync, constants } from 'node:zlib'

/** Not whole is what is longer than was allowed, or where the rest is broken. */
export type Unpacked = { readonly bytes: Uint8Array; readonly isWhole: boolean; readonly isTooLarge: boolean }

/**
 * Inflates a raw deflate stream, and of one that is too long or broken its beginning.
 *
 * In:     most, bytes that may come out.
 * Source: RFC 1951.
 */
export async function inflate(packed: Uint8Array, most: number): Promise<Unpacked> {
  if (most <= 0) return { bytes: new Uint8Array(), isWhole: packed.length === 0, isTooLarge: packed.length > 0 }
  try {
    const bytes = inflateRawSync(packed, { maxOutputLength: most, finishFlush: constants.Z_SYNC_FLUSH })
    return { bytes, isWhole: true, isTooLarge: false }
  } catch {
    // Whatever stopped it, once more piece by piece: the pieces before that are kept.
    return beginningOf(createInflateRaw(), packed, most)
  }
}

/** The same of gzip. Source: RFC 1952. */
export async function gunzip(packed: Uint8Array, most: number): Promise<Unpacked> {
  return beginningOf(createGunzip({ finishFlush: constants.Z_SYNC_FLUSH }), packed, most)
}

function beginningOf(
  stream: ReturnType<typeof createInflateRaw | typeof createGunzip>,
  packed: Uint8Array,
  most: number,
): Promise<Unpacked> {
  const pieces: Buffer[] = []
  let length = 0
  return new Promise((resolve) => {
    const end = (isWhole: boolean): void => {
      stream.destroy()
      resolve({ bytes: Buffer.concat(pieces).subarray(0, most), isWhole, isTooLarge: length > most })
    }
    stream.on('data', (piece: Buffer) => {
      pieces.push(piece)
      length += piece.length
      if (length > most) end(false)
    })
    stream.on('end', () => end(true))
    stream.on('error', () => end(false))
    stream.end(packed)
  })
}
