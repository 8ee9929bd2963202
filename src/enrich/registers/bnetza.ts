import type { LineType } from '../../model/line-type.ts'
import { lengthBits, rangeRow } from '../ranges/range-row.ts'
import type { RangeRow } from '../ranges/range-row.ts'
import { readCells } from './cells.ts'
import { columnsOf } from './register-columns.ts'
import { registerError } from './register-error.ts'
import { registerText } from './register-text.ts'
import type { ReadRegister, Register, RegisterFile } from './register.ts'

export const BNETZA: Register = {
  title: 'Bundesnetzagentur, zugeteilte Rufnummernblöcke',
  country: 'DE',
  files: 'a CSV of blocks with the columns Rufnummernblock (or RNB) and Zuteilungsnehmer',
  where: 'bundesnetzagentur.de, Nummerierung, the list of assigned blocks, saved as CSV',
  licence: 'public list',
  isTogether: false,
  isTested: false,
  read: ([file]) => read(file as RegisterFile),
}

const COLUMNS = { needed: ['block', 'holder'], optional: ['end'] } as const

/** The columns of the lists for places, mobile services and service numbers are called otherwise in each. */
const NAMES: Readonly<Record<string, string>> = {
  rufnummernblock: 'block',
  rnb: 'block',
  'rufnummernblock von': 'block',
  'beginn rufnummernblock': 'block',
  'rufnummernblock bis': 'end',
  'ende rufnummernblock': 'end',
  zuteilungsnehmer: 'holder',
  netzbetreiber: 'holder',
}

/** The longest beginning that fits is the one. Source: Bundesnetzagentur, Nummernraum für das öffentliche Telefonnetz. */
const LINE_TYPES: readonly (readonly [begins: string, lineType: LineType])[] = [
  ['15', 'mobile'],
  ['16', 'mobile'],
  ['164', 'pager'],
  ['168', 'pager'],
  ['169', 'pager'],
  ['17', 'mobile'],
  ['180', 'shared_cost'],
  ['32', 'voip_unknown'],
  ['700', 'personal'],
  ['800', 'toll_free'],
  ['900', 'premium_rate'],
]

/** Places begin with 2 to 9; what begins so and is no place stands above. */
const PLACE = /^[2-9]/

/** E.164 leaves 13 digits behind +49; how many a block's numbers have is up to its holder. */
const LENGTHS = lengthBits([7, 8, 9, 10, 11, 12, 13])

function read(file: RegisterFile): ReadRegister {
  const text = registerText(file, 'utf-8')
  const delimiter = (text.split('\n', 1)[0] ?? '').includes(';') ? ';' : ','
  const named = (heading: string): string => NAMES[heading.toLowerCase()] ?? heading
  const rows: RangeRow[] = []
  for (const { cell, place } of columnsOf(
    readCells(text, file.name, delimiter, { endsOpen: true }),
    file.name,
    COLUMNS,
    { named },
  )) {
    const first = digitsOf(cell('block'))
    const last = cell('end') === '' ? first : digitsOf(cell('end'))
    const isBlock = /^[1-9]\d{2,10}$/.test(first) && first.length === last.length && first <= last
    if (!isBlock) throw registerError(place('block'), 'no block of numbers', `${cell('block')} ${cell('end')}`)
    rows.push(
      rangeRow({
        callingCode: '49',
        first,
        last,
        lengths: LENGTHS,
        lineType:
          LINE_TYPES.findLast(([begins]) => first.startsWith(begins))?.[1] ?? (PLACE.test(first) ? 'fixed_line' : null),
        region: 'DE',
        provider: cell('holder') || null,
        assignment: 'allocated',
      }),
    )
  }
  return { rows, part: '', date: null }
}

/** As (0)1511 or 030 1234. */
const digitsOf = (text: string): string => text.replaceAll(/\D/g, '').replace(/^0/, '')
