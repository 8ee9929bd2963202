import { randomBytes } from 'node:crypto'
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

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
  let text: string
  try {
    text = readFileSync(fileOf(data), 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
  try {
    const owner = JSON.parse(text) as Owner
    return Number.isInteger(owner.pid) && Number.isInteger(owner.port) && typeof owner.token === 'string' ? owner : null
  } catch {
    return null
  }
}

/** Whole or not at all: a reader never sees half of it. */
export function writeOwner(data: string, owner: Owner): void {
  const draft = `${fileOf(data)}.${owner.pid}`
  writeFileSync(draft, `${JSON.stringify(owner)}\n`, { mode: 0o600 })
  renameSync(draft, fileOf(data))
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
