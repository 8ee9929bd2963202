import type { Duplex } from 'node:stream'
import { IntelError } from '../model/failures.ts'

/** Lengths of the value and of the bytes that go with it, each UInt32LE. */
const HEAD_LENGTH = 8
const NOTHING = new Uint8Array()

/** Sends a value, as JSON, and bytes that go with it; the bytes are not copied. */
export function sendFrame(stream: Duplex, value: unknown, bytes: Uint8Array = NOTHING): void {
  const json = Buffer.from(JSON.stringify(value))
  const head = Buffer.alloc(HEAD_LENGTH)
  head.writeUInt32LE(json.length, 0)
  head.writeUInt32LE(bytes.length, 4)
  stream.cork()
  stream.write(head)
  stream.write(json)
  if (bytes.length > 0) stream.write(bytes)
  stream.uncork()
}

/**
 * Calls take with each frame that comes.
 *
 * In:     mostBytes, of a frame: whoever sends more is cut off, for its stream ends with an error.
 * Throws: nothing; what is no JSON ends the stream, too.
 */
export function takeFrames<Value>(
  stream: Duplex,
  mostBytes: number,
  take: (value: Value, bytes: Uint8Array) => void,
): void {
  const head = Buffer.alloc(HEAD_LENGTH)
  let [json, bytes] = [Buffer.alloc(0), Buffer.alloc(0)]
  let filled = 0
  stream.on('data', (chunk: Buffer) => {
    for (let at = 0; at < chunk.length;) {
      const from = at
      if (filled < HEAD_LENGTH) {
        at += chunk.copy(head, filled, at)
        filled += at - from
        if (filled < HEAD_LENGTH) return
        const [jsonLength, bytesLength] = [head.readUInt32LE(0), head.readUInt32LE(4)]
        if (jsonLength + bytesLength > mostBytes) {
          stream.destroy(new IntelError('limit_exceeded', `a frame of ${jsonLength + bytesLength} bytes`))
          return
        }
        json = Buffer.allocUnsafeSlow(jsonLength)
        bytes = Buffer.allocUnsafeSlow(bytesLength)
      } else {
        const inJson = filled - HEAD_LENGTH
        const copied = inJson < json.length ? chunk.copy(json, inJson, at) : chunk.copy(bytes, inJson - json.length, at)
        at += copied
        filled += copied
      }
      if (filled < HEAD_LENGTH + json.length + bytes.length) continue
      filled = 0
      const [text, own] = [json.toString(), bytes]
      json = bytes = Buffer.alloc(0)
      try {
        take(JSON.parse(text) as Value, own)
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error
        stream.destroy(error)
        return
      }
    }
  })
}
