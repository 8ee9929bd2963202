import { parsePhoneNumberFromString, validatePhoneNumberLength } from 'libphonenumber-js/max'
import type { NumberType } from 'libphonenumber-js/max'
import { fictionalRange } from '../model/fictional.ts'
import type { LineType } from '../model/line-type.ts'
import type { NumberFacts, Validity } from '../model/number-facts.ts'
import type { PhoneNumber } from '../model/phone-number.ts'
import type { NumberTables } from '../model/reference.ts'

/** The numbering plan tells that a range is VoIP, never whether it is tied to an address: hence `voip_unknown`. */
const LINE_TYPE_OF: Record<Exclude<NumberType, undefined>, LineType> = {
  MOBILE: 'mobile',
  FIXED_LINE: 'fixed_line',
  FIXED_LINE_OR_MOBILE: 'fixed_line_or_mobile',
  VOIP: 'voip_unknown',
  TOLL_FREE: 'toll_free',
  PREMIUM_RATE: 'premium_rate',
  SHARED_COST: 'shared_cost',
  PERSONAL_NUMBER: 'personal',
  PAGER: 'pager',
  UAN: 'uan',
  VOICEMAIL: 'voicemail',
}

/** Inmarsat, and the global mobile satellite systems: libphonenumber calls both mobile. Source: ITU-T E.164.D. */
const SATELLITE_CODES: ReadonlySet<string> = new Set(['870', '881'])

/**
 * Area codes of +1 that belong to no country of the zone: toll-free, premium, personal and machine numbers are had in
 * all of them, though libphonenumber names the first. Source: NANPA, non-geographic codes.
 */
const NON_GEOGRAPHIC_NANP = /^\+1(?:5(?:00|2[1-9]|33|44|66|77|88)|700|8(?:00|22|33|44|55|66|77|88)|900)/

const LENGTH_ERRORS: Readonly<Record<string, Validity>> = {
  INVALID_COUNTRY: 'invalid_country_code',
  TOO_SHORT: 'too_short',
  TOO_LONG: 'too_long',
  INVALID_LENGTH: 'invalid_length',
}

/**
 * What the numbering plan says of a number before anyone has seen it.
 *
 * Out: unknown is null or `unknown`, never a guess: provider stays null until a table of blocks tells it.
 */
export function factsOf(number: PhoneNumber, { officialLines }: NumberTables): NumberFacts {
  const parsed = parsePhoneNumberFromString(number)
  // With full metadata this is what `isValid` asks, too; a number without a type is one the plan does not have.
  const type = parsed?.getType()
  const lineType = lineTypeOf(number, type, parsed?.countryCallingCode ?? '')
  const line = officialLines.get(number)
  return {
    region: NON_GEOGRAPHIC_NANP.test(number) ? null : (parsed?.country ?? null),
    callingCode: parsed?.countryCallingCode ?? '',
    validity: type ? 'valid' : (LENGTH_ERRORS[validatePhoneNumberLength(number) ?? ''] ?? 'possible_not_valid'),
    lineType,
    provider: null,
    company: null,
    carrierClass: 'unknown',
    area: null,
    timeZones: [],
    assignment: 'unknown',
    status: null,
    allocation: null,
    official: line ? { name: line.name, source: line.source } : null,
    sources: {},
    unknown: {
      ...(lineType === 'unknown' && { lineType: 'not_in_plan' as const }),
      provider: 'not_told',
      carrierClass: 'no_provider',
    },
  }
}

function lineTypeOf(number: PhoneNumber, type: NumberType, callingCode: string): LineType {
  if (fictionalRange(number)) return 'reserved_fictional'
  if (SATELLITE_CODES.has(callingCode)) return 'satellite'
  return type ? LINE_TYPE_OF[type] : 'unknown'
}
