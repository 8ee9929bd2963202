import { InvalidArgumentError } from 'commander'
import { readTime } from '../collect/read-time.ts'

/** Readers of flag values. What they refuse, commander tells with the flag it stood behind. */

/** A whole number from `least` to `most`. */
export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text)
    if (/^\d{1,12}$/.test(text) && value >= least && value <= most) return value
    throw new InvalidArgumentError(`It is a whole number from ${least} to ${most}.`)
  }
}

/** One of a few numbers. */
export function oneOf<Value extends number>(values: readonly Value[]): (text: string) => Value {
  return (text) => {
    const value = values.find((each) => String(each) === text)
    if (value !== undefined) return value
    throw new InvalidArgumentError(`It is one of ${values.join(', ')}.`)
  }
}

/** A time, in Unix milliseconds. */
export function time(text: string): number {
  const at = readTime(text)
  if (at !== null) return at
  throw new InvalidArgumentError('A time is written as 2026-01-31 or 2026-01-31T10:00:00Z.')
}
