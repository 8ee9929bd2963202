import type { Place, PlaceOf, PlaceTally } from './place.ts'
import { freshness } from './vicinity.ts'
import type { Born } from './vicinity.ts'

/** A month: providers and ranges change slower than blocks. Place in HALF_LIVES. */
const HALF_LIFE = 1

/** Less than this is left of numbers that nobody added to for a year. */
const STALE = 0.01

/** What each provider and each range had produced of late by the beginning of a day. */
export function tallyPlaces(known: readonly Born[], day: number, placeOf: PlaceOf): PlaceTally {
  const tally = new Map<string, number>()
  for (const { digits, day: firstDay } of known) {
    const left = freshness(day - firstDay, HALF_LIFE)
    const place = left < STALE ? null : placeOf(digits)
    if (place) for (const key of keysOf(place)) tally.set(key, (tally.get(key) ?? 0) + left)
  }
  return Object.fromEntries(tally)
}

/** What is tallied for a number: its provider and its range. */
export function tallied(tally: PlaceTally, place: Place): { ofProvider: number; ofRange: number } {
  const [ofProvider, ofRange] = [providerKey(place), rangeKey(place)].map((key) =>
    key !== null && Object.hasOwn(tally, key) ? tally[key]! : 0,
  )
  return { ofProvider: ofProvider!, ofRange: ofRange! }
}

const providerKey = ({ region, provider }: Place): string | null =>
  provider === null ? null : `provider ${region} ${provider}`
const rangeKey = ({ range }: Place): string | null => (range === null ? null : `range ${range}`)
const keysOf = (place: Place): string[] => [providerKey(place), rangeKey(place)].filter((key) => key !== null)
