import { dayCounts, latestSightings } from '../analyze/timeline.ts'
import type { DayCount, SeenOnce } from '../analyze/timeline.ts'
import type { PhoneNumber } from '../model/phone-number.ts'
import type { Store } from '../store/store.ts'

/** When a number was seen: on which days, and the latest times. */
export type Timeline = {
  readonly sightings: number
  readonly days: readonly DayCount[]
  readonly latest: readonly SeenOnce[]
}

export async function timeline(store: Store, number: PhoneNumber, limit: number): Promise<Timeline> {
  const days = await store.ask(dayCounts(number))
  const latest = await store.ask(latestSightings(number, limit))
  return { sightings: days.reduce((sum, day) => sum + day.sightings, 0), days, latest }
}
