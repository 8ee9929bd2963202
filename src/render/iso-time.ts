/** A time as the doors say it: ISO 8601, UTC, to the second. @example isoTime(0) // => '1970-01-01T00:00:00Z' */
export function isoTime(millis: number): string {
  return `${new Date(millis).toISOString().slice(0, 19)}Z`
}

/** Its UTC day. @example isoDay(0) // => '1970-01-01' */
export function isoDay(millis: number): string {
  return new Date(millis).toISOString().slice(0, 10)
}

/** From when to when, in days. @example isoPeriod(0, 86_400_000) // => '1970-01-01 to 1970-01-02' */
export function isoPeriod(firstAt: number, lastAt: number): string {
  const [first, last] = [isoDay(firstAt), isoDay(lastAt)]
  return first === last ? first : `${first} to ${last}`
}
