import { DAY_MILLIS } from '../../src/model/day.ts'

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
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })
const regions = new Intl.DisplayNames('en', { type: 'region' })
const shortRegions = new Intl.DisplayNames('en', { type: 'region', style: 'short' })

const STEPS = [
  { unit: 'year', millis: 365.25 * DAY_MILLIS },
  { unit: 'month', millis: 30.44 * DAY_MILLIS },
  { unit: 'day', millis: DAY_MILLIS },
  { unit: 'hour', millis: DAY_MILLIS / 24 },
  { unit: 'minute', millis: DAY_MILLIS / 1440 },
] as const

export const count = (value: number): string => whole.format(value)
export const short = (value: number): string => (value < 10_000 ? whole.format(value) : compact.format(value))
/** Only what is certain is 100 %: just below it there are decimals, and never so few that it rounds up to it. */
export function percent(share: number): string {
  const digits = share > 0.99 && share < 1 ? 1 : 0
  return `${Math.min(100 * share, share < 1 ? 99.9 : 100).toFixed(digits)} %`
}

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

export function ago(time: string, now = Date.now()): string {
  const millis = Date.parse(time) - now
  const step = STEPS.find(({ millis: size }) => Math.abs(millis) >= size)
  return step ? relative.format(Math.round(millis / step.millis), step.unit) : 'just now'
}

export function regionName(code: string | null, isShort = false): string {
  return code ? ((isShort ? shortRegions : regions).of(code) ?? code) : 'no country'
}

/** `+18035550147`, or the beginning of it, as people write it where the plan is known to everyone; else E.164. */
export function phone(e164: string): string {
  const american = /^\+1(\d{3})(\d{3})(\d{0,4})$/.exec(e164)
  return american ? `+1 ${american[1]} ${american[2]} ${american[3]}` : e164
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
