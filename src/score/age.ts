import { DAY_MILLIS } from '../model/day.ts'

/** Days between a sighting and now; a date in the future is today, so that no clock makes evidence stronger. */
export function ageDays(seenAt: number, now: number): number {
  return Math.max(0, now - seenAt) / DAY_MILLIS
}

/** What is left of evidence after a silence, 0–1: half after each half-life. */
export function decay(seenAt: number, now: number, halfLifeDays: number): number {
  return 0.5 ** (ageDays(seenAt, now) / halfLifeDays)
}

/** The same in words. @example ago(0, 3 * 86_400_000) // => '3 days ago' */
export function ago(seenAt: number, now: number): string {
  const days = Math.floor(ageDays(seenAt, now))
  if (days < 2) return days === 0 ? 'today' : 'yesterday'
  if (days < 60) return `${days} days ago`
  return days < 730 ? `${Math.floor(days / 30.44)} months ago` : `${Math.floor(days / 365.25)} years ago`
}
