import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { ForecastModel } from '../analyze/forecast/forecast-model.ts'
import type { LikelyBlock } from '../model/likely-block.ts'
import { IntelError } from '../model/failures.ts'
import { writeTable } from './kept-tables.ts'
import { usableFolder } from './usable-folder.ts'

/** Changes whenever a model of one version means something else to the next. */
const FORECAST_FORMAT = 2

/** What was learnt, what it said when it was, and when that is: Unix milliseconds. */
export type KeptForecast = {
  readonly model: ForecastModel
  readonly blocks: readonly LikelyBlock[]
  readonly madeAt: number
}

const fileOf = (data: string): string => join(data, 'forecast.json')

/** Keeps a forecast in a data folder, all or nothing. Throws: IntelError `bad_config` where it cannot be written. */
export function keepForecast(data: string, kept: KeptForecast): void {
  usableFolder(data)
  writeTable(fileOf(data), Buffer.from(JSON.stringify({ format: FORECAST_FORMAT, ...kept })))
}

/** A forecast made anew is noticed so soon. */
const LOOK_AGAIN_MILLIS = 1_000

/**
 * Reads the forecast of a data folder, as it is whenever it is asked for. One of another version is as good as none: the
 * next training replaces it.
 *
 * Throws: IntelError `bad_config` from what it gives, where the file is no forecast.
 */
export function forecastReader(data: string): () => KeptForecast | null {
  const file = fileOf(data)
  let [lookedAt, madeAt] = [-Infinity, -1]
  let kept: KeptForecast | null = null
  return () => {
    const now = performance.now()
    if (now - lookedAt < LOOK_AGAIN_MILLIS) return kept
    lookedAt = now
    const at = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? -1
    if (at === madeAt) return kept
    kept = at < 0 ? null : read(file)
    madeAt = at
    return kept
  }
}

function read(file: string): KeptForecast | null {
  try {
    const { format, ...kept } = JSON.parse(readFileSync(file, 'utf8')) as KeptForecast & { format: number }
    return format === FORECAST_FORMAT ? kept : null
  } catch (cause) {
    throw new IntelError('bad_config', `${file} cannot be read: ${(cause as Error).message}`, {
      hint: 'delete it; ringtrace forecast makes it again',
      cause,
    })
  }
}
