import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { STDIN } from './read-bytes.ts'

/** Bytes of files, and of folders with all that lies in them; null where stdin is among them. What is gone weighs 0. */
export async function sizeOf(paths: readonly string[]): Promise<number | null> {
  if (paths.includes(STDIN)) return null
  let bytes = 0
  for (const path of paths) {
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

/** When a file last changed, Unix milliseconds; null where there is none such. `mail.mbox#3` lies in `mail.mbox`. */
export async function changedAt(file: string): Promise<number | null> {
  const found = (await stat(file).catch(() => null)) ?? (await stat(file.replace(/#\d+$/, '')).catch(() => null))
  return found && Math.floor(found.mtimeMs)
}
