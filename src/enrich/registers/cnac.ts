import type { Assignment } from '../../model/number-facts.ts'
import { lengthBits, rangeRow } from '../ranges/range-row.ts'
import type { RangeRow } from '../ranges/range-row.ts'
import { readCells } from './cells.ts'
import { columnsOf } from './register-columns.ts'
import { registerError } from './register-error.ts'
import { registerText } from './register-text.ts'
import type { ReadRegister, Register, RegisterFile } from './register.ts'

export const CNAC: Register = {
  title: 'CNAC, Canadian central office codes',
  country: 'CA',
  files: 'COCodeStatus_ALL.zip, or the CSV in it',
  where: 'cnac.ca, CO code status',
  licence: 'public report',
  isTogether: false,
  isTested: true,
  read: ([file]) => read(file as RegisterFile),
}

const COLUMNS = {
  needed: ['NPA', 'CO Code (NXX)', 'Status', 'Exchange Area', 'Province', 'Company'],
  optional: ['Pooled', 'OCN', 'Remarks'],
} as const

const ASSIGNMENTS: Readonly<Record<string, Assignment>> = {
  'In Service': 'allocated',
  Assigned: 'allocated',
  // Still its holder's, who is to give it back, or has gone and left ported numbers behind.
  'Being Recovered': 'allocated',
  'Stranded Code': 'allocated',
  Available: 'unallocated',
  'Not Available': 'unallocated',
  'For Special Use': 'unallocated',
  'Moratorium on Assignment': 'unallocated',
  'Plant Test': 'unallocated',
  'TBP Test Code': 'unallocated',
  Protected: 'unallocated',
  'New Entrants Reserved': 'unallocated',
  'Temporarily Unavailable': 'unallocated',
}

/** The second line holds nothing but the day of the report, one cell short. */
const DAY_LINE = /^,{5,}(\d{4}-\d\d-\d\d),*\r?\n/m

function read(file: RegisterFile): ReadRegister {
  // Company names have letters of Quebec in them, one byte each.
  const text = registerText(file, 'iso-8859-1')
  const day = DAY_LINE.exec(text)
  const date = day?.[1] ?? null
  // Left in as an empty line, so that lines keep their numbers.
  const lines = day ? `${text.slice(0, day.index)}\n${text.slice(day.index + day[0].length)}` : text
  const rows: RangeRow[] = []
  for (const { cell, place } of columnsOf(readCells(lines, file.name, ','), file.name, COLUMNS)) {
    const digits = cell('NPA') + cell('CO Code (NXX)')
    if (!/^[2-9]\d\d[2-9]\d\d$/.test(digits))
      throw registerError(place('CO Code (NXX)'), 'no central office code', digits)
    const status = cell('Status')
    const assignment = ASSIGNMENTS[status]
    if (!assignment) throw registerError(place('Status'), 'a status this program does not know', status)
    const isAllocated = assignment === 'allocated'
    rows.push(
      rangeRow({
        callingCode: '1',
        first: digits,
        last: digits,
        lengths: lengthBits([10]),
        region: 'CA',
        provider: isAllocated ? cell('Company') || null : null,
        area: [cell('Exchange Area'), cell('Province')].filter((each) => each !== '').join(', ') || null,
        areaCode: 3,
        assignment,
        status,
      }),
    )
  }
  return { rows, part: '', date }
}
