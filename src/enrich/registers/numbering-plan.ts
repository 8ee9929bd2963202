import { SHORT_CODES } from '../ranges/short-codes.ts'
import { writeTables } from '../ranges/write-tables.ts'
import type { SourceRows } from '../ranges/write-tables.ts'
import type { TableSource } from '../ranges/table-layout.ts'
import { libphonenumberRows } from './libphonenumber.ts'
import type { MetadataFile } from './libphonenumber.ts'
import { NANPA_5XX } from './nanpa-5xx.ts'
import { NANPA_AREAS } from './nanpa-areas.ts'
import type { Register, RegisterFile } from './register.ts'
import { shortCodeRows } from './short-codes.ts'

/** What the built-in table is made from. date: of the metadata, YYYY-MM-DD. */
export type PlanSources = {
  readonly metadata: readonly MetadataFile[]
  readonly date: string | null
  readonly areas: RegisterFile
  readonly codes5xx: RegisterFile
}

const METADATA: Omit<TableSource, 'date'> = {
  name: 'libphonenumber',
  title: 'libphonenumber metadata',
  licence: 'Apache-2.0',
}

/**
 * Makes the built-in numbering plan: every country from libphonenumber's metadata, and from NANPA's reports who has the
 * 5XX codes and where area codes lie. The same sources give the same bytes.
 *
 * Throws: IntelError `bad_input` with file, line and column where a source cannot be read.
 */
export function numberingPlan({ metadata, date, areas, codes5xx }: PlanSources): Uint8Array {
  const shortCodes = metadata.filter(({ path }) => path.endsWith('/shortcodes.csv'))
  return writeTables([
    { source: { ...METADATA, date }, rows: libphonenumberRows(metadata), isPlan: true },
    { source: { ...METADATA, name: SHORT_CODES, date }, rows: shortCodeRows(shortCodes), isPlan: true },
    registerRows('nanpa-5xx', NANPA_5XX, [codes5xx]),
    registerRows('nanpa-areas', NANPA_AREAS, [areas]),
  ])
}

/**
 * Reads a register for a table of its own.
 *
 * In: day, YYYY-MM-DD, for one that tells none.
 */
export function registerRows(
  kind: string,
  { title, licence, read }: Register,
  files: readonly RegisterFile[],
  day: string | null = null,
): SourceRows {
  const { rows, part, date } = read(files)
  const name = part === '' ? kind : `${kind}-${part}`
  return { source: { name, title, date: day ?? date, licence }, rows, isPlan: false }
}
