import { KEY_DIGITS } from './range-row.ts'
import type { RangeTable } from './range-table.ts'

/** Told of each name of a provider in each region: how many numbers it was given. */
export type ProviderSize = { readonly provider: string; readonly region: string | null; readonly numbers: number }

/**
 * How many numbers each provider was given, as far as tables tell. Of a country that registers speak of they are
 * believed and the plan is not asked; what several of them tell is added up.
 *
 * In: plan, the table that has every country; registers, tables that know some of them better.
 */
export function providerSizes(plan: RangeTable, registers: readonly RangeTable[]): ProviderSize[] {
  const registered = new Set(registers.flatMap(({ codes }) => codes))
  const sizes = new Map<string, { provider: string; region: string | null; numbers: number }>()
  const add = (table: RangeTable, code: number): void => {
    const [first, end] = table.rangesOf(code)
    for (let range = first; range < end; range++) {
      for (const row of table.rowsOf(code, range)) {
        const provider = table.provider(row)
        if (provider === null) continue
        const region = table.region(row) ?? regionAt(plan, code, table.startOf(range))
        const key = `${region}\n${provider}`
        const size = sizes.get(key) ?? { provider, region, numbers: 0 }
        size.numbers += numbersIn(table.endOf(code, range) - table.startOf(range), table.lengths(row))
        sizes.set(key, size)
      }
    }
  }
  for (const code of plan.codes) if (!registered.has(code)) add(plan, code)
  for (const register of registers) for (const code of register.codes) add(register, code)
  return [...sizes.values()]
}

/** The country that the plan has around a key: a register need not say what it is of. */
function regionAt(plan: RangeTable, code: number, key: number): string | null {
  const range = plan.rangeAt(code, key)
  const [row] = range < 0 ? [] : plan.rowsOf(code, range)
  return row === undefined ? null : plan.region(row)
}

/** Of keys side by side, how many numbers of these lengths they stand for. */
function numbersIn(keys: number, lengths: number): number {
  let numbers = 0
  for (let length = 1; length <= KEY_DIGITS; length++) {
    if ((lengths >>> length) & 1) numbers += Math.floor(keys / 10 ** (KEY_DIGITS - length))
  }
  return numbers
}
