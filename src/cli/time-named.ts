import { InvalidArgumentError } from 'commander'
import { readTime } from '../collect/read-time.ts'

/** A time given as a flag, in Unix milliseconds. */
export function timeNamed(text: string): number {
  const at = readTime(text)
  if (at === null) throw new InvalidArgumentError('a time is written as 2026-01-31 or 2026-01-31T10:00:00Z.')
  return at
}
