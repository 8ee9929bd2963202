import type { LineType } from '../../model/line-type.ts'
import type { LiveReading, LiveSupplier, SignalStatus } from '../../model/live-lookup.ts'
import { basicAccess } from './basic-access.ts'
import { readingAt, valueAt } from './value-at.ts'

/** What is asked for unless somebody says otherwise: each package is paid for by itself. */
export const TWILIO_PACKAGES = ['line_type_intelligence', 'caller_name', 'sim_swap'] as const
export type TwilioPackage = (typeof TWILIO_PACKAGES)[number]

const LINE_TYPES: Readonly<Record<string, LineType>> = {
  mobile: 'mobile',
  landline: 'fixed_line',
  fixedVoip: 'voip_fixed',
  nonFixedVoip: 'voip_non_fixed',
  tollFree: 'toll_free',
  premium: 'premium_rate',
  sharedCost: 'shared_cost',
  uan: 'uan',
  voicemail: 'voicemail',
  pager: 'pager',
  personal: 'personal',
  unknown: 'unknown',
}

/** Source: Twilio, error and warning dictionary. */
const ERRORS: Readonly<Record<string, SignalStatus>> = {
  60600: 'no_coverage',
  60606: 'unauthorized',
  60607: 'no_coverage',
  60610: 'no_coverage',
}

/**
 * Twilio Lookup v2.
 *
 * In:     key, `account:token`.
 * Source: twilio.com/docs/lookup/v2-api.
 */
export function twilio(
  key: string,
  base = 'https://lookups.twilio.com',
  packages: readonly TwilioPackage[] = TWILIO_PACKAGES,
): LiveSupplier {
  return {
    name: 'twilio',
    signals: ['valid', 'region', 'line_type', 'carrier', 'caller_name', 'sim_swap'],
    request: (number) => ({
      method: 'GET',
      url: `${base}/v2/PhoneNumbers/${encodeURIComponent(number)}?Fields=${packages.join(',')}`,
      headers: basicAccess(key),
      body: null,
    }),
    read(json) {
      const of = (box: TwilioPackage, path: string): LiveReading => {
        if (!packages.includes(box)) return { status: 'not_requested' }
        const error = valueAt(json, `${box}.error_code`)
        return error === null
          ? readingAt(json, `${box}.${path}`)
          : { status: ERRORS[error.toString()] ?? 'supplier_error' }
      }
      const type = of('line_type_intelligence', 'type')
      return {
        valid: readingAt(json, 'valid'),
        region: readingAt(json, 'country_code'),
        line_type: type && 'value' in type ? { value: LINE_TYPES[type.value.toString()] ?? 'unknown' } : type,
        carrier: of('line_type_intelligence', 'carrier_name'),
        caller_name: of('caller_name', 'caller_name'),
        sim_swap:
          of('sim_swap', 'last_sim_swap.last_sim_swap_date') ?? of('sim_swap', 'last_sim_swap.swapped_in_period'),
      }
    },
  }
}
