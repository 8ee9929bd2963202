import { existsSync } from 'node:fs'
import { indexFolder } from './index-files.ts'
import { engineFolder } from './own-folder.ts'

/** Whether a data folder has a look-up index: whatever opens the store makes one. */
export function holdsIndex(data: string): boolean {
  return existsSync(indexFolder(data))
}

/** Whether it has an embedded store. */
export function holdsStore(data: string): boolean {
  return existsSync(engineFolder(data))
}
