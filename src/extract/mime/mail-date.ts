const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Hours east of Greenwich. Source: RFC 5322, section 4.3, obs-zone. */
const ZONES = new Map(
  Object.entries({
    ut: 0,
    gmt: 0,
    utc: 0,
    z: 0,
    est: -5,
    edt: -4,
    cst: -6,
    cdt: -5,
    mst: -7,
    mdt: -6,
    pst: -8,
    pdt: -7,
  }),
)

const DATE =
  /(?:^|[^\d])(\d{1,2})[ -]{1,3}([a-z]{3})[a-z]{0,6}[ -]{1,3}(\d{2,4}),? {1,3}(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:\.\d{1,6})? {0,3}([+-]\d{4}|[a-z]{1,4})?/i

/**
 * Reads the date of a header.
 *
 * In:  text, `Mon, 2 Mar 2026 10:11:12 -0500`, also with a zone's old name, or none: then it is UTC.
 * Out: Unix milliseconds; null for what is no date.
 * Source: RFC 5322, sections 3.3 and 4.3.
 */
export function readMailDate(text: string): number | null {
  const match = DATE.exec(text.slice(0, 200).replace(/\s+/g, ' '))
  if (!match) return null
  const month = MONTHS.indexOf((match[2] ?? '').toLowerCase())
  const [day, hour, minute, second] = [match[1], match[4], match[5], match[6] ?? '0'].map(Number) as [
    number,
    ...number[],
  ]
  const written = Number(match[3])
  // RFC 5322, 4.3: two-digit years below 50 are of this century, the others and three-digit ones count from 1900.
  const year = written >= 1000 ? written : written < 50 ? written + 2000 : written + 1900
  if (month < 0 || day < 1 || day > 31 || (hour ?? 0) > 23 || (minute ?? 0) > 59 || (second ?? 0) > 60) return null
  const utc = Date.UTC(year, month, day, hour, minute, second)
  return new Date(utc).getUTCDate() === day || second === 60 ? utc - offsetMillis(match[7] ?? 'z') : null
}

function offsetMillis(zone: string): number {
  const numeric = /^([+-])(\d{2})(\d{2})$/.exec(zone)
  // A zone with a name nobody knows says nothing of itself: UTC, by RFC 5322.
  if (!numeric) return (ZONES.get(zone.toLowerCase()) ?? 0) * 3_600_000
  const minutes = Number(numeric[2]) * 60 + Number(numeric[3])
  return (numeric[1] === '-' ? -minutes : minutes) * 60_000
}
