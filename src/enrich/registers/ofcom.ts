import type { LineType } from '../../model/line-type.ts'
import type { Assignment } from '../../model/number-facts.ts'
import { lengthBits, rangeRow } from '../ranges/range-row.ts'
import type { RangeRow } from '../ranges/range-row.ts'
import { readCells } from './cells.ts'
import { columnsOf } from './register-columns.ts'
import { laterDay, registerDay } from './register-day.ts'
import { registerError } from './register-error.ts'
import { registerText } from './register-text.ts'
import type { ReadRegister, Register, RegisterFile } from './register.ts'

export const OFCOM: Register = {
  title: 'Ofcom, UK numbering data',
  country: 'GB',
  files: 'S1.csv, S3.csv, S5.csv, S7.csv, S8.csv, S9.csv, any of them',
  where: 'ofcom.org.uk, numbering data, weekly',
  licence: 'Open Government Licence v3.0',
  isTogether: false,
  isTested: true,
  read: ([file]) => read(file as RegisterFile),
}

const BLOCK = 'NMS Number Block: Number Block'
const LENGTHS = ['Non Geo Number Length', 'Geographic Number Length'] as const
const COLUMNS = {
  needed: [BLOCK, 'Block Status', 'CP Name', 'Allocation Date'],
  optional: [...LENGTHS, 'Notes'],
} as const

/** The longest beginning that fits is the one. Source: Ofcom, The National Telephone Numbering Plan. */
const LINE_TYPES: readonly (readonly [begins: string, lineType: LineType])[] = [
  ['1', 'fixed_line'],
  ['2', 'fixed_line'],
  ['3', 'uan'],
  ['55', 'uan'],
  ['56', 'voip_unknown'],
  ['7', 'mobile'],
  ['70', 'personal'],
  ['76', 'pager'],
  ['7624', 'mobile'],
  ['80', 'toll_free'],
  ['84', 'premium_rate'],
  ['87', 'premium_rate'],
  ['9', 'premium_rate'],
]

const FREE: ReadonlySet<string> = new Set(['Free', 'Protected', 'Quarantined', 'Reserved', 'Designated'])

function read(file: RegisterFile): ReadRegister {
  const rows: RangeRow[] = []
  const parts = new Set<string>()
  let date: string | null = null
  for (const { cell, place } of columnsOf(readCells(registerText(file, 'utf-8'), file.name, ','), file.name, COLUMNS)) {
    const digits = cell(BLOCK).replaceAll(' ', '')
    if (!/^[1-9]\d{2,9}$/.test(digits)) throw registerError(place(BLOCK), 'no block of numbers', cell(BLOCK))
    const lengths = lengthsOf(LENGTHS.map(cell).join(''))
    if (lengths === 0) throw registerError(place(LENGTHS[0]), 'no number length', LENGTHS.map(cell).join(''))
    const status = cell('Block Status')
    const assignment = assignmentOf(status)
    if (assignment === null) throw registerError(place('Block Status'), 'a status this program does not know', status)
    const provider = cell('CP Name')
    const lineType = LINE_TYPES.findLast(([begins]) => digits.startsWith(begins))?.[1] ?? null
    date = laterDay(date, registerDay(cell('Allocation Date')))
    parts.add(digits[0] === '2' ? '1' : (digits[0] as string))
    rows.push(
      rangeRow({
        callingCode: '44',
        first: digits,
        last: digits,
        lengths,
        lineType,
        provider: assignment === 'allocated' ? provider || null : null,
        assignment,
        status,
      }),
    )
  }
  return { rows, part: `s${[...parts].toSorted().join('-')}`, date }
}

/** Also `Allocated(Closed Range)`, out of which nothing more is handed out. */
function assignmentOf(status: string): Assignment | null {
  if (status.startsWith('Allocated')) return 'allocated'
  return FREE.has(status) ? 'unallocated' : null
}

/** @example lengthsOf('10 digit numbers') // => bit 10; '3+7', and 'Mixed 4+5 & 4+6' too */
function lengthsOf(text: string): number {
  const sums = [...text.matchAll(/(\d)\+(\d)/g)].map(([, area, local]) => Number(area) + Number(local))
  const told = /^(\d{1,2}) digit/.exec(text)?.[1]
  return lengthBits([...sums, ...(told === undefined ? [] : [Number(told)])].filter((length) => length <= 10))
}
