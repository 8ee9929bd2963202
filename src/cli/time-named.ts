import { readTime } from '../collect/read-time.ts'
import { IntelError } from '../model/failures.ts'

/** A time given as a flag, in Unix milliseconds. Throws: IntelError `bad_input` where it is none. */
export function timeNamed(text: string): number {
  const at = readTime(text)
  if (at !== null) return at
  throw new IntelError('bad_input', `${text} is not a time`, { hint: 'write it as 2026-01-31 or 2026-01-31T10:00:00Z' })
}
