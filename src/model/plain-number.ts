import { callingCodeIn, hasLength, planOf, plansWith } from './numbering-plan.ts'
import type { PhoneNumber, Region } from './phone-number.ts'

const MAX_DIGITS = 15
const FEED_NUMBER = /^\+?[1-9]\d{5,14}$/

/**
 * Reads a number that is written as feeds write it, digits with or without a plus, about thirty times faster than
 * `readNumber` does.
 *
 * In:  text; region, where the digits are national; null where they are international, with the plus or without it.
 * Out: the number `readNumber` would read, or null: not written plainly, or not a number; ask `readNumber`.
 * @example plainNumber('+18035550147', null) // => '+18035550147'
 */
export function plainNumber(text: string, region: Region | null): PhoneNumber | null {
  if (!FEED_NUMBER.test(text)) return null
  const isInternational = text.startsWith('+')
  if (isInternational || region === null) return international(isInternational ? text.slice(1) : text)
  const { callingCode, lengths, prefix, dialOut } = planOf(region)
  if (!hasLength(lengths & sharedLengths(callingCode), text.length)) return null
  if (prefix?.test(text) || dialOut.test(text) || text.startsWith(callingCode)) return null
  return callingCode.length + text.length <= MAX_DIGITS ? (`+${callingCode}${text}` as PhoneNumber) : null
}

function international(digits: string): PhoneNumber | null {
  const code = callingCodeIn(digits)
  if (code === '' || !hasLength(sharedLengths(code), digits.length - code.length)) return null
  return planOf(code).prefix?.test(digits.slice(code.length)) ? null : (`+${digits}` as PhoneNumber)
}

const lengthsOfCode = new Map<string, number>()

/** Countries that share a calling code may differ in lengths: what holds for each of them holds for sure. */
function sharedLengths(code: string): number {
  const known = lengthsOfCode.get(code)
  if (known !== undefined) return known
  const shared = plansWith(code).reduce((bits, { lengths }) => bits & lengths, -1)
  lengthsOfCode.set(code, shared)
  return shared
}
