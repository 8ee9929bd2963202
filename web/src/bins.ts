import { DAY_MILLIS } from '../../src/model/day.ts'

type DayCount = { readonly day: string; readonly channel: string; readonly sightings: number }
export type Bins = {
  readonly size: 'day' | 'week' | 'month'
  /** First day of each bin, without gaps. */
  readonly starts: readonly string[]
  /** By channel, most sightings first, one value a bin. */
  readonly channels: readonly { readonly channel: string; readonly values: readonly number[] }[]
}

const MAX_DAYS = 92
const MAX_WEEKS = 104
/** A single day alone would be one bar as wide as the chart. */
const MIN_DAYS = 14

/** Sorts day counts into bins as fine as a chart can show, with the silent ones between them. */
export function binsOf(days: readonly DayCount[]): Bins {
  if (days.length === 0) return { size: 'day', starts: [], channels: [] }
  const times = days.map(({ day }) => Date.parse(day))
  const last = Math.max(...times)
  const first = Math.min(...times, last - (MIN_DAYS - 1) * DAY_MILLIS)
  const spanDays = (last - first) / DAY_MILLIS
  const size = spanDays <= MAX_DAYS ? 'day' : spanDays <= MAX_WEEKS * 7 ? 'week' : 'month'

  const starts: string[] = []
  for (let at = startOf(first, size); at <= last; at = next(at, size)) starts.push(iso(at))
  const places = new Map(starts.map((start, index) => [start, index]))
  const channels = new Map<string, number[]>()
  for (const { day, channel, sightings } of days) {
    const values = channels.get(channel) ?? starts.map(() => 0)
    const place = places.get(iso(startOf(Date.parse(day), size))) ?? 0
    values[place] = (values[place] ?? 0) + sightings
    channels.set(channel, values)
  }
  return {
    size,
    starts,
    channels: [...channels]
      .map(([channel, values]) => ({ channel, values }))
      .sort((one, other) => total(other.values) - total(one.values)),
  }
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

const iso = (time: number): string => new Date(time).toISOString().slice(0, 10)

function startOf(time: number, size: Bins['size']): number {
  const date = new Date(time)
  if (size === 'month') return Date.UTC(date.getUTCFullYear(), date.getUTCMonth())
  return size === 'week' ? time - ((date.getUTCDay() + 6) % 7) * DAY_MILLIS : time
}

function next(start: number, size: Bins['size']): number {
  const date = new Date(start)
  if (size === 'month') return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1)
  return start + (size === 'week' ? 7 : 1) * DAY_MILLIS
}
