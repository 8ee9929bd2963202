import { CODES } from '../ranges/table-layout.ts'
import { LINE_TYPES } from '../../model/line-type.ts'
import type { LineType } from '../../model/line-type.ts'
import { lengthBits, rangeRow } from '../ranges/range-row.ts'
import type { RangeRow } from '../ranges/range-row.ts'
import { readCells } from './cells.ts'
import { columnsOf } from './register-columns.ts'
import { registerError } from './register-error.ts'
import { registerText } from './register-text.ts'
import type { ReadRegister, Register, RegisterFile } from './register.ts'

export const PREFIXES: Register = {
  title: 'prefixes of your own',
  country: '',
  files:
    'a CSV with the columns calling_code, prefix, and any of last_prefix, lengths, provider, line_type, region, area, status',
  where: 'whatever you know better',
  licence: 'yours',
  isTogether: false,
  isTested: true,
  read: ([file]) => read(file as RegisterFile),
}

const COLUMNS = {
  needed: ['calling_code', 'prefix'],
  optional: ['last_prefix', 'lengths', 'provider', 'line_type', 'region', 'area', 'status'],
} as const

const ANY_LENGTH = lengthBits([4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14])

/** Statuses that say nobody has a range; any other, and none, says that its provider has. */
const FREE: ReadonlySet<string> = new Set(['free', 'reserved', 'unallocated', 'quarantined', 'protected'])

function read(file: RegisterFile): ReadRegister {
  const text = registerText(file, 'utf-8')
  const delimiter = (text.split('\n', 1)[0] ?? '').includes(';') ? ';' : ','
  const rows: RangeRow[] = []
  for (const { cell, place } of columnsOf(
    readCells(text, file.name, delimiter, { endsOpen: true }),
    file.name,
    COLUMNS,
  )) {
    const callingCode = cell('calling_code').replace(/^\+/, '')
    if (!/^[1-9]\d{0,2}$/.test(callingCode) || Number(callingCode) >= CODES)
      throw registerError(place('calling_code'), 'no calling code', callingCode)
    const first = cell('prefix')
    const last = cell('last_prefix') || first
    const isRange = /^\d{1,14}$/.test(first) && /^\d{1,14}$/.test(last) && first.length === last.length && first <= last
    if (!isRange) throw registerError(place('prefix'), 'no range of prefixes', `${first} ${last}`)
    const lengths = lengthsOf(cell('lengths'))
    if (lengths === 0) throw registerError(place('lengths'), 'no lengths, such as 10 or 9|10', cell('lengths'))
    const lineType = cell('line_type')
    if (lineType !== '' && !isLineType(lineType)) throw registerError(place('line_type'), 'no line type', lineType)
    const region = cell('region')
    if (region !== '' && !/^[A-Z]{2}$/.test(region)) throw registerError(place('region'), 'no region', region)
    const isFree = FREE.has(cell('status').toLowerCase())
    rows.push(
      rangeRow({
        callingCode,
        first,
        last,
        lengths,
        lineType: lineType === '' ? null : (lineType as LineType),
        region: region || null,
        provider: isFree ? null : cell('provider') || null,
        area: cell('area') || null,
        assignment: isFree ? 'unallocated' : 'allocated',
        status: cell('status') || null,
      }),
    )
  }
  return { rows, part: '', date: null }
}

const isLineType = (text: string): text is LineType => (LINE_TYPES as readonly string[]).includes(text)

function lengthsOf(text: string): number {
  if (text === '') return ANY_LENGTH
  const lengths = text.split('|').map(Number)
  return lengths.every((length) => Number.isInteger(length) && length >= 1 && length <= 14) ? lengthBits(lengths) : 0
}
