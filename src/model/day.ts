/** A day of UTC, which knows no leap seconds. */
export const DAY_MILLIS = 86_400_000
