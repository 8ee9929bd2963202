import { getCountries, getCountryCallingCode, Metadata } from 'libphonenumber-js/max'
import type { NumberingPlan } from 'libphonenumber-js/max'
import type { Region } from '../../model/phone-number.ts'

/** What a plan says of digits, compiled once. libphonenumber compiles it anew for every number it reads. */
type Patterns = { readonly dialOut: RegExp; readonly prefix: RegExp | null; readonly isTransforming: boolean }

/** Its type leaves out what it has. */
type FullPlan = NumberingPlan & {
  nationalNumberPattern(): string
  nationalPrefixForParsing(): string | undefined
  nationalPrefixTransformRule(): string | undefined
}

const LONGEST_CODE = 3

const codes = new Map<string, Region[]>()
for (const region of getCountries()) {
  const code = getCountryCallingCode(region)
  codes.set(code, [...(codes.get(code) ?? []), region])
}

const patternsOfPlan = new Map<string, Patterns>()
const numbersOfCode = new Map<string, RegExp>()

/**
 * Whether a plan might have these digits, which most digits of a text are sifted out by: false is certain, true wants
 * the full parser.
 *
 * In: digits, national ones of the region, or international ones without their plus where it is null.
 */
export function mayBeValid(digits: string, region: Region | null): boolean {
  return region === null ? mayBeInternational(digits) : mayBeNational(digits, region)
}

function mayBeInternational(digits: string): boolean {
  for (let length = 1; length <= LONGEST_CODE; length++) {
    const code = digits.slice(0, length)
    if (codes.has(code)) return fits(digits.slice(length), code, patternsOf(code))
  }
  // Codes that belong to no country: few, and not worth a table.
  return true
}

function mayBeNational(digits: string, region: Region): boolean {
  const code = getCountryCallingCode(region)
  const patterns = patternsOf(region)
  // The parser reads these as international, too.
  if (patterns.dialOut.test(digits)) return true
  return fits(digits, code, patterns) || (digits.startsWith(code) && fits(digits.slice(code.length), code, patterns))
}

/** Whether the digits, as they stand or without their prefix, fit any country that shares the code. */
function fits(national: string, code: string, { prefix, isTransforming }: Patterns): boolean {
  const numbers = numbersOf(code)
  if (numbers.test(national)) return true
  const written = prefix?.exec(national)?.[0]
  return written !== undefined && (isTransforming || numbers.test(national.slice(written.length)))
}

function patternsOf(regionOrCode: string): Patterns {
  const known = patternsOfPlan.get(regionOrCode)
  if (known) return known
  const plan = planOf(regionOrCode)
  const prefix = plan.nationalPrefixForParsing()
  const patterns = {
    dialOut: new RegExp(`^(?:${plan.IDDPrefix()})`),
    prefix: prefix ? new RegExp(`^(?:${prefix})`) : null,
    isTransforming: Boolean(plan.nationalPrefixTransformRule()),
  }
  patternsOfPlan.set(regionOrCode, patterns)
  return patterns
}

function numbersOf(code: string): RegExp {
  const known = numbersOfCode.get(code)
  if (known) return known
  const all = (codes.get(code) ?? []).map((region) => planOf(region).nationalNumberPattern())
  const numbers = new RegExp(`^(?:${all.join('|')})$`)
  numbersOfCode.set(code, numbers)
  return numbers
}

/** Of a region, or of the main one of a calling code. */
function planOf(regionOrCode: string): FullPlan {
  const metadata = new Metadata()
  metadata.selectNumberingPlan(regionOrCode as Region)
  return metadata.numberingPlan as FullPlan
}
