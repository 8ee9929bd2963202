import type { LineType } from '../../model/line-type.ts'
import { lengthBits, rangeRow } from '../ranges/range-row.ts'
import type { RangeRow } from '../ranges/range-row.ts'
import { readCells } from './cells.ts'
import { columnsOf } from './register-columns.ts'
import { registerError } from './register-error.ts'
import { registerText } from './register-text.ts'
import type { ReadRegister, Register, RegisterFile } from './register.ts'

export const ANATEL: Register = {
  title: 'Anatel, recursos de numeração',
  country: 'BR',
  files:
    'FAIXA_SMP (mobile), FAIXA_STFC (fixed), FAIXA_SME (trunked) or FAIXA_CNG (0800 and the like), any of them, zip or text',
  where: 'easi.abrtelecom.com.br/nsapn, relatório completo',
  licence: 'public report',
  isTogether: false,
  isTested: false,
  read: ([file]) => read(file as RegisterFile),
}

const NAME = 'nome da prestadora'
const RANGES = {
  needed: [NAME, 'codigo nacional', 'prefixo', 'faixa inicial', 'faixa final', 'status'],
  optional: ['uf', 'nome da localidade'],
} as const
const CODE = 'codigo nao geografico'
const CODES = { needed: [NAME, CODE, 'status'] } as const

/** Without accents, and without the sign the header begins with: it is written in more than one encoding. */
const named = (heading: string): string =>
  heading
    .normalize('NFD')
    .replaceAll(/\p{M}|^#\s*/gu, '')
    .toLowerCase()
    .trim()

/** By the code of a number without a place. Source: Anatel, Resolução 749/2022. */
const CODE_TYPES: Readonly<Record<string, LineType>> = {
  800: 'toll_free',
  300: 'shared_cost',
  303: 'shared_cost',
  500: 'premium_rate',
  900: 'premium_rate',
}

function read(file: RegisterFile): ReadRegister {
  const text = registerText(file, isUtf8(file.bytes) ? 'utf-8' : 'iso-8859-1')
  const isCodes = named((text.split('\n', 1)[0] ?? '').trim()).includes(CODE)
  return isCodes ? codesOf(text, file.name) : rangesOf(text, file.name)
}

const isUtf8 = (bytes: Uint8Array): boolean => !Buffer.from(bytes).toString('utf8').includes('\uFFFD')

function rangesOf(text: string, file: string): ReadRegister {
  const rows: RangeRow[] = []
  // The fixed lines are the ones whose place is told.
  const isFixed = named(text.split('\n', 1)[0] ?? '').includes('localidade')
  for (const { cell, place } of columnsOf(readCells(text, file, ';', { endsOpen: true }), file, RANGES, { named })) {
    const begin = cell('codigo nacional') + cell('prefixo')
    const [from, to] = [cell('faixa inicial'), cell('faixa final')].map((digits) => digits.padStart(4, '0'))
    if (!/^[1-9]\d\d{4,5}$/.test(begin)) throw registerError(place('prefixo'), 'no prefix', begin)
    if (!/^\d{4}$/.test(from ?? '') || !/^\d{4}$/.test(to ?? '') || (from ?? '') > (to ?? ''))
      throw registerError(place('faixa inicial'), 'no range of numbers', `${from} ${to}`)
    rows.push(
      rangeRow({
        ...told(begin + from, begin + to, cell('status'), cell(NAME)),
        lineType: isFixed ? 'fixed_line' : 'mobile',
        region: 'BR',
        area: [cell('nome da localidade'), cell('uf')].filter((each) => each !== '').join(', ') || null,
        areaCode: 2,
      }),
    )
  }
  return { rows, part: isFixed ? 'fixed' : 'mobile', date: null }
}

function codesOf(text: string, file: string): ReadRegister {
  const rows: RangeRow[] = []
  for (const { cell, place } of columnsOf(readCells(text, file, ';', { endsOpen: true }), file, CODES, { named })) {
    const digits = cell(CODE)
    if (!/^\d{10}$/.test(digits)) throw registerError(place(CODE), 'no code of ten digits', digits)
    const lineType = CODE_TYPES[digits.slice(0, 3)] ?? null
    rows.push(rangeRow({ ...told(digits, digits, cell('status'), cell(NAME)), lineType, region: 'BR', areaCode: 3 }))
  }
  return { rows, part: 'codes', date: null }
}

/** Status 1 is in use. */
function told(first: string, last: string, status: string, name: string) {
  const isActive = status === '1'
  return {
    callingCode: '55',
    first,
    last,
    lengths: lengthBits([first.length]),
    provider: isActive ? name || null : null,
    assignment: isActive ? ('allocated' as const) : ('unallocated' as const),
    status: isActive ? null : 'inativo',
  }
}
