import type { Memory } from '../app/import-records.ts'
import { openNumberIndex } from '../store/open-number-index.ts'
import { openStore } from '../store/open-store.ts'
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
