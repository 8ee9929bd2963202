import { rangeRow } from '../ranges/range-row.ts'
import type { RangeRow } from '../ranges/range-row.ts'
import { regionNumber } from '../ranges/short-codes.ts'
import { readCells } from './cells.ts'
import type { MetadataFile } from './libphonenumber.ts'
import { metadataLengths } from './metadata-lengths.ts'
import { prefixSpans } from './prefix-spans.ts'
import { columnsOf } from './register-columns.ts'
import { registerError } from './register-error.ts'

const COLUMNS = { needed: ['Region', 'Prefix', 'Length', 'Type'], optional: ['Tariff'] } as const
const LONGEST = 15
const KINDS: ReadonlySet<string> = new Set(['COMMERCIAL', 'EMERGENCY', 'EXPANDED_EMERGENCY'])

/**
 * The short codes of Google's metadata. They are dialled inside a region alone, so rows stand under the region, as a
 * number, where others stand under a calling code.
 *
 * In:     the files `shortcodes.csv` of the archive.
 * Throws: IntelError `bad_input` with file, line and column where one cannot be read.
 */
export function shortCodeRows(files: readonly MetadataFile[]): RangeRow[] {
  return files.flatMap(({ path, text }) => {
    const rows: RangeRow[] = []
    for (const { cell, place } of columnsOf(readCells(text, path, ';'), path, COLUMNS, { isRagged: true })) {
      const [region, kind] = [cell('Region'), cell('Type')]
      if (!/^[A-Z]{2}$/.test(region)) throw registerError(place('Region'), 'no region', region)
      if (!KINDS.has(kind)) throw registerError(place('Type'), 'a kind this program does not know', kind)
      const spans = prefixSpans(cell('Prefix'))
      if (!spans) throw registerError(place('Prefix'), 'no beginning of numbers', cell('Prefix'))
      const lengths = metadataLengths(cell('Length'), LONGEST)
      if (!lengths) throw registerError(place('Length'), 'no lengths', cell('Length'))
      const told = { callingCode: String(regionNumber(region)), lengths, lineType: 'short_code' as const }
      const status = [kind.toLowerCase(), cell('Tariff').toLowerCase()].filter((each) => each !== '').join(' ')
      for (const span of spans) rows.push(rangeRow({ ...told, ...span, region, status }))
    }
    return rows
  })
}
