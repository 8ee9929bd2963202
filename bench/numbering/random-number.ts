import { KEY_DIGITS } from '../../src/enrich/ranges/range-row.ts'
import type { RangeTable } from '../../src/enrich/ranges/range-table.ts'

const one = <Value>(values: readonly Value[], random: () => number): Value =>
  values[Math.floor(random() * values.length)] as Value

const lengthsIn = (bits: number): number[] =>
  Array.from({ length: KEY_DIGITS + 1 }, (_, length) => length).filter((length) => (bits >>> length) & 1)

/** A number that a range of the table holds; each range is as likely as any other of its calling code. */
export function numberInRange(table: RangeTable, random: () => number, codes: readonly number[] = table.codes): string {
  for (;;) {
    const code = one(codes, random)
    const [first, end] = table.rangesOf(code)
    const range = first + Math.floor(random() * (end - first))
    const rows = table.rowsOf(code, range)
    if (rows.length === 0) continue
    const length = one(lengthsIn(table.lengths(one(rows, random))), random)
    const step = 10 ** (KEY_DIGITS - length)
    const [low, high] = [Math.ceil(table.startOf(range) / step), Math.ceil(table.endOf(code, range) / step)]
    const national = low + Math.floor(random() * Math.max(1, high - low))
    return `+${code}${String(national).padStart(length, '0')}`
  }
}

/** Any digits, of a length that numbers of a calling code have. */
export function anyNumber(table: RangeTable, random: () => number, codes: readonly number[] = table.codes): string {
  const code = one(codes, random)
  const length = one(lengthsIn(table.lengthsOf(code)), random)
  return `+${code}${Array.from({ length }, () => Math.floor(random() * 10)).join('')}`
}
