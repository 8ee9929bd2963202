import type { RangeTable } from '../enrich/ranges/range-table.ts'
import { SHORT_CODES } from '../enrich/ranges/short-codes.ts'
import { tableChanges } from '../enrich/ranges/table-changes.ts'
import type { TableSummary } from '../model/table-summary.ts'

/** In: before, tables in force; given where the table is a new one, to tell what changes. */
export function tableSummary(table: RangeTable, before?: readonly RangeTable[]): TableSummary {
  const { source, size, codes } = table
  // Rows of short codes stand under regions.
  const callingCodes = source.name === SHORT_CODES ? [] : codes
  const summary = { ...source, ranges: size, callingCodes }
  if (!before) return summary
  const old = before.find((each) => each.source.name === source.name) ?? null
  return { ...summary, changes: tableChanges(old, table) }
}
