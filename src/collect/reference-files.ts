import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { RegisterFile } from '../enrich/registers/register.ts'
import { unpack } from '../extract/attached/archive/unpack.ts'
import { zipEntries } from '../extract/attached/archive/zip-entries.ts'
import { IntelError } from '../model/failures.ts'
import { isZip } from './split-zip.ts'

/** No register is near to it: the largest there is, Australia's part of Google's metadata, unpacks to 28 MB. */
const MOST_BYTES = 512 * 1024 * 1024
const MOST_ENTRIES = 10_000

/** day: when it was packed, YYYY-MM-DD; null of what was not. */
export type ReferenceFile = RegisterFile & { readonly day: string | null }

/**
 * Reads the files of a register or a numbering plan; of a zip, those in it that are text.
 *
 * Throws: IntelError `bad_input` where one cannot be read or is larger than the limit, naming it.
 */
export async function referenceFiles(paths: readonly string[]): Promise<ReferenceFile[]> {
  const files: ReferenceFile[] = []
  for (const path of paths) {
    const bytes = await bytesOf(path)
    if (isZip(bytes)) files.push(...(await unpacked(bytes, path)))
    else files.push({ name: basename(path), bytes, day: null })
  }
  return files
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path)
    if (size > MOST_BYTES) throw new IntelError('bad_input', `${path}: a register has no ${size} bytes`)
    return await readFile(path)
  } catch (cause) {
    if (cause instanceof IntelError) throw cause
    throw new IntelError('bad_input', `cannot read ${path}: ${(cause as Error).message}`, { cause })
  }
}

async function unpacked(zip: Uint8Array, path: string): Promise<ReferenceFile[]> {
  const files: ReferenceFile[] = []
  const room = { bytes: MOST_BYTES, tries: 0 }
  for (const entry of zipEntries(zip, MOST_ENTRIES)) {
    if (!/\.(?:csv|txt)$/i.test(entry.name) || entry.name.startsWith('__MACOSX/')) continue
    const file = await unpack(entry, [], room)
    if (typeof file === 'string' || file.ending !== 'whole') {
      throw new IntelError('bad_input', `${path}: ${entry.name} in it cannot be unpacked`)
    }
    files.push({ name: entry.name, bytes: file.bytes, day: entry.day })
  }
  if (files.length === 0) throw new IntelError('bad_input', `${path}: there is no CSV or text file in this zip`)
  return files
}
