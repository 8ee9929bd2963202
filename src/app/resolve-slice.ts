import { seenThousands } from '../analyze/life/thousands.ts'
import { sliceCondition } from '../analyze/life/slice-condition.ts'
import type { Condition } from '../analyze/life/slice-condition.ts'
import { factsOf } from '../enrich/facts.ts'
import { DAY_MILLIS } from '../model/day.ts'
import { numberFromDigits } from '../model/phone-number.ts'
import type { NumberTables } from '../model/reference.ts'
import type { Slice } from '../model/slice.ts'
import type { Store } from '../store/store.ts'

/**
 * A slice as a condition on sightings. What the numbering plan alone knows is asked of it for each thousand that was
 * seen, by one of its numbers.
 *
 * Units: now in Unix milliseconds; a sighting of a day that has not begun is a mistake or a lie, and in no slice.
 */
export async function resolveSlice(store: Store, tables: NumberTables, slice: Slice, now: number): Promise<Condition> {
  const tomorrowAt = now - (now % DAY_MILLIS) + DAY_MILLIS
  const until = { ...slice, toAt: Math.min(slice.toAt ?? tomorrowAt, tomorrowAt) }
  const { region, provider, lineType } = slice
  if (region === undefined && provider === undefined && lineType === undefined) return sliceCondition(until, null)
  const thousands: number[] = []
  const isCalled = (name: string | null): boolean => name?.toLowerCase() === provider?.toLowerCase()
  for await (const some of store.stream(seenThousands())) {
    for (const { thousand, digits } of some) {
      const facts = factsOf(numberFromDigits(digits), tables)
      if (region !== undefined && facts.region !== region) continue
      if (lineType !== undefined && facts.lineType !== lineType) continue
      if (provider !== undefined && !isCalled(facts.provider) && !isCalled(facts.company)) continue
      thousands.push(thousand)
    }
  }
  return sliceCondition(until, thousands)
}
