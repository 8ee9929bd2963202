import { Duplex, PassThrough } from 'node:stream'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sendFrame, takeFrames } from './frames.ts'

/** What arrives of a stream that comes in pieces of these lengths, over and over. */
function arrived(sent: Buffer, lengths: readonly number[], mostBytes = 1e6): { frames: unknown[]; error: unknown } {
  const stream = new PassThrough()
  const told: { frames: unknown[]; error: unknown } = { frames: [], error: null }
  stream.on('error', (error) => (told.error = error))
  takeFrames(stream, mostBytes, (value, bytes) => told.frames.push([value, [...bytes]]))
  for (let at = 0, piece = 0; at < sent.length && !stream.destroyed; piece++) {
    const length = lengths[piece % lengths.length] ?? 1
    stream.emit('data', sent.subarray(at, at + length))
    at += length
  }
  return told
}

function sent(frames: readonly (readonly [unknown, readonly number[]])[]): Buffer {
  const pieces: Buffer[] = []
  const stream = new Duplex({
    read() {},
    write(chunk: Buffer, _encoding, done) {
      pieces.push(Buffer.from(chunk))
      done()
    },
  })
  for (const [value, bytes] of frames) sendFrame(stream, value, Uint8Array.from(bytes))
  return Buffer.concat(pieces)
}

test('what was sent arrives, however it is cut on its way', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.jsonValue({ noUnicodeString: false }), fc.array(fc.nat(255))), { maxLength: 5 }),
      fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }),
      (frames, lengths) => {
        expect(arrived(sent(frames), lengths)).toEqual({
          frames: JSON.parse(JSON.stringify(frames)) as unknown,
          error: null,
        })
      },
    ),
    { numRuns: 30 },
  )
})

test('a frame of more than the limit, or of no JSON, ends the stream', async () => {
  const long = arrived(sent([['a'.repeat(2_000), []]]), [64], 1_000)
  const broken = arrived(Buffer.from('\u0002\0\0\0\0\0\0\0{]'), [64])
  await new Promise(setImmediate)
  expect(long).toMatchObject({ frames: [], error: { code: 'limit_exceeded' } })
  expect(broken.frames).toEqual([])
  expect(broken.error).toBeInstanceOf(SyntaxError)
})
