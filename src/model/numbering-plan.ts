import { getCountryCallingCode, Metadata } from 'libphonenumber-js/max'
import type { NumberingPlan as PlanOfLibrary } from 'libphonenumber-js/max'
import type { Region } from './phone-number.ts'

/** How one kind of number is grouped: the groups of its national digits, and what a printed form does with them. */
export type Format = {
  readonly leadingDigits: RegExp | null
  readonly pattern: RegExp
  readonly national: string
  readonly international: string
}

/**
 * One numbering plan, its expressions compiled once: libphonenumber compiles them anew for every number it reads.
 *
 * lengths: bit n is set where a national number may have n digits. region: null for a code that no country has.
 */
export type NumberingPlan = {
  readonly region: Region | null
  readonly callingCode: string
  readonly lengths: number
  readonly numbers: RegExp
  readonly types: readonly { readonly lengths: number; readonly pattern: RegExp }[]
  readonly leadingDigits: RegExp | null
  readonly prefix: RegExp | null
  readonly transform: string | null
  readonly dialOut: RegExp
}

/** Most specific first would do as well: a number has a type or it has none. */
const TYPES = [
  'FIXED_LINE',
  'MOBILE',
  'TOLL_FREE',
  'PREMIUM_RATE',
  'SHARED_COST',
  'VOIP',
  'PERSONAL_NUMBER',
  'PAGER',
  'UAN',
  'VOICEMAIL',
] as const

const LONGEST_CODE = 3

/** What the library's types leave out. A 0 stands for what is absent. */
type FullPlan = PlanOfLibrary & {
  callingCode(): string
  nationalNumberPattern(): string
  nationalPrefixForParsing(): string | 0 | undefined
  nationalPrefixTransformRule(): string | 0 | undefined
  leadingDigits(): string | 0 | undefined
  type(name: string): { pattern(): string; possibleLengths(): readonly number[] } | undefined
  formats(): readonly {
    pattern(): string
    format(): string
    internationalFormat(): string
    leadingDigitsPatterns(): readonly string[]
    nationalPrefixFormattingRule(): string | 0 | undefined
  }[]
}
type FullMetadata = Metadata & {
  hasCallingCode(code: string): boolean
  getCountryCodesForCallingCode(code: string): readonly Region[] | undefined
}

const metadata = new Metadata() as FullMetadata
const plans = new Map<string, NumberingPlan>()
const plansOfCode = new Map<string, readonly NumberingPlan[]>()
const formats = new Map<string, readonly Format[]>()

/** The plan of a region, or the main one of a calling code. */
export function planOf(regionOrCode: string): NumberingPlan {
  const known = plans.get(regionOrCode)
  if (known) return known
  const plan = compiled(regionOrCode)
  plans.set(regionOrCode, plan)
  return plan
}

/** The plans that share a calling code, the main one first. */
export function plansWith(callingCode: string): readonly NumberingPlan[] {
  const known = plansOfCode.get(callingCode)
  if (known) return known
  const regions = metadata.getCountryCodesForCallingCode(callingCode) ?? []
  const shared = regions.length === 0 ? [planOf(callingCode)] : regions.map(planOf)
  plansOfCode.set(callingCode, shared)
  return shared
}

/** How the numbers of a region, or of a calling code, are printed; the first that fits a number is its own. */
export function formatsOf(regionOrCode: string): readonly Format[] {
  const known = formats.get(regionOrCode)
  if (known) return known
  metadata.selectNumberingPlan(regionOrCode as Region)
  const all = (metadata.numberingPlan as FullPlan).formats().map((format): Format => {
    const leading = format.leadingDigitsPatterns().at(-1)
    const rule = format.nationalPrefixFormattingRule()
    return {
      leadingDigits: leading ? new RegExp(`^(?:${leading})`) : null,
      pattern: entirely(format.pattern()),
      national: rule ? format.format().replace(/\$\d/, rule) : format.format(),
      international: format.internationalFormat(),
    }
  })
  formats.set(regionOrCode, all)
  return all
}

/** The calling code that international digits begin with; '' where none is known. */
export function callingCodeIn(digits: string): string {
  let value = 0
  for (let length = 1; length <= LONGEST_CODE; length++) {
    value = value * 10 + digits.charCodeAt(length - 1) - 48
    if (CODES[length * 1000 + value] === 1) return digits.slice(0, length)
  }
  return ''
}

/** By how many digits a code has, and its value. */
const CODES = new Uint8Array((LONGEST_CODE + 1) * 1000)
for (let length = 1; length <= LONGEST_CODE; length++) {
  for (let value = 10 ** (length - 1); value < 10 ** length; value++) {
    if (metadata.hasCallingCode(String(value))) CODES[length * 1000 + value] = 1
  }
}

export function hasLength(lengths: number, length: number): boolean {
  return ((lengths >> length) & 1) === 1
}

function compiled(regionOrCode: string): NumberingPlan {
  metadata.selectNumberingPlan(regionOrCode as Region)
  const plan = metadata.numberingPlan as FullPlan
  const isCode = /^\d/.test(regionOrCode)
  const callingCode = isCode ? regionOrCode : getCountryCallingCode(regionOrCode as Region)
  const regions = metadata.getCountryCodesForCallingCode(callingCode)
  const prefix = plan.nationalPrefixForParsing()
  const leadingDigits = plan.leadingDigits()
  return {
    region: isCode ? (regions?.[0] ?? null) : (regionOrCode as Region),
    callingCode,
    lengths: bitsOf(plan.possibleLengths()),
    numbers: entirely(plan.nationalNumberPattern()),
    types: TYPES.flatMap((name) => {
      const type = plan.type(name)
      return type?.pattern() ? [{ lengths: bitsOf(type.possibleLengths()), pattern: entirely(type.pattern()) }] : []
    }),
    leadingDigits: leadingDigits ? new RegExp(`^(?:${leadingDigits})`) : null,
    prefix: prefix ? new RegExp(`^(?:${prefix})`) : null,
    transform: plan.nationalPrefixTransformRule() || null,
    dialOut: new RegExp(`^(?:${plan.IDDPrefix()})`),
  }
}

function entirely(pattern: string): RegExp {
  return new RegExp(`^(?:${pattern})$`)
}

function bitsOf(lengths: readonly number[]): number {
  return lengths.reduce((bits, length) => bits | (1 << length), 0)
}
