import { lengthBits, rangeRow } from '../ranges/range-row.ts'
import type { RangeRow } from '../ranges/range-row.ts'
import { readCells } from './cells.ts'
import { columnsOf } from './register-columns.ts'
import { registerDay } from './register-day.ts'
import { registerError } from './register-error.ts'
import { registerText } from './register-text.ts'
import type { ReadRegister, Register, RegisterFile } from './register.ts'

export const NANPA_AREAS: Register = {
  title: 'NANPA, area codes',
  country: 'US',
  files: 'npa_report.csv',
  where: 'reports.nanpa.com/public/npa_report.csv',
  licence: 'public report, with attribution',
  isTogether: false,
  isTested: true,
  read: ([file]) => read(file as RegisterFile),
}

const COLUMNS = { needed: ['NPA_ID', 'USE', 'LOCATION', 'IN_SERVICE'], optional: ['COUNTRY', 'SERVICE'] } as const

/** What stands above the header: the day of the report, month first. */
const HEAD_LINE = /^File Date,(\d\d\/\d\d\/\d{4}),*\r?\n/

/**
 * Where area codes in service lie. That a code is in service does not say that a number of it was handed out, and one
 * that is not may be by now: of that it tells nothing.
 */
function read(file: RegisterFile): ReadRegister {
  const text = registerText(file, 'utf-8')
  const head = HEAD_LINE.exec(text)
  if (!head)
    throw registerError({ file: file.name, line: 1, column: 1 }, 'the first line is no head of this report', text)
  const rows: RangeRow[] = []
  const lines = readCells(`\n${text.slice(head[0].length)}`, file.name, ',')
  for (const { cell, place } of columnsOf(lines, file.name, COLUMNS)) {
    const area = cell('NPA_ID')
    if (!/^[2-9]\d\d$/.test(area)) throw registerError(place('NPA_ID'), 'no area code', area)
    const isGeographic = cell('USE') === 'G' && cell('IN_SERVICE') === 'Y'
    if (!isGeographic) continue
    rows.push(
      rangeRow({
        callingCode: '1',
        first: area,
        last: area,
        lengths: lengthBits([10]),
        area: cell('LOCATION') || null,
        areaCode: 3,
      }),
    )
  }
  return { rows, part: '', date: registerDay(head[1] ?? '', 'month first') }
}
