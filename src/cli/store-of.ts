import { relative } from 'node:path'
import type { Memory } from '../app/import-records.ts'
import { IntelError } from '../model/failures.ts'
import { holdsIndex, holdsStore } from '../store/holds-store.ts'
import { holdsTables } from '../store/kept-tables.ts'
import { openNumberIndex } from '../store/open-number-index.ts'
import { openStore } from '../store/open-store.ts'
import { say } from './output.ts'
import type { Settings } from './settings.ts'

/** Opens the store and the index of the settings for as long as `use` takes, and closes them however it ends. */
export async function withMemory<Result>(
  settings: Settings,
  use: (memory: Memory) => Promise<Result>,
  { isDurable = false } = {},
): Promise<Result> {
  const store = await openStore({ data: settings.data, clickhouseUrl: settings.clickhouseUrl, isDurable })
  try {
    const index = await openNumberIndex(settings.data)
    try {
      return await use({ store, index })
    } finally {
      await index.close()
    }
  } finally {
    await store.close()
  }
}

/**
 * Whether there is anything for a command to read that only reads, and so makes no folder. Where nobody named one, it
 * says that nothing is remembered yet.
 *
 * In:     what is read: the index alone, or the store.
 * Throws: IntelError `bad_config` where a folder was named and holds nothing: an answer from it would be a false
 *         all-clear.
 */
export function findsMemory({ data, isDataNamed, clickhouseUrl }: Settings, what: 'index' | 'store'): boolean {
  if (what === 'index' ? holdsIndex(data) : clickhouseUrl !== null || holdsStore(data)) return true
  // A folder that tells what numbers are is no wrong one, though no sighting came to it yet.
  if (isDataNamed && !holdsTables(data)) {
    const hint =
      clickhouseUrl === null
        ? 'see --data, RINGTRACE_DATA or ringtrace.config.json; ringtrace ingest and import make one there'
        : 'ringtrace rings makes it from the server'
    throw new IntelError('bad_config', `there is no ${what === 'index' ? 'look-up index' : 'store'} in ${data}`, {
      hint,
    })
  }
  sayNothingRemembered({ data })
  return false
}

/** Says that the memory is empty, where it is, and how to fill it. */
export function sayNothingRemembered({ data }: Pick<Settings, 'data'>): void {
  const folder = relative(process.cwd(), data)
  const place = folder.startsWith('..') || folder === '' ? data : `./${folder}`
  say(`nothing remembered yet in ${place}: ringtrace ingest MAIL, or ringtrace import RECORDS`)
}
