import { callingCodeIn, hasLength, planOf, plansWith } from '../../model/numbering-plan.ts'
import { fictionalRange } from '../../model/fictional.ts'
import type { PhoneNumber, Region } from '../../model/phone-number.ts'
import { readInternational, readNational } from '../../model/read-digits.ts'
import type { ValidNumber } from '../../model/read-digits.ts'
import { isGroupedAsUsual, printedAtHome } from './usual-groups.ts'

/**
 * How the country was known: a plus, a 00 or 011, the region the text is read in, or a calling code left bare, that of
 * the likeliest country or of another.
 */
export type Origin = 'plus' | 'dial_out' | 'region' | 'home_code' | 'bare_code'

/** rank: place of the region in the list it was read with, 0 where the digits themselves told. */
export type Reading = {
  readonly number: PhoneNumber
  readonly region: Region | null
  readonly origin: Origin
  readonly rank: number
}

/** Longest prefix a national number carries in front of the digits the plan counts: Argentina's 0, area code and 15. */
const LONGEST_PREFIX = 3
const ZERO = 48
const ONE = 49

/** The calling code that digits begin with, where the rest has a length a plan behind it knows; else ''. */
export function leadingCode(digits: string): string {
  const code = callingCodeIn(digits)
  if (code === '') return ''
  const length = digits.length - code.length
  for (const { lengths } of plansWith(code))
    if (hasLength(lengths, length) || hasLength(lengths, length - 1)) return code
  return ''
}

/** Whether any plan could have these digits, by their length and first digits alone. */
export function couldBeNumber(digits: string, regions: readonly Region[]): boolean {
  for (const region of regions) if (fitsRegion(digits, region)) return true
  return dialOutLength(digits) > 0 || leadingCode(digits) !== ''
}

const NO_READINGS: Reading[] = []

/**
 * Reads digits as the numbering plans do: as they stand where a plus leads, else in each region in turn.
 *
 * Out: every reading that a plan has, the likeliest region first.
 */
export function readDigits(digits: string, hasPlus: boolean, regions: readonly Region[]): Reading[] {
  if (hasPlus) return international(digits.slice(dialOutLength(digits)), 'plus')
  // No country's own numbers begin with 00; with 011 some do.
  const abroad = digits.startsWith('00') ? international(digits.slice(dialOutLength(digits)), 'dial_out') : NO_READINGS
  if (abroad.length > 0) return abroad
  const readings: Reading[] = []
  for (let rank = 0; rank < regions.length; rank++) {
    const region = regions[rank] as Region
    const read = fitsRegion(digits, region) ? readNational(digits, region) : null
    if (read && !isInternationalAsItStands(read, digits)) readings.push({ ...read, origin: 'region', rank })
  }
  const prefix = readings.length === 0 ? dialOutLength(digits) : 0
  return prefix > 0 ? international(digits.slice(prefix), 'dial_out') : readings
}

/** Reads digits as an international number whose plus was left out. */
export function readWithoutPlus(digits: string, regions: readonly Region[]): Reading | null {
  const home = regions[0]
  const isHome = home !== undefined && digits.startsWith(planOf(home).callingCode)
  return international(digits, isHome ? 'home_code' : 'bare_code')[0] ?? null
}

/** Numbers set aside for films are no plan's, but a reader sees them all the same. */
export function readFictional(digits: string, hasPlus: boolean, regions: readonly Region[]): Reading | null {
  if (hasPlus) return fictional(digits, null, 'plus')
  for (const region of regions) {
    if (digits.charCodeAt(0) !== ZERO) break
    const read = fictional(planOf(region).callingCode + digits.slice(1), region, 'region')
    if (read) return read
  }
  return null
}

function fictional(digits: string, region: Region | null, origin: Origin): Reading | null {
  const number = `+${digits}` as PhoneNumber
  if (!fictionalRange(number)) return null
  return { number, region: region ?? planOf(callingCodeIn(digits)).region, origin, rank: 0 }
}

/** Countries that print a national number in a way of their own, with a trunk prefix; by how much mail they get. */
const COUNTRIES_BY_SHAPE: readonly Region[] =
  'GB FR DE AU BE CH AT SE NL IT ZA NZ IE JP KR TR PH ID MY TH VN EG MA NG KE RO HU HR RS SI SK BG UA FI IL AR TW'.split(
    ' ',
  ) as Region[]
const MIN_DIGITS_BY_SHAPE = 9

/** Whether the shape of digits may tell their country: a trunk prefix, and groups. */
export function mayTellByShape(digits: string, groups: readonly unknown[]): boolean {
  return digits.charCodeAt(0) === ZERO && digits.length >= MIN_DIGITS_BY_SHAPE && groups.length > 1
}

/**
 * Reads a national number of which nothing but its shape tells the country: `0490 75 40 81` is Belgian.
 *
 * In:  written, the number as it stands in the text.
 * Out: null unless exactly one country prints it like this, or, of several that group it so, with the same signs.
 */
export function readByShape(
  digits: string,
  groups: readonly { readonly digits: string }[],
  written: string,
): Reading | null {
  const grouped: ValidNumber[] = []
  for (const region of COUNTRIES_BY_SHAPE) {
    const read = fitsRegion(digits, region) ? readNational(digits, region) : null
    if (read && isGroupedAsUsual(read.number, read.region, groups)) grouped.push(read)
  }
  const printed = grouped.filter(({ number, region }) => region && printedAtHome(number, region) === written)
  const [only, ...others] = printed.length > 0 ? printed : grouped
  return only && others.length === 0 ? { ...only, origin: 'region', rank: REGIONS_BEFORE_SHAPE } : null
}

/** A country told by the shape alone ranks behind all that the message tells. */
const REGIONS_BEFORE_SHAPE = 9

function international(digits: string, origin: Origin): Reading[] {
  if ((origin !== 'plus' && leadingCode(digits) === '') || !isNorthAmericanOrAbroad(digits)) return []
  const read = readInternational(digits)
  return read ? [{ ...read, origin, rank: 0 }] : []
}

function isInternationalAsItStands({ number }: ValidNumber, digits: string): boolean {
  return number.length === digits.length + 1 && digits.charCodeAt(0) !== ONE && number.endsWith(digits)
}

/** How many digits lead out of the country, 00 or 011, where a calling code may follow. */
function dialOutLength(digits: string): number {
  const length = digits.startsWith('00') ? 2 : digits.startsWith('011') ? 3 : 0
  return length > 0 && digits.length > length && digits.charCodeAt(length) !== ZERO ? length : 0
}

function fitsRegion(digits: string, region: Region): boolean {
  const { callingCode, lengths } = planOf(region)
  if (callingCode === '1') return isNorthAmerican(digits, digits.charCodeAt(0) === ONE ? 1 : 0)
  for (let prefix = 0; prefix <= LONGEST_PREFIX; prefix++) if (hasLength(lengths, digits.length - prefix)) return true
  return false
}

function isNorthAmericanOrAbroad(digits: string): boolean {
  return digits.charCodeAt(0) !== ONE || isNorthAmerican(digits, 1)
}

/** Area code and exchange of North America never begin with 0 or 1. */
function isNorthAmerican(digits: string, from: number): boolean {
  return digits.length === from + 10 && digits.charCodeAt(from) > ONE && digits.charCodeAt(from + 3) > ONE
}
