import { oneLine } from '../../model/issue.ts'
import type { LiveReading, LiveValue } from '../../model/live-lookup.ts'

const LONGEST_VALUE = 200

/**
 * What stands at a place of JSON that a stranger wrote: a text, a number or whether; null for anything else.
 *
 * In: path, names and positions with dots between.
 * @example valueAt({ data: [{ type: 'voip' }] }, 'data.0.type') // => 'voip'
 */
export function valueAt(json: unknown, path: string): LiveValue | null {
  let at: unknown = json
  for (const name of path.split('.')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name)) return null
    at = (at as Record<string, unknown>)[name]
  }
  if (typeof at === 'boolean' || (typeof at === 'number' && Number.isFinite(at))) return at
  const text = typeof at === 'string' ? oneLine(at, LONGEST_VALUE) : ''
  return text === '' ? null : text
}

/** The same as a reading. */
export function readingAt(json: unknown, path: string): LiveReading {
  const value = valueAt(json, path)
  return value === null ? null : { value }
}
