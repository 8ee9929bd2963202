import type { LineType } from '../../model/line-type.ts'
import type { LiveSupplier } from '../../model/live-lookup.ts'
import { basicAccess } from './basic-access.ts'
import { readingAt, valueAt } from './value-at.ts'

/** Source: Telesign, phone type codes. What is prepaid is a mobile; what is restricted or anything else is not told. */
const LINE_TYPES: Readonly<Record<string, LineType>> = {
  1: 'fixed_line',
  2: 'mobile',
  3: 'mobile',
  4: 'toll_free',
  5: 'voip_unknown',
  6: 'pager',
  7: 'payphone',
  10: 'personal',
  11: 'voicemail',
}
const PREPAID = '3'
const INVALID = '8'

/** What the transaction's own code says, whatever HTTP said. Source: Telesign, PhoneID status codes. */
const DONE: ReadonlySet<string> = new Set(['300', '301'])

/**
 * Telesign PhoneID.
 *
 * In:     key, `customer:key`.
 * Source: developer.telesign.com, Phone ID, get started.
 */
export function telesign(key: string, base = 'https://rest-api.telesign.com'): LiveSupplier {
  return {
    name: 'telesign',
    signals: ['valid', 'region', 'line_type', 'carrier', 'prepaid', 'blocked'],
    request: (number) => ({
      method: 'POST',
      url: `${base}/v1/phoneid/${number.slice(1)}`,
      headers: { ...basicAccess(key), 'content-type': 'application/json' },
      body: '{}',
    }),
    read(json) {
      const code = valueAt(json, 'status.code')?.toString() ?? ''
      if (!DONE.has(code)) {
        const failed = { status: 'supplier_error' } as const
        return Object.fromEntries(this.signals.map((signal) => [signal, failed]))
      }
      const type = valueAt(json, 'phone_type.code')?.toString()
      const known = type !== undefined && type !== INVALID
      return {
        valid: type === undefined ? null : { value: type !== INVALID },
        region: readingAt(json, 'location.country.iso2'),
        line_type: known ? { value: LINE_TYPES[type] ?? 'unknown' } : null,
        carrier: readingAt(json, 'carrier.name'),
        prepaid: type === PREPAID ? { value: true } : null,
        blocked: readingAt(json, 'blocklisting.blocked'),
      }
    },
  }
}
