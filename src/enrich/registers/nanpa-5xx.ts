import type { Assignment } from '../../model/number-facts.ts'
import { lengthBits, rangeRow } from '../ranges/range-row.ts'
import type { RangeRow } from '../ranges/range-row.ts'
import { readCells } from './cells.ts'
import { columnsOf } from './register-columns.ts'
import { registerDay } from './register-day.ts'
import { registerError } from './register-error.ts'
import { registerText } from './register-text.ts'
import type { ReadRegister, Register, RegisterFile } from './register.ts'

export const NANPA_5XX: Register = {
  title: 'NANPA, 5XX codes',
  country: 'US',
  files: '5XX_report.txt',
  where: 'nanpa.com, reports, 5XX code assignments',
  licence: 'public report, with attribution',
  isTogether: false,
  isTested: true,
  read: ([file]) => read(file as RegisterFile),
}

const COLUMNS = { needed: ['NPA', 'NXX', 'Use', 'OCN', 'Company'] } as const

/** Use of a code, as in all of NANPA's reports. */
export const USES: Readonly<Record<string, readonly [assignment: Assignment, status: string]>> = {
  AS: ['allocated', 'Assigned'],
  VC: ['unallocated', 'Vacant'],
  UA: ['unallocated', 'Unassignable'],
  PR: ['unallocated', 'Protected'],
  RS: ['unallocated', 'Reserved'],
  RV: ['unallocated', 'Reserved'],
}

/** What stands above the header: the codes of the report, and its day, month first. */
const HEAD_LINE = /^Code Status For :[\d, ]*\s+File Updated :(\d\d\/\d\d\/\d{4})\s*\n/

function read(file: RegisterFile): ReadRegister {
  const text = registerText(file, 'utf-8')
  const head = HEAD_LINE.exec(text)
  if (!head)
    throw registerError({ file: file.name, line: 1, column: 1 }, 'the first line is no head of this report', text)
  const rows: RangeRow[] = []
  const lines = readCells(`\n${text.slice(head[0].length)}`, file.name, '\t')
  for (const { cell, place } of columnsOf(lines, file.name, COLUMNS)) {
    const digits = cell('NPA') + cell('NXX')
    if (!/^5\d\d[2-9]\d\d$/.test(digits)) throw registerError(place('NXX'), 'no code of a 5XX area', digits)
    const use = USES[cell('Use')]
    if (!use) throw registerError(place('Use'), 'a use this program does not know', cell('Use'))
    const [assignment, status] = use
    rows.push(
      rangeRow({
        callingCode: '1',
        first: digits,
        last: digits,
        lengths: lengthBits([10]),
        provider: assignment === 'allocated' ? cell('Company') || null : null,
        areaCode: 3,
        assignment,
        status,
      }),
    )
  }
  return { rows, part: '', date: registerDay(head[1] ?? '', 'month first') }
}
