import { loadRangeTables } from '../src/collect/range-tables.ts'
import { rangesOf } from '../src/enrich/ranges/range-facts.ts'
import { shortCodesOf } from '../src/enrich/ranges/short-codes.ts'
import type { NumberTables } from '../src/model/reference.ts'

const { plan, shortCodes, registers } = await loadRangeTables(null)

/** The shipped tables of number ranges, and nothing of companies and official lines. */
export const numberTables: NumberTables = {
  officialLines: new Map(),
  carrierOf: () => null,
  rangesOf: rangesOf(plan, registers),
  shortCodeOf: shortCodesOf(shortCodes),
}
