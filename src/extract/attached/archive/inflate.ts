import { constants, createGunzip, createInflateRaw, gunzipSync, inflateRawSync } from 'node:zlib'

/** How unpacking ended: `cut_off` is what has no end, and was unpacked as far as it goes. */
export type Ending = 'whole' | 'cut_off' | 'broken' | 'too_large'
export type Unpacked = { readonly bytes: Uint8Array; readonly ending: Ending }

/** What fails where bytes end too early. */
const NO_END = 'Z_BUF_ERROR'

/**
 * Inflates a raw deflate stream, and of one that is too long, cut off or broken its beginning.
 *
 * In:     most, bytes that may come out.
 * Source: RFC 1951.
 */
export function inflate(packed: Uint8Array, most: number): Promise<Unpacked> {
  return unpacked(packed, most, inflateRawSync, createInflateRaw)
}

/** The same of gzip. Source: RFC 1952. */
export function gunzip(packed: Uint8Array, most: number): Promise<Unpacked> {
  return unpacked(packed, most, gunzipSync, createGunzip)
}

async function unpacked(
  packed: Uint8Array,
  most: number,
  atOnce: typeof inflateRawSync,
  inPieces: typeof createInflateRaw | typeof createGunzip,
): Promise<Unpacked> {
  if (most <= 0) return { bytes: new Uint8Array(), ending: packed.length > 0 ? 'too_large' : 'whole' }
  try {
    return { bytes: atOnce(packed, { maxOutputLength: most }), ending: 'whole' }
  } catch (error) {
    // Whatever stopped it, once more piece by piece: the pieces before that are kept.
    const ending = (error as NodeJS.ErrnoException).code === NO_END ? 'cut_off' : 'broken'
    return beginningOf(inPieces({ finishFlush: constants.Z_SYNC_FLUSH }), packed, most, ending)
  }
}

function beginningOf(
  stream: ReturnType<typeof createInflateRaw | typeof createGunzip>,
  packed: Uint8Array,
  most: number,
  ending: Ending,
): Promise<Unpacked> {
  const pieces: Buffer[] = []
  let length = 0
  return new Promise((resolve) => {
    const end = (): void => {
      stream.destroy()
      resolve({ bytes: Buffer.concat(pieces).subarray(0, most), ending: length > most ? 'too_large' : ending })
    }
    stream.on('data', (piece: Buffer) => {
      pieces.push(piece)
      length += piece.length
      if (length > most) end()
    })
    stream.on('end', end)
    stream.on('error', end)
    stream.end(packed)
  })
}
