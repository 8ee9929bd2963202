import { factsOf } from '../enrich/facts.ts'
import type { Lookup, Neighbourhood } from '../model/lookup.ts'
import { digitsOf, numberFromDigits, readNumber } from '../model/phone-number.ts'
import type { NumberErrorCode, PhoneNumber, Region } from '../model/phone-number.ts'
import { plainNumber } from '../model/plain-number.ts'
import { BLOCK_WIDTHS, isMalicious } from '../model/profile.ts'
import type { Profile } from '../model/profile.ts'
import type { Reference } from '../model/reference.ts'
import { riskOf } from '../score/risk.ts'
import type { NumberIndex } from '../store/number-index.ts'

/** What look-ups ask: the live index, or what was known at an earlier time. */
export type Knowledge = Pick<NumberIndex, 'profile' | 'block' | 'coverage'>

/** now: Unix milliseconds. region: of numbers that do not say theirs. */
export type LookUpSources = {
  readonly index: Knowledge
  readonly reference: Reference
  readonly now: number
  readonly region: Region | null
}

/** How far a run is followed on each side; a longer one says no more. */
export const RUN_REACH = 4

/** Everything known of one number, the way a person writes it, and the risk it is. An unreadable one gets no risk. */
export function lookUp(input: string, { index, reference, now, region }: LookUpSources): Lookup {
  const read = readAnyhow(input, region)
  if ('error' in read) return { input, number: null, error: read.error }
  const { number } = read
  const facts = factsOf(number, reference.officialLines)
  const profile = index.profile(number)
  const neighbourhood = neighbourhoodOf(number, profile, index)
  const risk = riskOf({ profile, facts, neighbourhood, coverage: index.coverage() }, now)
  return { input, number, facts, profile, neighbourhood, risk }
}

/** The quick way for what is written as machines write it; it reads what the other would. */
function readAnyhow(input: string, region: Region | null): { number: PhoneNumber } | { error: NumberErrorCode } {
  const plain = region !== null || input.startsWith('+') ? plainNumber(input, region) : null
  return plain ? { number: plain } : readNumber(input, region ?? undefined)
}

function neighbourhoodOf(number: PhoneNumber, profile: Profile | null, index: Knowledge): Neighbourhood {
  const itself = profile?.records.some(isMalicious) ? 1 : 0
  const blocks = BLOCK_WIDTHS.flatMap((width) => {
    const count = index.block(number, width)
    return count && count.numbers > itself ? [{ width, ...count, numbers: count.numbers - itself }] : []
  })
  return { blocks, run: stretch(number, -1, index) + stretch(number, 1, index) }
}

/** How many malicious numbers follow without a gap on one side. */
function stretch(number: PhoneNumber, step: 1 | -1, index: Knowledge): number {
  const digits = digitsOf(number)
  for (let distance = 1; distance <= RUN_REACH; distance++) {
    const neighbour = digits + step * distance
    const isSameLength = String(neighbour).length === number.length - 1
    if (!isSameLength || !index.profile(numberFromDigits(neighbour))?.records.some(isMalicious)) return distance - 1
  }
  return RUN_REACH
}
