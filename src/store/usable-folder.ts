import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { IntelError } from '../model/failures.ts'

/**
 * Makes a folder for this user alone where there is none, and sees that it can be used.
 *
 * Throws: IntelError `bad_config` where it cannot.
 */
export function usableFolder(path: string): void {
  try {
    make(path)
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    throw new IntelError('bad_config', `the folder ${path} cannot be written (${code})`, {
      hint: 'name a folder of yours with --data or RINGTRACE_DATA',
      cause,
    })
  }
}

/** Node's own `recursive` never comes back where a file system refuses with ENOENT, as /proc does. */
function make(path: string): void {
  if (existsSync(path)) return
  make(dirname(path))
  try {
    mkdirSync(path, { mode: 0o700 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}
