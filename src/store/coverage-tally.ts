import type { ChannelName } from '../model/channel.ts'
import { callingCodeOf } from '../model/phone-number.ts'
import type { PhoneNumber } from '../model/phone-number.ts'
import { isAccused, watchSpan } from '../model/profile.ts'
import type { Coverage } from '../model/profile.ts'
import type { KeptRecord } from './kept-record.ts'

/** Counts, for each calling code and channel, the numbers it last accused in each span. */
export type CoverageTally = {
  /** Counts a number as it is now, in place of what it was before. */
  replace(number: PhoneNumber, before: readonly KeptRecord[], now: readonly KeptRecord[]): void
  coverage(): Coverage
}

export function coverageTally(known: Coverage): CoverageTally {
  const codes = new Map(
    Object.entries(known).map(([code, channels]) => [
      code,
      new Map(Object.entries(channels).map(([channel, watch]) => [channel, new Map(Object.entries(watch))])),
    ]),
  )
  const add = (number: PhoneNumber, records: readonly KeptRecord[], step: 1 | -1): void => {
    const code = callingCodeOf(number)
    for (const [channel, lastSeenAt] of lastAccused(records)) {
      const channels = codes.get(code) ?? new Map<string, Map<string, number>>()
      const spans = channels.get(channel) ?? new Map<string, number>()
      const span = String(watchSpan(lastSeenAt))
      const numbers = (spans.get(span) ?? 0) + step
      if (numbers > 0) spans.set(span, numbers)
      else spans.delete(span)
      if (spans.size > 0) channels.set(channel, spans)
      else channels.delete(channel)
      if (channels.size > 0) codes.set(code, channels)
      else codes.delete(code)
    }
  }
  return {
    replace(number, before, now) {
      add(number, before, -1)
      add(number, now, 1)
    },
    coverage: () =>
      Object.fromEntries(
        [...codes].map(([code, channels]) => [
          code,
          Object.fromEntries([...channels].map(([channel, spans]) => [channel, Object.fromEntries(spans)])),
        ]),
      ),
  }
}

function lastAccused(records: readonly KeptRecord[]): Map<ChannelName, number> {
  const last = new Map<ChannelName, number>()
  for (const [channel, , role, , , , , lastSeenAt] of records) {
    if (isAccused({ role })) last.set(channel, Math.max(last.get(channel) ?? lastSeenAt, lastSeenAt))
  }
  return last
}
