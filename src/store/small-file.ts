import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'

/** What processes tell each other in files is never longer. */
const MAX_BYTES = 16 * 1024

/** Does not wait for a writer where a pipe stands in the file's place. */
const FLAGS = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK

/** The beginning of a file; null where there is none, or something there that is no file of its own. */
export function readSmallFile(path: string): string | null {
  let file: number
  try {
    file = openSync(path, FLAGS)
  } catch (error) {
    if (['ENOENT', 'ELOOP', 'ENXIO'].includes((error as NodeJS.ErrnoException).code ?? '')) return null
    throw error
  }
  try {
    if (!fstatSync(file).isFile()) return null
    const bytes = Buffer.alloc(MAX_BYTES)
    return bytes.toString('utf8', 0, readSync(file, bytes, 0, MAX_BYTES, 0))
  } finally {
    closeSync(file)
  }
}
