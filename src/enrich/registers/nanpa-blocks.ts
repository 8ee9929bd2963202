import { lengthBits, rangeRow } from '../ranges/range-row.ts'
import type { RangeRow } from '../ranges/range-row.ts'
import { readCells } from './cells.ts'
import { columnsOf } from './register-columns.ts'
import { registerError } from './register-error.ts'
import { registerText } from './register-text.ts'
import type { ReadRegister, Register, RegisterFile } from './register.ts'

export const NANPA_BLOCKS: Register = {
  title: 'NANPA, thousands-blocks',
  country: 'US',
  files: 'ThousandsBlockAssignment_All_Augmented.zip (formerly AllBlocksAugmentedReport.zip), or the text in it',
  where: 'nanpa.com, reports, thousands-block assignments',
  licence: 'public report, with attribution',
  isTogether: false,
  isTested: false,
  read: ([file]) => read(file as RegisterFile),
}

const COLUMNS = { needed: ['npa', 'nxx', 'x', 'company'], optional: ['state', 'ratecenter', 'status'] } as const

/** What the columns were called over the years. */
const NAMES: Readonly<Record<string, string>> = {
  'thousands-block': 'x',
  block: 'x',
  'company name': 'company',
  'service provider': 'company',
  'sp name': 'company',
  'assigned to': 'company',
  'block holder': 'company',
  'rate center': 'ratecenter',
  'rate center name': 'ratecenter',
  'block status': 'status',
}

const named = (heading: string): string => NAMES[heading.toLowerCase()] ?? heading.toLowerCase()

/** Blocks of a thousand, each lent to a company out of a code that another one may hold. */
function read(file: RegisterFile): ReadRegister {
  const text = registerText(file, 'utf-8')
  const delimiter = (text.split('\n', 1)[0] ?? '').includes('\t') ? '\t' : ','
  const rows: RangeRow[] = []
  const lines = columnsOf(readCells(text, file.name, delimiter), file.name, COLUMNS, { isRagged: true, named })
  for (const { cell, place } of lines) {
    const digits = cell('npa') + cell('nxx') + cell('x')
    if (!/^[2-9]\d\d[2-9]\d{3}$/.test(digits)) throw registerError(place('npa'), 'no thousands-block', digits)
    const company = cell('company')
    rows.push(
      rangeRow({
        callingCode: '1',
        first: digits,
        last: digits,
        lengths: lengthBits([10]),
        provider: company || null,
        area: [cell('ratecenter'), cell('state')].filter((each) => each !== '').join(', ') || null,
        areaCode: 3,
        assignment: company === '' ? 'unallocated' : 'allocated',
        status: cell('status') || null,
      }),
    )
  }
  return { rows, part: '', date: null }
}
