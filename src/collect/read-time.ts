const WRITTEN = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?)? ?(?:Z|UTC|[+-]\d\d(?::?\d\d)?)?$/i
const UNIX = /^\d{9,13}(\.\d{1,9})?$/

/** Unix seconds reach the year 5138 before they reach this; milliseconds had passed it by 1973. */
const MILLIS_FROM = 100_000_000_000

/**
 * Reads a time of a record: ISO 8601, `YYYY-MM-DD HH:MM:SS` and dates (UTC where they do not say), Unix seconds or
 * milliseconds.
 *
 * Out:   Unix milliseconds, or null: no time, or one in a form that can mean two days.
 * @example readTime('2026-05-21') // => 1779321600000
 */
export function readTime(value: unknown): number | null {
  if (typeof value === 'number') return fromUnix(value)
  if (typeof value !== 'string') return null
  const text = value.trim()
  if (!WRITTEN.test(text)) return UNIX.test(text) ? fromUnix(Number(text)) : null
  // A zone has its colon there too: 2026-05-21+05:30 is a day that began elsewhere.
  const hasClock = text[13] === ':' && text[10] !== '+' && text[10] !== '-'
  const hasSeconds = hasClock && text[16] === ':'
  const [year, month, day] = [two(text, 0) * 100 + two(text, 2), two(text, 5), two(text, 8)]
  const [hour, minute, second] = [
    hasClock ? two(text, 11) : 0,
    hasClock ? two(text, 14) : 0,
    hasSeconds ? two(text, 17) : 0,
  ]
  // A 31st of February would silently become the 3rd of March.
  if (month > 12 || day === 0 || day > daysIn(year, month) || hour > 23 || minute > 59 || second > 60) return null
  const at = Date.UTC(year, month - 1, day, hour, minute, second)
  const tail = text.slice(hasSeconds ? 19 : hasClock ? 16 : 10)
  return tail === '' || tail === 'Z' ? at : at + fractionMillis(tail) - zoneMillis(tail)
}

/** The two digits at an offset, which have been seen to be digits. */
function two(text: string, at: number): number {
  return (text.charCodeAt(at) - ZERO) * 10 + text.charCodeAt(at + 1) - ZERO
}

const ZERO = 0x30

function daysIn(year: number, month: number): number {
  return month === 2 ? new Date(Date.UTC(year, 2, 0)).getUTCDate() : (DAYS[month - 1] ?? 0)
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function fractionMillis(tail: string): number {
  const match = /^[.,](\d+)/.exec(tail)
  return Number((match?.[1] ?? '').slice(0, 3).padEnd(3, '0'))
}

function fromUnix(value: number): number | null {
  if (!Number.isFinite(value) || value <= 0) return null
  return Math.floor(value < MILLIS_FROM ? value * 1000 : value)
}

function zoneMillis(tail: string): number {
  const match = /([+-])(\d\d):?(\d\d)?$/.exec(tail)
  if (!match) return 0
  const [, sign, hours, minutes = '0'] = match
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000
}
