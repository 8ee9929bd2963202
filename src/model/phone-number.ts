import {
  getCountries,
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
  validatePhoneNumberLength,
} from 'libphonenumber-js/max'
import type { CountryCode } from 'libphonenumber-js/max'
import { IntelError } from './failures.ts'

declare const brand: unique symbol

/** E.164 text with its plus, such as `+18035550147`. Only `readNumber` and `numberFromDigits` make one. */
export type PhoneNumber = string & { readonly [brand]: 'PhoneNumber' }

/** ISO 3166-1 alpha-2, as libphonenumber knows it. */
export type Region = CountryCode

export type NumberErrorCode = 'not_a_number' | 'too_short' | 'too_long' | 'invalid_length' | 'invalid_country_code'

export type ReadNumber =
  | { readonly number: PhoneNumber; readonly region: Region | null; readonly isValid: boolean }
  | { readonly error: NumberErrorCode }

const LENGTH_ERRORS = {
  NOT_A_NUMBER: 'not_a_number',
  INVALID_COUNTRY: 'invalid_country_code',
  TOO_SHORT: 'too_short',
  TOO_LONG: 'too_long',
  INVALID_LENGTH: 'invalid_length',
} as const

/** ITU-T E.164: at most 15 digits. The metadata has longer ones, German extensions among them. */
const E164 = /^\+[1-9]\d{4,14}$/

/** Longer input is no number, and hostile text must not reach the parser's expressions. */
export const MAX_INPUT_LENGTH = 250

/**
 * Reads one number, the way a person writes it, into E.164.
 *
 * In:  text, `+1 803 555 0147`, `tel:…`, or national where `region` is given.
 * Out: the number with its region (null where a calling code has none, such as +800) and whether the numbering plan
 *      has it; or why it is none. A number of a possible length that the plan does not have is read, `isValid` false.
 * @example readNumber('(803) 555-0147', 'US') // => { number: '+18035550147', region: 'US', isValid: true }
 */
export function readNumber(text: string, region?: Region): ReadNumber {
  if (text.length > MAX_INPUT_LENGTH) return { error: 'not_a_number' }
  const parsed = parsePhoneNumberFromString(text, { ...(region && { defaultCountry: region }), extract: false })
  if (parsed?.isPossible()) {
    if (!E164.test(parsed.number)) return { error: 'too_long' }
    return { number: parsed.number as string as PhoneNumber, region: parsed.country ?? null, isValid: parsed.isValid() }
  }
  const length = validatePhoneNumberLength(text, region)
  return { error: length ? LENGTH_ERRORS[length] : 'invalid_length' }
}

/** The digits of a number: at most 15 of them, so a double holds them exactly; UInt64 in storage. */
export function digitsOf(number: PhoneNumber): number {
  return Number(number.slice(1))
}

const SHORT_CALLING_CODES = new Set<string>(
  getCountries()
    .map((region) => getCountryCallingCode(region))
    .filter((code) => code.length < 3),
)

/** The calling code a number begins with. Codes of one and two digits are listed; ITU-T E.164 gives three to all else. */
export function callingCodeOf(number: PhoneNumber): string {
  const [one, two] = [number.slice(1, 2), number.slice(1, 3)]
  return SHORT_CALLING_CODES.has(one) ? one : SHORT_CALLING_CODES.has(two) ? two : number.slice(1, 4)
}

/**
 * Turns stored digits back into a number.
 *
 * Throws: IntelError `bad_input` where they cannot be E.164.
 */
export function numberFromDigits(digits: number | string): PhoneNumber {
  const text = `+${digits}`
  const isE164 = typeof digits === 'number' ? isWholeE164(digits) : E164.test(text)
  if (!isE164) throw new IntelError('bad_input', `${digits} cannot be the digits of a number`)
  return text as PhoneNumber
}

/** The same as E164, of a number: no text has to be gone through. */
function isWholeE164(digits: number): boolean {
  return Number.isInteger(digits) && digits >= 10_000 && digits < 10 ** 15
}

/** Whether the numbering plan knows a region, in capitals. */
export function isRegion(text: string): text is Region {
  return isSupportedCountry(text)
}
