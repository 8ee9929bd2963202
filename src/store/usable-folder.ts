import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { IntelError } from '../model/failures.ts'

const OTHERS_MAY_WRITE = 0o002
const ROOT = 0

/**
 * Makes a folder for this user alone where there is none, and sees that it can be used and that nobody else can lay
 * anything out in it. Root may use anybody's: in a container it is given folders of the machine's users.
 *
 * Throws: IntelError `bad_config` where it cannot.
 */
export function usableFolder(path: string): void {
  try {
    make(path)
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    throw new IntelError('bad_config', `the folder ${path} cannot be written (${code})`, { hint: NAME_YOURS, cause })
  }
  const { uid, mode } = statSync(path)
  if (mode & OTHERS_MAY_WRITE && process.platform !== 'win32') {
    throw new IntelError('bad_config', `the folder ${path} can be written by every user of this machine`, {
      hint: `chmod o-w ${path}, or name a new folder in it with --data or RINGTRACE_DATA`,
    })
  }
  const user = process.getuid?.() ?? uid
  if (user !== ROOT && uid !== user && uid !== ROOT) {
    throw new IntelError('bad_config', `the folder ${path} belongs to another user (${uid})`, { hint: NAME_YOURS })
  }
}

const NAME_YOURS = 'name a folder of yours with --data or RINGTRACE_DATA'

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
