import { Buffer } from 'node:buffer'
import { crc32 } from 'node:zlib'

/** A piece of a PNG: its length, its four letters, what it holds, its checksum. Source: PNG, third edition, section 5.3. */
export function pngChunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(body.length + 8)
  frame.writeUInt32BE(data.length, 0)
  frame.set(body, 4)
  frame.writeUInt32BE(crc32(body), body.length + 4)
  return frame
}
