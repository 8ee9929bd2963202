import { seenNumbers } from '../analyze/blocks/block-queries.ts'
import type { Born } from '../analyze/forecast/vicinity.ts'
import type { Past } from '../analyze/forecast/windows.ts'
import { DAY_MILLIS } from '../model/day.ts'
import { numberFromDigits } from '../model/phone-number.ts'
import type { NumberTables } from '../model/reference.ts'
import type { Store } from '../store/store.ts'

/** firstDay and lastDay: the first and the last on which a number was first seen; whole days since 1970. */
export type MaliciousPast = Past & { readonly firstDay: number; readonly lastDay: number }

/** Every malicious number and the day it was first seen. Genuine lines of organisations come from no pool. */
export async function maliciousPast(
  store: Store,
  { officialLines }: Pick<NumberTables, 'officialLines'>,
): Promise<MaliciousPast> {
  const born: Born[] = []
  let [firstDay, lastDay] = [Infinity, -Infinity]
  for await (const some of store.stream(seenNumbers({ channels: null }))) {
    for (const { digits, firstSeenAt } of some) {
      if (officialLines.has(numberFromDigits(digits))) continue
      const day = Math.floor(firstSeenAt / DAY_MILLIS)
      born.push({ digits, day })
      firstDay = Math.min(firstDay, day)
      lastDay = Math.max(lastDay, day)
    }
  }
  return { born, entered: born, firstDay, lastDay }
}
