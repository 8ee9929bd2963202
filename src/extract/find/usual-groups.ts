import type { Format } from '../../model/numbering-plan.ts'
import { callingCodeIn, formatsOf } from '../../model/numbering-plan.ts'
import type { PhoneNumber, Region } from '../../model/phone-number.ts'

/** Groupings in daily use beside the one of the plan; of countries that write no prefix, where nothing else tells. */
const ALSO_USUAL: Readonly<Partial<Record<Region, readonly string[]>>> = {
  BR: ['2-1-4-4', '2-5-4', '2-4-4', '4-4'],
  ES: ['2-3-2-2', '3-2-2-2', '2-3-4', '3-3-3'],
  PT: ['2-3-4', '3-3-3', '2-3-2-2', '2-7'],
  IN: ['5-5', '3-3-4', '4-3-3', '2-4-4'],
  IT: ['3-7', '3-3-4', '2-4-4'],
  MX: ['2-4-4', '3-3-4', '2-2-2-2-2'],
  CO: ['3-3-4', '3-7', '3-3-2-2'],
  CL: ['1-4-4', '1-8'],
  DK: ['2-2-2-2', '4-4'],
  NO: ['3-2-3', '2-2-2-2'],
  PL: ['3-3-3', '2-3-2-2'],
  CZ: ['3-3-3'],
  GR: ['3-7', '3-3-4', '2-4-4'],
  SG: ['4-4'],
  HK: ['4-4'],
}

/**
 * Whether digits are grouped the way the number's own country writes them, with or without its prefixes.
 *
 * In: region, the number's own, or null where it has none; groups, the digits between separators, in order.
 */
export function isGroupedAsUsual(
  number: PhoneNumber,
  region: Region | null,
  groups: readonly { readonly digits: string }[],
): boolean {
  if (groups.length < 2) return false
  let written = ''
  for (const { digits } of groups) written += written === '' ? digits.length : `-${digits.length}`
  const code = callingCodeIn(number.slice(1))
  if (code === '1') return /^(?:1-|(?=4))?(?:3-3-4|4-3-4|3-7)$/.test(written)
  const national = number.slice(1 + code.length)
  const bare = withoutCode(written, groups[0]?.digits === code)
  if (region && ALSO_USUAL[region]?.includes(bare)) return true
  const format = formatOf(region ?? code, national)
  if (!format) return bare === String(national.length)
  return written === sizes(national, format, format.national) || bare === sizes(national, format, format.international)
}

/** A number as its own country prints it for its people, signs and spaces and all. */
export function printedAtHome(number: PhoneNumber, region: Region): string {
  const national = number.slice(1 + callingCodeIn(number.slice(1)).length)
  const format = formatOf(region, national)
  return format ? national.replace(format.pattern, format.national) : national
}

function withoutCode(written: string, hasCode: boolean): string {
  return hasCode ? written.slice(written.indexOf('-') + 1) : written
}

function formatOf(regionOrCode: string, national: string): Format | null {
  for (const format of formatsOf(regionOrCode)) {
    if (format.leadingDigits?.test(national) !== false && format.pattern.test(national)) return format
  }
  return null
}

function sizes(national: string, { pattern }: Format, printed: string): string {
  const groups = national.replace(pattern, printed).match(/\d+/g) ?? []
  return groups.map((group) => group.length).join('-')
}
