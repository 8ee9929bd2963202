import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { TABLE_SUFFIX, TABLES_FOLDER } from '../enrich/ranges/table-layout.ts'
import { IntelError } from '../model/failures.ts'
import { usableFolder } from './usable-folder.ts'

/** Keeps a table of number ranges in a data folder. Whoever reads sees the old one or the new one, and no half. */
export function keepTable(data: string, name: string, bytes: Uint8Array): void {
  const folder = join(data, TABLES_FOLDER)
  usableFolder(folder)
  writeTable(join(folder, `${name}${TABLE_SUFFIX}`), bytes)
}

/**
 * Writes a table of number ranges in place of another one, all or nothing.
 *
 * Throws: IntelError `bad_config` where it cannot be written.
 */
export function writeTable(path: string, bytes: Uint8Array): void {
  const half = `${path}.${process.pid}`
  try {
    const file = openSync(half, 'w', 0o644)
    try {
      for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(half, path)
  } catch (cause) {
    rmSync(half, { force: true })
    throw new IntelError('bad_config', `cannot write ${path}: ${(cause as Error).message}`, { cause })
  }
}

/** Whether a data folder has tables of its own. */
export function holdsTables(data: string): boolean {
  return existsSync(join(data, TABLES_FOLDER))
}

/** Takes a table out of a data folder. Out: whether there was one. */
export function dropTable(data: string, name: string): boolean {
  const path = join(data, TABLES_FOLDER, `${name}${TABLE_SUFFIX}`)
  if (!existsSync(path)) return false
  rmSync(path)
  return true
}
