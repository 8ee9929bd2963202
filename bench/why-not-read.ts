import type { Region } from '../src/model/phone-number.ts'
import { readNumber } from '../src/model/phone-number.ts'
import { getCountries } from 'libphonenumber-js/max'

/** No plan gives a place in a country fewer digits than this without its area code. */
const LOCAL_DIGITS = 7

/**
 * Why an annotated telephone number could not be read.
 *
 * In: phone, as it is written; regions, those its text tells of.
 */
export function whyNotRead(phone: string, regions: readonly Region[]): string {
  const written = phone.replace(/\s*(?:x|ext\.?)\s*\d+$/i, '')
  const digits = written.replace(/\D/g, '')
  if (/^\s*(?:\+|00)/.test(written))
    return isValid(written) ? 'international and valid: missed' : 'international, and no plan has it'
  if (regions.some((region) => isValid(written, region))) return 'valid where the text is from: missed'
  if (digits.length <= LOCAL_DIGITS) return 'local, without an area code: it names no number'
  const countries = getCountries().filter((region) => isValid(written, region)).length
  if (countries === 0) return 'no plan has it'
  return 'national, and nothing tells which of several countries'
}

function isValid(written: string, region?: Region): boolean {
  const read = readNumber(written, region)
  return 'number' in read && read.isValid
}
