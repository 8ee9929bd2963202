import { issue } from '../../../model/issue.ts'
import type { IssueCode } from '../../../model/issue.ts'
import { decodeText } from '../../mime/decode-text.ts'
import type { Opened } from '../../opened.ts'
import type { FileToRead, Means } from '../readers.ts'
import { unpack } from './unpack.ts'
import { zipEntries } from './zip-entries.ts'
import type { ZipEntry } from './zip-entries.ts'

/** A zip as a reader of documents sees it: files by name. What could not be unpacked is told once, by its code. */
export type Package = {
  readonly entries: readonly ZipEntry[]
  readonly names: readonly string[]
  /** Empty for what is not there or cannot be unpacked. */
  bytesOf(name: string): Promise<Uint8Array>
  textOf(name: string): Promise<string>
  bytesOfEntry(entry: ZipEntry): Promise<Uint8Array>
}

/** Of one archive; documents have a few hundred files. */
const MOST_ENTRIES = 10_000

/** Opens a zip. In: seen, which takes the issues of what is unpacked later. */
export function openPackage({ bytes, part }: FileToRead, { passwords, room }: Means, seen: Opened): Package {
  const found = zipEntries(bytes, MOST_ENTRIES + 1)
  const entries = found.slice(0, MOST_ENTRIES)
  if (found.length > MOST_ENTRIES) seen.issues.push(issue('part_limit', { part, saw: `over ${MOST_ENTRIES} files` }))
  const byName = new Map<string, ZipEntry>()
  for (const entry of entries) if (!byName.has(entry.name)) byName.set(entry.name, entry)
  let words: readonly string[] | null = null
  const tell = (code: IssueCode, saw: string): void => {
    if (!seen.issues.some((known) => known.code === code)) seen.issues.push(issue(code, { part, saw }))
  }
  const bytesOfEntry = async (entry: ZipEntry): Promise<Uint8Array> => {
    if (entry.isEncrypted) words ??= passwords()
    const unpacked = await unpack(entry, words ?? [], room)
    if (unpacked === 'locked') tell('file_encrypted', entry.name)
    else if (unpacked === 'unsupported') tell('file_damaged', `${entry.name}: packed by method ${entry.method}`)
    else if (unpacked.ending !== 'whole')
      tell(unpacked.ending === 'too_large' ? 'unpacked_too_large' : 'file_damaged', entry.name)
    return typeof unpacked === 'string' ? new Uint8Array() : unpacked.bytes
  }
  const bytesOf = async (name: string): Promise<Uint8Array> => {
    const entry = byName.get(name)
    return entry ? bytesOfEntry(entry) : new Uint8Array()
  }
  return {
    entries,
    names: [...byName.keys()],
    bytesOf,
    textOf: async (name) => decodeText(await bytesOf(name)),
    bytesOfEntry,
  }
}
