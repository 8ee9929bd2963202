import type { Member, Standing } from '../src/analyze/rings/member.ts'
import { numberFromDigits } from '../src/model/phone-number.ts'
import type { PhoneNumber } from '../src/model/phone-number.ts'

export const DAY = 86_400_000

/** Numbers that lie in no block together. */
export const farNumber = (index: number): PhoneNumber => numberFromDigits(12_005_550_100 + index * 10_000_000)

/** What a number stood in, from this day to the next: `template:t1`. */
export const stood = (thing: string, day = 0): Standing => {
  const [kind, shared] = thing.split(':') as [Standing['kind'], string]
  return { kind, shared, firstSeenAt: day * DAY, lastSeenAt: (day + 1) * DAY, message: `${thing} ${day}` }
}

/** A number as rings see it. */
export function madeMember(number: PhoneNumber, standings: readonly Standing[], rest: Partial<Member> = {}): Member {
  return {
    number,
    firstSeenAt: Math.min(...standings.map(({ firstSeenAt }) => firstSeenAt)),
    lastSeenAt: Math.max(...standings.map(({ lastSeenAt }) => lastSeenAt)),
    brands: [],
    messages: [],
    standings,
    ...rest,
  }
}
