import { formatIncompletePhoneNumber } from 'libphonenumber-js/min'
import { ago as age } from '../../src/score/age.ts'

const whole = new Intl.NumberFormat('en')
const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 })
const dayFormat = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
const minuteFormat = new Intl.DateTimeFormat('en', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
  timeZone: 'UTC',
})
const briefFormat = new Intl.DateTimeFormat('en-GB', {
  day: '2-digit',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
})
const regions = new Intl.DisplayNames('en', { type: 'region' })
const shortRegions = new Intl.DisplayNames('en', { type: 'region', style: 'short' })

export const count = (value: number): string => whole.format(value)
export const short = (value: number): string => (value < 10_000 ? whole.format(value) : compact.format(value))
/** Only what is certain is 100 %: just below it there are decimals, and never so few that it rounds up to it. */
export function percent(share: number): string {
  const digits = share > 0.99 && share < 1 ? 1 : 0
  return `${Math.min(100 * share, share < 1 ? 99.9 : 100).toFixed(digits)} %`
}

/** A part of a whole in percent, to a tenth; a dash where there is no whole. */
export const shareOf = (part: number, whole: number): string =>
  whole > 0 ? `${((100 * part) / whole).toFixed(1)} %` : '–'

export const day = (time: string): string => dayFormat.format(new Date(time))
/** The days something lasted. */
export const period = (first: string, last: string): string =>
  day(first) === day(last) ? day(first) : `${day(first)} – ${day(last)}`
export const minute = (time: string): string => `${minuteFormat.format(new Date(time))} UTC`
export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
export const plural = (value: number, one: string, many = `${one}s`): string =>
  `${count(value)} ${value === 1 ? one : many}`

/** To the minute, where many stand below each other. */
export const brief = (time: string): string => briefFormat.format(new Date(time)).replace(',', '')

/** Ages read the same here as in the reasons of a risk. */
export const ago = (time: string, now = Date.now()): string => age(Date.parse(time), now)

/** A calling code that no one country has, as of toll-free numbers of North America, stands for itself. */
export function regionName(code: string | null, isShort = false): string {
  if (code && /^\d/.test(code)) return `+${code}`
  return code ? ((isShort ? shortRegions : regions).of(code) ?? code) : 'no country'
}

/** `+18035550147`, or the beginning of it, in the groups of its country. */
export function phone(e164: string): string {
  return formatIncompletePhoneNumber(e164)
}

/** A chance so small that nobody reads its decimals: `1 in 4.2 million`. */
export function chance(pValue: number): string {
  if (pValue >= 0.01) return `1 in ${Math.round(1 / pValue)}`
  if (pValue < 1e-300) return '1 in 10³⁰⁰ or less'
  const odds = 1 / pValue
  if (odds < 1e15)
    return `1 in ${new Intl.NumberFormat('en', { notation: 'compact', compactDisplay: 'long', maximumFractionDigits: 0 }).format(odds)}`
  return `1 in 10${[...String(Math.round(Math.log10(odds)))].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('')}`
}
