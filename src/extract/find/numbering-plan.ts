import {
  getCountries,
  getCountryCallingCode,
  isSupportedCountry,
  Metadata,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max'
import type { PhoneNumber, Region } from '../../model/phone-number.ts'
import { readNumber } from '../../model/phone-number.ts'
import { mayBeValid } from './plan-patterns.ts'

/** How the country was known: a plus, a 00 or 011, the region the text is read in, or a calling code left bare. */
export type Origin = 'plus' | 'dial_out' | 'region' | 'bare_code'

/** rank: place of the region in the list it was read with, 0 where the digits themselves told. */
export type Reading = {
  readonly number: PhoneNumber
  readonly region: Region | null
  readonly origin: Origin
  readonly rank: number
}

/** Area code and exchange of North America never begin with 0 or 1, nor end in 11. */
const NORTH_AMERICAN = /^1?[2-9](?!11)\d\d[2-9](?!11)\d{6}$/
const DIAL_OUT = /^(?:00|011)(?=[1-9])/
const LONGEST_CODE = 3
/** Longest prefix a national number carries in front of the digits the plan counts: Argentina's 0, area code and 15. */
const LONGEST_PREFIX = 3

const metadata = new Metadata()
const lengthsOfRegion = new Map<Region, ReadonlySet<number>>()
const lengthsOfCode = new Map<string, Set<number>>()
for (const region of getCountries()) {
  metadata.selectNumberingPlan(region)
  const lengths = new Set(metadata.numberingPlan?.possibleLengths())
  lengthsOfRegion.set(region, lengths)
  const code = getCountryCallingCode(region)
  lengthsOfCode.set(code, new Set([...(lengthsOfCode.get(code) ?? []), ...lengths]))
}

/** Whether two capital letters name a region with numbers of its own. */
export function isRegion(code: string): code is Region {
  return isSupportedCountry(code)
}

/** The calling code that digits begin with, where the rest has a length the plan behind it knows; else ''. */
export function leadingCode(digits: string): string {
  for (let length = 1; length <= LONGEST_CODE; length++) {
    const code = digits.slice(0, length)
    const lengths = lengthsOfCode.get(code)
    if (lengths) return lengths.has(digits.length - length) || lengths.has(digits.length - length - 1) ? code : ''
  }
  return ''
}

/** Whether any plan could have these digits, by their length and first digits alone. */
export function couldBeNumber(digits: string, regions: readonly Region[]): boolean {
  return regions.some((region) => fitsRegion(digits, region)) || DIAL_OUT.test(digits) || leadingCode(digits) !== ''
}

/**
 * Reads digits as the numbering plans do: as they stand where a plus leads, else in each region in turn. What cannot
 * fit a plan by its length never reaches the parser.
 *
 * Out: the first reading that a plan has; null where none has.
 */
export function readDigits(digits: string, hasPlus: boolean, regions: readonly Region[]): Reading | null {
  if (hasPlus) {
    return international(digits.replace(DIAL_OUT, ''), 'plus')
  }
  for (const [rank, region] of regions.entries()) {
    if (!fitsRegion(digits, region) || !mayBeValid(digits, region)) continue
    const read = readNumber(digits, region)
    if (!('number' in read) || !read.isValid) continue
    if (read.number === `+${digits}` && !digits.startsWith('1')) continue
    return { number: read.number, region: read.region, origin: 'region', rank }
  }
  return DIAL_OUT.test(digits) ? international(digits.replace(DIAL_OUT, ''), 'dial_out') : null
}

/** Reads digits as an international number whose plus was left out. */
export function readWithoutPlus(digits: string): Reading | null {
  return international(digits, 'bare_code')
}

function international(digits: string, origin: Origin): Reading | null {
  const code = leadingCode(digits)
  if (origin !== 'plus' && !code) return null
  if ((code === '1' && !NORTH_AMERICAN.test(digits)) || !mayBeValid(digits, null)) return null
  const read = readNumber(`+${digits}`)
  return 'number' in read && read.isValid ? { number: read.number, region: read.region, origin, rank: 0 } : null
}

function fitsRegion(digits: string, region: Region): boolean {
  const code = getCountryCallingCode(region)
  if (code === '1') return NORTH_AMERICAN.test(digits)
  const lengths = lengthsOfRegion.get(region)
  for (let prefix = 0; prefix <= LONGEST_PREFIX; prefix++) if (lengths?.has(digits.length - prefix)) return true
  return false
}

/**
 * Whether digits are grouped the way the number's own country writes them, with or without its prefixes.
 *
 * In: groups, the digits between separators, in order.
 */
export function isGroupedAsUsual(number: PhoneNumber, groups: readonly string[]): boolean {
  if (groups.length < 2) return false
  const written = groups.map((group) => group.length).join('-')
  if (number.startsWith('+1')) return /^(?:1-|(?=4))?(?:3-3-4|4-3-4|3-7)$/.test(written)
  const parsed = parsePhoneNumberFromString(number)
  if (!parsed) return false
  const national = lengthsIn(parsed.formatNational())
  const abroad = lengthsIn(parsed.formatInternational())
  return [national, abroad, abroad.slice(abroad.indexOf('-') + 1)].includes(written)
}

function lengthsIn(formatted: string): string {
  return (formatted.match(/\d+/g) ?? []).map((group) => group.length).join('-')
}
