import type { ShortCode, ShortCodeOf } from '../../model/short-code.ts'
import { KEY_DIGITS } from './range-row.ts'
import type { RangeTable } from './range-table.ts'

/** The name of the table whose rows stand under regions and not under calling codes. */
export const SHORT_CODES = 'short-codes'

const LETTERS = 26
const A = 'A'.charCodeAt(0)

/** A region of two capitals as a number below 676. @example regionNumber('GB') // => 157 */
export function regionNumber(region: string): number {
  return (region.charCodeAt(0) - A) * LETTERS + region.charCodeAt(1) - A
}

/** In: the table of short codes; null where there is none, and then none is known. */
export function shortCodesOf(table: RangeTable | null): ShortCodeOf {
  return (digits, region) => {
    if (!table || !/^\d{2,15}$/.test(digits) || !/^[A-Z]{2}$/.test(region)) return null
    const code = regionNumber(region)
    const range = table.rangeAt(code, Number(digits.padEnd(KEY_DIGITS, '0')))
    const row = range < 0 ? -1 : table.rowAt(code, range, digits.length)
    if (row < 0) return null
    const [kind, tariff = null] = (table.status(row) ?? '').split(' ')
    return { region, kind: kind as ShortCode['kind'], tariff: tariff as ShortCode['tariff'], source: table.origin }
  }
}
