import { foretell } from '../analyze/forecast/foretell.ts'
import { factsOf } from '../enrich/facts.ts'
import { findNumbers } from '../extract/find/find-numbers.ts'
import { DAY_MILLIS } from '../model/day.ts'
import type { Forecast } from '../model/forecast.ts'
import type { Lookup, Neighbourhood } from '../model/lookup.ts'
import { digitsOf, MAX_INPUT_LENGTH, numberFromDigits, readNumber } from '../model/phone-number.ts'
import type { NumberErrorCode, PhoneNumber, Region } from '../model/phone-number.ts'
import { plainNumber } from '../model/plain-number.ts'
import { BLOCK_WIDTHS, blockStart, isMalicious } from '../model/profile.ts'
import type { BlockWidth, Profile } from '../model/profile.ts'
import type { Reference } from '../model/reference.ts'
import { riskOf } from '../score/risk.ts'
import type { NumberIndex } from '../store/number-index.ts'
import { placeFrom } from './place-of.ts'

/** What look-ups ask: the live index, or what had been seen by an earlier time. */
export type Knowledge = Pick<NumberIndex, 'profile' | 'block' | 'coverage' | 'returns'> &
  Partial<Pick<NumberIndex, 'vicinity' | 'forecast'>>

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
  const read = readAnyhow(input, region, reference)
  if ('error' in read) {
    const shortCode = region === null ? null : reference.shortCodeOf(input.trim(), region)
    return { input, number: null, error: read.error, ...(shortCode && { shortCode }) }
  }
  const { number, raw } = read
  const facts = factsOf(number, reference)
  const profile = index.profile(number)
  const neighbourhood = neighbourhoodOf(number, profile, index)
  const forecast = forecastOf(number, { facts, profile, neighbourhood, index, now })
  const risk = riskOf(
    { profile, facts, neighbourhood, forecast, coverage: index.coverage(), returns: index.returns() },
    now,
  )
  return { input, number, ...(raw !== undefined && { raw }), facts, profile, neighbourhood, forecast, risk }
}

type ForecastSources = Pick<Extract<Lookup, { number: PhoneNumber }>, 'facts' | 'profile' | 'neighbourhood'> & {
  readonly index: Knowledge
  readonly now: number
}

/** Whether a number will turn up is asked of those that did not, and answered by what stands around them. */
function forecastOf(
  number: PhoneNumber,
  { facts, profile, neighbourhood, index, now }: ForecastSources,
): Forecast | null {
  if (neighbourhood.blocks.length === 0 || lastMalicious(profile) !== null || facts.official) return null
  const model = index.forecast?.()?.model
  const digits = digitsOf(number)
  const place = model ? placeFrom(digits, facts) : null
  if (!model || !place || !index.vicinity) return null
  const day = Math.floor(now / DAY_MILLIS)
  return foretell(model, { digits, place, vicinity: index.vicinity(number, day), day })
}

type Read = { readonly number: PhoneNumber; readonly raw?: string } | { readonly error: NumberErrorCode }

/** The quick way for what is written as machines write it, the plain way, and last the way mails are read. */
function readAnyhow(input: string, region: Region | null, { rangesOf }: Reference): Read {
  const plain = region !== null || input.startsWith('+') ? plainNumber(input, region) : null
  if (plain) return { number: plain }
  const read = readNumber(input, region ?? undefined)
  if (!('error' in read)) return read
  // A register may know numbers that are longer than the plan has them, as those of French machines.
  const written = /^\+[1-9]\d{4,14}$/.test(input) ? numberFromDigits(input.slice(1)) : null
  if (written && rangesOf(written).validity === 'valid') return { number: written }
  return theOnlyNumber(input, region) ?? read
}

/** The number that a text of any kind holds, where it holds no second one. */
function theOnlyNumber(text: string, region: Region | null): { number: PhoneNumber; raw: string } | null {
  if (text.length > MAX_INPUT_LENGTH) return null
  const [only, ...others] = findNumbers(text, region ? [region] : [])
  return only && others.length === 0 ? { number: only.number, raw: only.raw } : null
}

function neighbourhoodOf(number: PhoneNumber, profile: Profile | null, index: Knowledge): Neighbourhood {
  const ownSeenAt = lastMalicious(profile)
  const blocks: Neighbourhood['blocks'][number][] = []
  let othersSeenAt = -Infinity
  for (const width of BLOCK_WIDTHS) {
    const count = index.block(number, width)
    const numbers = (count?.numbers ?? 0) - (ownSeenAt === null ? 0 : 1)
    if (!count || numbers <= 0) continue
    // Where the number itself was the last one seen, the block's time is its own.
    const isNewest = ownSeenAt !== null && ownSeenAt >= count.lastSeenAt
    othersSeenAt = isNewest ? Math.max(othersSeenAt, besidesSeenAt(number, width, index)) : count.lastSeenAt
    blocks.push({ width, numbers, lastSeenAt: othersSeenAt })
  }
  return { blocks, run: stretch(number, -1, index) + stretch(number, 1, index) }
}

/** Of the ten parts of the block, when the nine that do not hold the number were last seen. */
function besidesSeenAt(number: PhoneNumber, width: BlockWidth, index: Knowledge): number {
  const digits = digitsOf(number)
  const part = width / 10
  const starts = Array.from({ length: 10 }, (_, i) => blockStart(digits, width) + i * part)
  const times = starts
    .filter((start) => start !== digits - (digits % part))
    .map(numberFromDigits)
    .map((start) => (isBlockWidth(part) ? index.block(start, part)?.lastSeenAt : lastMalicious(index.profile(start))))
  return Math.max(...times.map((time) => time ?? -Infinity))
}

const isBlockWidth = (width: number): width is BlockWidth => (BLOCK_WIDTHS as readonly number[]).includes(width)

/** When the number was last seen as a malicious one; null where it never was. */
function lastMalicious(profile: Profile | null): number | null {
  const times = profile?.records.filter(isMalicious).map(({ lastSeenAt }) => lastSeenAt) ?? []
  return times.length === 0 ? null : Math.max(...times)
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
