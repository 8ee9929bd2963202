import { createReadStream } from 'node:fs'
import { Readable, pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { IntelError } from '../model/failures.ts'

export const STDIN = '-'

const CHUNK_BYTES = 512 * 1024

/**
 * Reads a file or stdin in chunks, unpacked where it is gzip, whatever its name.
 *
 * In:     path, or `-`; onRead is told how many bytes were taken from the file, packed.
 * Throws: IntelError `bad_input` where it cannot be opened or its gzip data is damaged.
 */
export async function* readBytes(path: string, onRead: (bytes: number) => void = () => {}): AsyncGenerator<Buffer> {
  const source = path === STDIN ? process.stdin : createReadStream(path, { highWaterMark: CHUNK_BYTES })
  try {
    const chunks = counted(source, onRead)
    const first = await chunks.next()
    if (first.done) return
    if (isGzip(first.value)) yield* unpacked(rejoined(first.value, chunks))
    else yield* rejoined(first.value, chunks)
  } catch (error) {
    throw readFailure(path, error as NodeJS.ErrnoException)
  }
}

function isGzip(bytes: Buffer): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b
}

async function* counted(source: Readable, onRead: (bytes: number) => void): AsyncGenerator<Buffer> {
  for await (const chunk of source as AsyncIterable<Buffer>) {
    onRead(chunk.length)
    yield chunk
  }
}

async function* rejoined(first: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield first
  yield* rest
}

function unpacked(packed: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES })
  // A failure on either side destroys the other with it, and so reaches whoever reads.
  return pipeline(Readable.from(packed), gunzip, () => {})
}

const OPEN_FAILURES: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'this is a folder, not a file',
  EACCES: 'this file may not be read',
  Z_BUF_ERROR: 'the gzip data ends too early',
  Z_DATA_ERROR: 'the gzip data is damaged',
}

function readFailure(path: string, error: NodeJS.ErrnoException): unknown {
  if (error.code === undefined) return error
  return new IntelError('bad_input', `${path}: ${OPEN_FAILURES[error.code] ?? error.message}`, { cause: error })
}
