import { Buffer } from 'node:buffer'
import { constants, deflateSync } from 'node:zlib'
import { pngChunk } from './png-chunk.ts'

/** A picture, one byte of grey a point, row by row. */
export type Picture = { readonly width: number; readonly height: number; readonly grey: Uint8Array }

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const GREY_8_BIT = [8, 0, 0, 0, 0]

/** Writes a picture as PNG. Runs alone are packed: other ways of packing give other bytes on other processors. */
export function writePng({ width, height, grey }: Picture): Uint8Array {
  const rows = Buffer.alloc((width + 1) * height)
  for (let row = 0; row < height; row++) {
    // The byte before each row is its filter: none.
    rows.set(grey.subarray(row * width, (row + 1) * width), row * (width + 1) + 1)
  }
  const head = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, ...GREY_8_BIT])
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  const packed = deflateSync(rows, { strategy: constants.Z_RLE })
  return Buffer.concat([SIGNATURE, pngChunk('IHDR', head), pngChunk('IDAT', packed), pngChunk('IEND', Buffer.alloc(0))])
}
