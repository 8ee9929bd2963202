import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { PoolOptions } from '../app/reader-pool.ts'
import type { Settings } from './settings.ts'

/** How pictures are read, and where that is kept: in the data folder, where somebody named one or there is one. */
export function picturesOf({ ocr, data, isDataNamed }: Settings): Pick<PoolOptions, 'pictures' | 'cacheFolder'> {
  return { pictures: ocr, cacheFolder: isDataNamed || existsSync(data) ? join(data, 'ocr') : null }
}
