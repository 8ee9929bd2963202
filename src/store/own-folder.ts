import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { IntelError } from '../model/failures.ts'
import { openEmbedded } from './embedded-session.ts'
import { isAlive, readOwner } from './owner-file.ts'
import type { Owner } from './owner-file.ts'
import { greet } from './remote-backend.ts'
import type { Session } from './session.ts'
import { readSmallFile } from './small-file.ts'
import { usableFolder } from './usable-folder.ts'

/** An owner needs so long at most to start or to close, on a slow machine. */
const PATIENCE_MILLIS = 15_000
const LOOK_EVERY_MILLIS = 100

/** Either this process owns the folder now, or another one does and answers. */
export type Ownership = { readonly session: Session } | { readonly owner: Owner }

/**
 * Finds out who owns an embedded store, and takes it where nobody does. The engine's lock decides, which ends with the
 * process however that ends; of several processes that try at once it lets one in, and the others find it at its door.
 *
 * Throws: IntelError `bad_config` where the folder cannot be used; `store_busy` where the owner does not answer;
 *         `store_unavailable` where the engine does not start.
 */
export async function ownFolder(data: string): Promise<Ownership> {
  for (const folder of [data, engineFolder(data)]) usableFolder(folder)
  const giveUpAt = Date.now() + PATIENCE_MILLIS
  for (;;) {
    const owner = readOwner(data)
    const greeting = owner ? await greet(owner) : 'nobody'
    if (owner && greeting === 'here') return { owner }
    if (owner && greeting === 'silent' && isAlive(owner.pid)) throw busy(data, owner.pid)
    const isLastTry = Date.now() > giveUpAt
    const holder = lockHolder(data)
    if (greeting === 'nobody' && ((holder === null && takeTurn(data)) || isLastTry)) {
      try {
        return { session: await openEmbedded(engineFolder(data)) }
      } catch (error) {
        if (lockHolder(data) === null) throw error
      } finally {
        endTurn(data)
      }
    }
    if (isLastTry) throw busy(data, holder ?? owner?.pid ?? null)
    await sleep(LOOK_EVERY_MILLIS)
  }
}

export function engineFolder(data: string): string {
  return join(data, 'clickhouse')
}

/** The process that the engine's lock file names, if it is another one and lives; its number may be somebody else's by now. */
function lockHolder(data: string): number | null {
  const lock = readSmallFile(join(engineFolder(data), 'status')) ?? ''
  const pid = Number(/^PID: (\d+)/m.exec(lock)?.[1])
  return pid && pid !== process.pid && isAlive(pid) ? pid : null
}

/**
 * Takes the turn to start the engine, if it is free. A courtesy that decides nothing: an engine that finds the folder
 * locked says so on stderr, past everybody, and whoever waits for a turn finds the lock by looking.
 */
function takeTurn(data: string): boolean {
  try {
    writeFileSync(turnFile(data), String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    const pid = turnHolder(data)
    // A process that died in its turn, or this one under a number that was somebody's before.
    if (pid === process.pid || (pid !== null && !isAlive(pid))) rmSync(turnFile(data), { force: true })
    return false
  }
}

function endTurn(data: string): void {
  if (turnHolder(data) === process.pid) rmSync(turnFile(data), { force: true })
}

/** null also where it is being written. */
function turnHolder(data: string): number | null {
  return Number(readSmallFile(turnFile(data))) || null
}

function turnFile(data: string): string {
  return join(data, 'starting')
}

function busy(data: string, pid: number | null): IntelError {
  return new IntelError(
    'store_busy',
    `${pid ? `process ${pid}` : 'another process'} holds the store in ${data} and does not answer`,
    {
      hint: `wait for it or end it${pid ? ` (kill ${pid})` : ''}; or use another folder with --data`,
    },
  )
}
