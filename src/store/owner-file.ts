import { randomBytes } from 'node:crypto'
import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { IntelError } from '../model/failures.ts'
import { readSmallFile } from './small-file.ts'

/**
 * Where the owner of an embedded store is found. Who owns it is settled by the engine's lock on its folder, which ends
 * with the process however it ends; so this file may be out of date, and then it leads to nobody.
 */
export type Owner = {
  readonly pid: number
  readonly startedAt: string
  readonly port: number
  /** Known to whoever may read the file: the owner's user. */
  readonly token: string
}

const fileOf = (data: string): string => join(data, 'owner.json')

export function newToken(): string {
  return randomBytes(32).toString('hex')
}

/** The owner the file names; null where there is none, or a file nobody can be found by. */
export function readOwner(data: string): Owner | null {
  const text = readSmallFile(fileOf(data))
  if (text === null) return null
  try {
    const owner = JSON.parse(text) as Owner
    return Number.isInteger(owner.pid) && Number.isInteger(owner.port) && typeof owner.token === 'string' ? owner : null
  } catch {
    return null
  }
}

/**
 * Whole or not at all: a reader never sees half of it. The draft's name cannot be guessed and must be free, so that
 * the token goes into no file that somebody else laid out.
 *
 * Throws: IntelError `bad_config` where something stands in its place.
 */
export function writeOwner(data: string, owner: Owner): void {
  const draft = `${fileOf(data)}.${randomBytes(8).toString('hex')}`
  try {
    writeFileSync(draft, `${JSON.stringify(owner)}\n`, { mode: 0o600, flag: 'wx' })
    renameSync(draft, fileOf(data))
  } catch (cause) {
    rmSync(draft, { force: true })
    const { code } = cause as NodeJS.ErrnoException
    throw new IntelError('bad_config', `the file ${fileOf(data)} cannot be written (${code})`, {
      hint: 'delete whatever is in its place, and see that the disk has room',
      cause,
    })
  }
}

/** Takes the file away if it still names this owner. */
export function removeOwner(data: string, owner: Owner): void {
  if (readOwner(data)?.token === owner.token) rmSync(fileOf(data), { force: true })
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
