import { loadRangeTables, tablesOf } from '../collect/range-tables.ts'
import { referenceFiles } from '../collect/reference-files.ts'
import type { ReferenceFile } from '../collect/reference-files.ts'
import { openTables } from '../enrich/ranges/range-table.ts'
import type { RangeTable } from '../enrich/ranges/range-table.ts'
import { PLAN_NAME } from '../enrich/ranges/table-layout.ts'
import { numberingPlan } from '../enrich/registers/numbering-plan.ts'
import { registerText } from '../enrich/registers/register-text.ts'
import { IntelError } from '../model/failures.ts'
import type { TableSummary } from '../model/table-summary.ts'
import { keepTable, writeTable } from '../store/kept-tables.ts'
import { tableSummary } from './table-summary.ts'

/** out: a file to write instead of keeping the plan in the data folder; what is there is what it is compared with. */
export type UpdateOptions = { readonly out: string | null; readonly isTrial: boolean }

/**
 * Makes the numbering plan anew from its sources, and keeps it in a data folder, where it stands for the shipped one.
 *
 * In:     paths of the three sources, in any order: Google's metadata.zip, NANPA's npa_report.csv and 5XX_report.txt.
 * Throws: IntelError `bad_input` where one is missing or cannot be read; then the old plan stays in force.
 */
export async function updatePlan(
  data: string,
  paths: readonly string[],
  { out, isTrial }: UpdateOptions,
): Promise<TableSummary[]> {
  const files = await referenceFiles(paths)
  const areas = files.find((file) => begins(file, 'File Date,'))
  const codes5xx = files.find((file) => begins(file, 'Code Status For'))
  const metadata = files.filter(({ name }) =>
    /^metadata\/(?:metadata\.csv|\d+\/(?:ranges|operators|shortcodes)\.csv)$/.test(name),
  )
  if (metadata.length === 0) throw missing("Google's metadata.zip")
  if (!areas) throw missing("NANPA's npa_report.csv")
  if (!codes5xx) throw missing("NANPA's 5XX_report.txt")
  const days = metadata.flatMap(({ day }) => day ?? [])
  const texts = metadata.map((file) => ({ path: file.name, text: registerText(file, 'utf-8') }))
  const date = days.toSorted().at(-1) ?? null
  const bytes = numberingPlan({ metadata: texts, date, areas, codes5xx })
  const before = await tablesBefore(data, out)
  const made = openTables(Uint8Array.from(bytes)).map((table) => tableSummary(table, before))
  if (!isTrial && out === null) keepTable(data, PLAN_NAME, bytes)
  if (!isTrial && out !== null) writeTable(out, bytes)
  return made
}

function begins({ bytes }: ReferenceFile, words: string): boolean {
  return Buffer.from(bytes.subarray(0, words.length)).toString('latin1') === words
}

function missing(what: string): IntelError {
  return new IntelError('bad_input', `${what} is missing`, {
    hint: 'name all three sources: metadata.zip, npa_report.csv and 5XX_report.txt',
  })
}

async function tablesBefore(data: string, out: string | null): Promise<readonly RangeTable[]> {
  if (out === null) {
    const { plan, shortCodes, registers } = await loadRangeTables(data)
    return [plan, ...(shortCodes ? [shortCodes] : []), ...registers]
  }
  try {
    return tablesOf(out)
  } catch {
    // What is to be replaced may be missing or of an older version: then all of it is new.
    return []
  }
}
