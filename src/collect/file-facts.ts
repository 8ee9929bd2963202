import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { STDIN } from './read-bytes.ts'

/** Whether a path can be read but once: stdin, a named pipe, `<(command)`. */
export async function isStream(path: string): Promise<boolean> {
  if (path === STDIN) return true
  const found = await stat(path).catch(() => null)
  return found !== null && !found.isFile() && !found.isDirectory()
}

/** Bytes of files, and of folders with all that lies in them; null where a stream is among them. What is gone weighs 0. */
export async function sizeOf(paths: readonly string[]): Promise<number | null> {
  let bytes = 0
  for (const path of paths) {
    if (await isStream(path)) return null
    const found = await stat(path).catch(() => null)
    if (!found?.isDirectory()) bytes += found?.size ?? 0
    else {
      for (const entry of await readdir(path, { withFileTypes: true, recursive: true }).catch(() => [])) {
        if (entry.isFile()) bytes += (await stat(join(entry.parentPath, entry.name)).catch(() => null))?.size ?? 0
      }
    }
  }
  return bytes
}
