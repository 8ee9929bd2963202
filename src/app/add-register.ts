import { referenceFiles } from '../collect/reference-files.ts'
import { loadRangeTables } from '../collect/range-tables.ts'
import { openTables } from '../enrich/ranges/range-table.ts'
import type { RangeTable } from '../enrich/ranges/range-table.ts'
import { writeTables } from '../enrich/ranges/write-tables.ts'
import { registerRows } from '../enrich/registers/numbering-plan.ts'
import { REGISTERS } from '../enrich/registers/registers.ts'
import type { RegisterKind } from '../enrich/registers/registers.ts'
import type { TableSummary } from '../model/table-summary.ts'
import { keepTable } from '../store/kept-tables.ts'
import { tableSummary } from './table-summary.ts'

/** date: YYYY-MM-DD, for a register that tells none. isTrial: nothing is kept. */
export type AddOptions = { readonly date: string | null; readonly isTrial: boolean }

/**
 * Reads a register's files and keeps what they say in a data folder, in place of what it said before.
 *
 * Throws: IntelError `bad_input` where a file is not of that register's format; then nothing is kept of any.
 */
export async function addRegister(
  data: string,
  kind: RegisterKind,
  paths: readonly string[],
  { date, isTrial }: AddOptions,
): Promise<TableSummary[]> {
  const files = await referenceFiles(paths)
  const register = REGISTERS[kind]
  const { registers } = await loadRangeTables(data)
  const made = (register.isTogether ? [files] : files.map((file) => [file])).map((some) => {
    const bytes = writeTables([registerRows(kind, register, some, date)])
    const table = openTables(Uint8Array.from(bytes))[0] as RangeTable
    return { bytes, summary: tableSummary(table, registers) }
  })
  if (!isTrial) for (const { summary, bytes } of made) keepTable(data, summary.name, bytes)
  return made.map(({ summary }) => summary)
}
