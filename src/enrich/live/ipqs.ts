import type { LineType } from '../../model/line-type.ts'
import type { LiveReading, LiveSupplier, SignalStatus } from '../../model/live-lookup.ts'
import { readingAt, valueAt } from './value-at.ts'

/** In small letters. Source: IPQualityScore, phone number validation, response parameters. */
const LINE_TYPES: Readonly<Record<string, LineType>> = {
  wireless: 'mobile',
  mobile: 'mobile',
  landline: 'fixed_line',
  voip: 'voip_unknown',
  'toll free': 'toll_free',
  'premium rate': 'premium_rate',
  satellite: 'satellite',
  pager: 'pager',
}
/** How it writes what it does not know. */
const NOTHING = 'N/A'

/**
 * IPQualityScore, phone number validation.
 *
 * In:     key, which stands in the address: that is never shown.
 * Source: ipqualityscore.com/documentation/phone-number-validation-api.
 */
export function ipqs(key: string, base = 'https://www.ipqualityscore.com'): LiveSupplier {
  return {
    name: 'ipqs',
    signals: ['valid', 'active', 'region', 'line_type', 'carrier', 'caller_name', 'prepaid', 'recent_abuse', 'score'],
    request: (number) => ({
      method: 'GET',
      url: `${base}/api/json/phone/${encodeURIComponent(key)}/${number.slice(1)}`,
      headers: {},
      body: null,
    }),
    read(json) {
      if (valueAt(json, 'success') !== true) {
        const status = whyNot(valueAt(json, 'message')?.toString() ?? '')
        return Object.fromEntries(this.signals.map((signal) => [signal, { status }]))
      }
      const at = (path: string): LiveReading => {
        const reading = readingAt(json, path)
        return reading && 'value' in reading && reading.value === NOTHING ? null : reading
      }
      const type = at('line_type')
      return {
        valid: at('valid'),
        active: at('active'),
        region: at('country'),
        line_type:
          type && 'value' in type ? { value: LINE_TYPES[type.value.toString().toLowerCase()] ?? 'unknown' } : null,
        carrier: at('carrier'),
        caller_name: at('name'),
        prepaid: at('prepaid'),
        recent_abuse: at('recent_abuse'),
        score: at('fraud_score'),
      }
    },
  }
}

/** Its failures come with a status of 200, and a sentence. */
function whyNot(message: string): SignalStatus {
  if (/unauthorized|invalid (?:api )?key|not authorized/i.test(message)) return 'unauthorized'
  return /invalid phone|phone number is invalid/i.test(message) ? 'invalid_input' : 'supplier_error'
}
