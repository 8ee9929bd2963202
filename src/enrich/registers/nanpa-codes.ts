import { lengthBits, rangeRow } from '../ranges/range-row.ts'
import type { RangeRow } from '../ranges/range-row.ts'
import { readCells } from './cells.ts'
import { USES } from './nanpa-5xx.ts'
import { columnsOf } from './register-columns.ts'
import { registerDay } from './register-day.ts'
import { registerError } from './register-error.ts'
import { registerText } from './register-text.ts'
import type { ReadRegister, Register, RegisterFile } from './register.ts'

export const NANPA_CODES: Register = {
  title: 'NANPA, central office codes',
  country: 'US',
  files: 'CoCodeAssignment_Utilized_AllStates_Public.zip (formerly allutlzd.zip), or the text in it',
  where: 'nanpa.com, reports, CO code assignments',
  licence: 'public report, with attribution',
  isTogether: false,
  isTested: false,
  read: ([file]) => read(file as RegisterFile),
}

const COLUMNS = { needed: ['State', 'NPA-NXX', 'OCN', 'Company', 'Use'], optional: ['RateCenter'] } as const

/** The day of the report stands in the header, behind its last column in older ones. */
const DAY = /File Updated *: *(\d\d\/\d\d\/\d{4})/

/** The company is who holds the code: thousands of it may be lent to others, which the report of blocks tells. */
function read(file: RegisterFile): ReadRegister {
  const text = registerText(file, 'utf-8')
  const delimiter = (text.split('\n', 1)[0] ?? '').includes('\t') ? '\t' : ','
  const rows: RangeRow[] = []
  const lines = columnsOf(readCells(text, file.name, delimiter), file.name, COLUMNS, { isRagged: true })
  for (const { cell, place } of lines) {
    const digits = cell('NPA-NXX').replace('-', '')
    if (!/^[2-9]\d\d[2-9]\d\d$/.test(digits)) throw registerError(place('NPA-NXX'), 'no central office code', digits)
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
        area: [cell('RateCenter'), cell('State')].filter((each) => each !== '').join(', ') || null,
        areaCode: 3,
        assignment,
        status,
      }),
    )
  }
  return { rows, part: '', date: registerDay(DAY.exec(text.slice(0, 1_000))?.[1] ?? '', 'month first') }
}
