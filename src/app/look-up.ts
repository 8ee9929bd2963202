import { factsOf } from '../enrich/facts.ts'
import { findNumbers } from '../extract/find-numbers.ts'
import type { Lookup, Neighbourhood } from '../model/lookup.ts'
import { digitsOf, MAX_INPUT_LENGTH, numberFromDigits, readNumber } from '../model/phone-number.ts'
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
  const { number, raw } = read
  const facts = factsOf(number, reference.officialLines)
  const profile = index.profile(number)
  const neighbourhood = neighbourhoodOf(number, profile, index)
  const risk = riskOf({ profile, facts, neighbourhood, coverage: index.coverage() }, now)
  return { input, number, ...(raw !== undefined && { raw }), facts, profile, neighbourhood, risk }
}

type Read = { readonly number: PhoneNumber; readonly raw?: string } | { readonly error: NumberErrorCode }

/** The quick way for what is written as machines write it, the plain way, and last the way mails are read. */
function readAnyhow(input: string, region: Region | null): Read {
  const plain = region !== null || input.startsWith('+') ? plainNumber(input, region) : null
  if (plain) return { number: plain }
  const read = readNumber(input, region ?? undefined)
  return 'error' in read ? (theOnlyNumber(input, region) ?? read) : read
}

/** The number that a text of any kind holds, where it holds no second one. */
function theOnlyNumber(text: string, region: Region | null): { number: PhoneNumber; raw: string } | null {
  if (text.length > MAX_INPUT_LENGTH) return null
  const [only, ...others] = findNumbers(text, region ? [region] : [])
  return only && others.length === 0 ? { number: only.number, raw: only.raw } : null
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
