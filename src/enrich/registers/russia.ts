import type { LineType } from '../../model/line-type.ts'
import { lengthBits, rangeRow } from '../ranges/range-row.ts'
import type { RangeRow } from '../ranges/range-row.ts'
import { readCells } from './cells.ts'
import { columnsOf } from './register-columns.ts'
import { registerError } from './register-error.ts'
import { registerText } from './register-text.ts'
import type { ReadRegister, Register, RegisterFile } from './register.ts'

export const RUSSIA: Register = {
  title: 'Роскомнадзор, реестр ресурса нумерации',
  country: 'RU',
  files: 'DEF-9xx.csv, ABC-3xx.csv, ABC-4xx.csv, ABC-8xx.csv, any of them',
  where: 'opendata.digital.gov.ru, registry of the numbering resource',
  licence: 'public registry',
  isTogether: false,
  isTested: true,
  read: ([file]) => read(file as RegisterFile),
}

const COLUMNS = { needed: ['АВС/ DEF', 'От', 'До', 'Емкость', 'Оператор', 'Регион', 'ИНН'] } as const

/** By the first digit of the code, or all of it. Source: Russian plan of numbering, order 205 of 2021. */
const LINE_TYPES: readonly (readonly [begins: string, lineType: LineType])[] = [
  ['3', 'fixed_line'],
  ['4', 'fixed_line'],
  ['8', 'fixed_line'],
  ['9', 'mobile'],
  ['800', 'toll_free'],
  ['803', 'premium_rate'],
  ['808', 'personal'],
  ['809', 'premium_rate'],
]

function read(file: RegisterFile): ReadRegister {
  const rows: RangeRow[] = []
  const parts = new Set<string>()
  for (const { cell, place } of columnsOf(
    readCells(registerText(file, 'utf-8'), file.name, ';', { endsOpen: true }),
    file.name,
    COLUMNS,
  )) {
    const [code, from, to] = [cell('АВС/ DEF'), cell('От'), cell('До')]
    if (!/^[3489]\d\d$/.test(code)) throw registerError(place('АВС/ DEF'), 'no code of a place or a network', code)
    const isRange = /^\d{7}$/.test(from) && /^\d{7}$/.test(to) && from <= to
    if (!isRange) throw registerError(place('От'), 'no range of numbers', `${from} ${to}`)
    // The last line has no end of its own: what ends it, and every line, is the number the operator pays taxes by.
    if (!/^(?:\d{10}|\d{12})$/.test(cell('ИНН'))) throw registerError(place('ИНН'), 'no tax number', cell('ИНН'))
    const size = Number(to) - Number(from) + 1
    if (Number(cell('Емкость')) !== size)
      throw registerError(place('Емкость'), `the range has ${size} numbers`, cell('Емкость'))
    parts.add(code[0] as string)
    rows.push(
      rangeRow({
        callingCode: '7',
        first: code + from,
        last: code + to,
        lengths: lengthBits([10]),
        lineType: LINE_TYPES.findLast(([begins]) => code.startsWith(begins))?.[1] ?? null,
        region: 'RU',
        provider: cell('Оператор') || null,
        area: cell('Регион') || null,
        areaCode: 3,
        assignment: 'allocated',
      }),
    )
  }
  return { rows, part: `${[...parts].toSorted().join('-')}xx`, date: null }
}
