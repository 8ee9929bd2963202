import { blocksKnownBy, coverageKnownBy, recordsKnownBy } from '../analyze/known-by.ts'
import { returnCurvesOf, ROW_COUNT, silenceTallies } from '../analyze/life/return-curves.ts'
import type { ChannelName } from '../model/channel.ts'
import { callingCodeOf, digitsOf } from '../model/phone-number.ts'
import type { PhoneNumber } from '../model/phone-number.ts'
import { BLOCK_WIDTHS, blockStart } from '../model/profile.ts'
import type { BlockCount, Coverage, Profile, SourceRecord } from '../model/profile.ts'
import type { Store } from '../store/store.ts'
import { RUN_REACH } from './look-up.ts'
import type { Knowledge } from './look-up.ts'

const [NARROWEST, , , WIDEST] = BLOCK_WIDTHS

/**
 * What had been seen of numbers and their surroundings by an earlier time, in the shape of the live index. What was
 * learnt later of that time is in it.
 *
 * Rings are left out: which numbers belonged together by then would take a tracing of that day.
 *
 * Units: at in Unix milliseconds.
 */
export async function knownBy(store: Store, numbers: readonly PhoneNumber[], at: number): Promise<Knowledge> {
  // A look-up asks for the numbers beside one: those of a run, and those of its ten.
  const furthest = Math.max(RUN_REACH, NARROWEST - 1)
  const reach = Array.from({ length: 2 * furthest + 1 }, (_, i) => i - furthest)
  const around = new Set(numbers.flatMap((number) => reach.map((distance) => digitsOf(number) + distance)))
  const starts = new Set(numbers.map((number) => blockStart(digitsOf(number), WIDEST)))

  const records = new Map<PhoneNumber, SourceRecord[]>()
  for (const { number, record } of await store.ask(recordsKnownBy(at, [...around]))) {
    records.set(number, [...(records.get(number) ?? []), record])
  }
  const malicious = await store.ask(blocksKnownBy(at, [...starts], WIDEST))
  const coverage: Record<string, Partial<Record<ChannelName, Record<number, number>>>> = {}
  for (const { firstDigits, channel, span, numbers } of await store.ask(coverageKnownBy(at))) {
    const channels = (coverage[callingCodeOf(`+${firstDigits}` as PhoneNumber)] ??= {})
    const watch = (channels[channel] ??= {})
    watch[span] = (watch[span] ?? 0) + numbers
  }

  const [rows = 0] = await store.ask(ROW_COUNT)
  const returns = returnCurvesOf(await store.ask(silenceTallies(rows, at)))

  return {
    profile: (number): Profile | null => {
      const known = records.get(number)
      return known ? { number, records: known, ring: null } : null
    },
    block: (number, width): BlockCount | null => {
      const start = blockStart(digitsOf(number), width)
      const members = malicious.filter(({ digits }) => digits >= start && digits < start + width)
      if (members.length === 0) return null
      return { numbers: members.length, lastSeenAt: Math.max(...members.map((member) => member.lastSeenAt)) }
    },
    coverage: (): Coverage => coverage,
    returns: () => returns,
  }
}
