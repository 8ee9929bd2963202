import { InvalidArgumentError } from 'commander'
import { readTime } from '../collect/read-time.ts'
import { isoTime } from '../render/iso-time.ts'

/** Today has begun in the east while it is yesterday here. */
const DAY_MILLIS = 86_400_000

/** Readers of flag values. What they refuse, commander tells with the flag it stood behind. */

/** A whole number from `least` to `most`. */
export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text)
    if (/^\d{1,12}$/.test(text) && value >= least && value <= most) return value
    throw new InvalidArgumentError(`It is a whole number from ${least} to ${most}.`)
  }
}

/** A share, 0 to 1. */
export function share(text: string): number {
  const value = Number(text)
  if (/^[01](\.\d{1,9})?$/.test(text) && value <= 1) return value
  throw new InvalidArgumentError('It is a share from 0 to 1, such as 0.4.')
}

/** One of a few numbers. */
export function oneOf<Value extends number>(values: readonly Value[]): (text: string) => Value {
  return (text) => {
    const value = values.find((each) => String(each) === text)
    if (value !== undefined) return value
    throw new InvalidArgumentError(`It is one of ${values.join(', ')}.`)
  }
}

/** A country by its two letters. */
export function countryCode(text: string): string {
  if (/^[a-z]{2}$/i.test(text)) return text.toUpperCase()
  throw new InvalidArgumentError('It is an ISO 3166 code of two letters, such as US.')
}

/** Words with commas between. */
export function listed(text: string): readonly string[] {
  const words = text.split(',').map((word) => word.trim())
  if (words.every((word) => word !== '')) return words
  throw new InvalidArgumentError('It is a list with commas between.')
}

/** A time, in Unix milliseconds. What can mean two days, such as 01/02/2026, is refused. */
export function time(text: string): number {
  const at = readTime(text)
  if (at !== null) return at
  throw new InvalidArgumentError('A time is written as 2026-01-31, 2026-01-31T10:00:00Z, or in Unix seconds.')
}

/** A time at which something was seen, which cannot lie in the future. */
export function pastTime(text: string): number {
  const at = time(text)
  if (at <= Date.now() + DAY_MILLIS) return at
  throw new InvalidArgumentError(`${isoTime(at)} lies in the future.`)
}
