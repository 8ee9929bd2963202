/** A day of UTC, which knows no leap seconds. */
export const DAY_MILLIS = 86_400_000

/** The day of a time, counted from 1970. */
export function dayOf(at: number): number {
  return Math.floor(at / DAY_MILLIS)
}
