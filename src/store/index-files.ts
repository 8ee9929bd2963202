import { existsSync, realpathSync, statfsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { open } from 'lmdb'
import type { Database, RootDatabase } from 'lmdb'
import { IntelError } from '../model/failures.ts'
import { BLOCK_WIDTHS } from '../model/profile.ts'
import type { BlockWidth, Coverage } from '../model/profile.ts'
import type { ReturnCurves } from '../model/return-curve.ts'
import type { BirthDays, Births } from './births.ts'
import type { KeptRecord } from './kept-record.ts'
import { checkMappedFile } from './mapped-file.ts'
import { usableFolder } from './usable-folder.ts'

/** Changes whenever what is kept does; an index of another format is made again. */
export const INDEX_FORMAT = 3

/**
 * What the index says of itself.
 *
 * store:       which store it was made from; for another one it is made anew.
 * watermarkAt: everything that was taken in before is in the index; Unix milliseconds.
 * tracing:     the tracing whose rings it holds, as of which step; 0 for none.
 */
export type IndexState = {
  readonly format: number
  readonly store: string
  readonly watermarkAt: number
  readonly tracing: number
  readonly step: number
}

/** madeAt: when the curves were, Unix milliseconds, and tookMillis how long. pending: numbers that changed since. */
export type KeptReturns = {
  readonly curves: ReturnCurves
  readonly madeAt: number
  readonly tookMillis: number
  readonly pending: number
}

type Table<Value> = Database<Value, number>

export type IndexFiles = {
  readonly root: RootDatabase
  /** Keys are digits. */
  readonly profiles: Table<readonly KeptRecord[]>
  readonly rings: Table<readonly [id: string, numbers: number]>
  /** Keys are the first number of the block. */
  readonly blocks: Readonly<Record<BlockWidth, Table<readonly [numbers: number, lastSeenAt: number]>>>
  /** Keys are the first number of the thousand, and of the ten thousand. */
  readonly births: Table<Births>
  readonly birthDays: Table<BirthDays>
  readonly state: Table<IndexState>
  readonly coverage: Table<Coverage>
  readonly returns: Table<KeptReturns>
}

/** The one key of the tables that hold one thing. */
export const ONLY = 0

export function indexFolder(data: string): string {
  return join(data, 'index')
}

const fileOf = (data: string): string => join(indexFolder(data), 'data.mdb')

/** Which file lies at the index's place, so that it can be told when it was deleted or made again; null for none. */
export function fileNow(data: string): number | null {
  return statSync(fileOf(data), { throwIfNoEntry: false })?.ino ?? null
}

/**
 * Environments this process opened for reading, with their data folders. lmdb has one environment a file and process, and one
 * that was opened for reading can never write: whoever is to write sends the readers away, and they come again.
 */
const readers = new Map<RootDatabase, string>()

/**
 * Opens the index for reading; null where there is none, or only the beginning of one.
 *
 * Throws: IntelError `store_unavailable` where the file is damaged or cannot be opened.
 */
export function readIndexFiles(data: string): IndexFiles | null {
  if (!existsSync(fileOf(data))) return null
  const files = openFiles(data, true)
  if (files.returns && files.state.get(ONLY)) {
    readers.set(files.root, realpathSync(data))
    return files
  }
  void files.root.close()
  return null
}

/** Whether files opened for reading have not been closed, by their reader or to make way for a writer. */
export function isReading({ root }: IndexFiles): boolean {
  return readers.has(root)
}

export async function closeReader(root: RootDatabase): Promise<void> {
  readers.delete(root)
  await root.close()
}

/** Opens the index for writing; makes an empty one where there is none. Throws: as above, or `bad_config`. */
export async function writeIndexFiles(data: string): Promise<IndexFiles> {
  for (const folder of [data, indexFolder(data)]) usableFolder(folder)
  for (let open = readersOf(data); open.length > 0; open = readersOf(data)) await Promise.all(open.map(closeReader))
  return openFiles(data, false)
}

function readersOf(data: string): RootDatabase[] {
  const folder = realpathSync(data)
  return [...readers].flatMap(([root, read]) => (read === folder ? [root] : []))
}

function openFiles(data: string, readOnly: boolean): IndexFiles {
  const folder = indexFolder(data)
  try {
    if (existsSync(fileOf(data))) checkMappedFile(fileOf(data))
    const root = open({ path: folder, maxDbs: 32, readOnly, cache: false })
    const table = <Value>(name: string): Table<Value> => root.openDB<Value, number>({ name, cache: false })
    const bytes = (name: string): Table<Buffer> =>
      root.openDB<Buffer, number>({ name, cache: false, encoding: 'binary' })
    return {
      root,
      profiles: table('profiles'),
      rings: table('rings'),
      blocks: Object.fromEntries(
        BLOCK_WIDTHS.map((width) => [width, table(`blocks-${width}`)]),
      ) as IndexFiles['blocks'],
      births: bytes('births'),
      birthDays: bytes('birth-days'),
      state: table('state'),
      coverage: table('coverage'),
      returns: table('returns'),
    }
  } catch (cause) {
    throw damaged(data, cause)
  }
}

/** With less than this left a disk is full: lmdb does not tell. */
const FULL_BYTES = 1024 * 1024

/** What to say of an index that cannot be read or written. */
export function damaged(data: string, cause: unknown): IntelError {
  const { bavail, bsize } = statfsSync(data)
  if (bavail * bsize < FULL_BYTES) {
    return new IntelError('store_unavailable', `the disk that holds ${data} is full`, {
      hint: 'make room and run the command again: what was acknowledged is kept, and the index is brought up to it',
      cause,
    })
  }
  const reason = cause instanceof Error ? cause.message : String(cause)
  const folder = indexFolder(data)
  return new IntelError('store_unavailable', `the look-up index in ${folder} cannot be read: ${reason}`, {
    hint: 'delete this folder; the next command that opens the store makes it again',
    cause,
  })
}
