import type { LineType } from '../../model/line-type.ts'
import { lengthBits, rangeRow } from '../ranges/range-row.ts'
import type { RangeRow } from '../ranges/range-row.ts'
import { readCells } from './cells.ts'
import { columnsOf } from './register-columns.ts'
import { laterDay, registerDay } from './register-day.ts'
import { registerError } from './register-error.ts'
import { registerText } from './register-text.ts'
import type { ReadRegister, Register, RegisterFile } from './register.ts'

export const ARCEP: Register = {
  title: 'ARCEP, ressources en numérotation',
  country: 'FR',
  files: 'MAJNUM.csv and identifiants_CE.csv, both',
  where: 'data.gouv.fr, Ressources en numérotation téléphonique',
  licence: 'Licence Ouverte 2.0',
  isTogether: true,
  isTested: true,
  read,
}

const BLOCKS = {
  needed: ['EZABPQM', 'Tranche_Debut', 'Tranche_Fin', 'Mnémo', 'Territoire', 'Date_Attribution'],
} as const
const OPERATORS = { needed: ['IDENTITE_OPERATEUR', 'CODE_OPERATEUR'] } as const

/** Whose calling code numbers of a territory have, and its region. Source: ARCEP, plan national de numérotation. */
const TERRITORIES: Readonly<Record<string, readonly [callingCode: string, region: string | null]>> = {
  Métropole: ['33', 'FR'],
  National: ['33', 'FR'],
  'Guadeloupe, St Martin et St Barthélemy': ['590', null],
  Guyane: ['594', 'GF'],
  Martinique: ['596', 'MQ'],
  'La Réunion': ['262', 'RE'],
  'La Réunion - Océan indien': ['262', null],
  Mayotte: ['262', 'YT'],
  'Saint Pierre et Miquelon': ['508', 'PM'],
}

/** The longest beginning that fits is the one. Source: ARCEP décision 2018-0881 and its changes. */
const LINE_TYPES: readonly (readonly [begins: string, lineType: LineType])[] = [
  ['0', 'fixed_line'],
  ['06', 'mobile'],
  ['07', 'mobile'],
  ['0700', 'm2m_iot'],
  ['08', 'premium_rate'],
  ['080', 'toll_free'],
  ['0806', 'uan'],
  ['0807', 'uan'],
  ['0808', 'uan'],
  ['0809', 'uan'],
  ['081', 'shared_cost'],
  ['082', 'shared_cost'],
  ['09', 'voip_unknown'],
]

function read(files: readonly RegisterFile[]): ReadRegister {
  const texts = files.map((file) => ({ name: file.name, text: registerText(file, 'iso-8859-1') }))
  const isOperators = ({ text }: { text: string }): boolean => text.startsWith(OPERATORS.needed[0])
  const first = texts.find((each) => !isOperators(each))
  const second = texts.find(isOperators)
  if (!first || !second || texts.length !== 2) {
    const place = { file: files[0]?.name ?? 'no file', line: 1, column: 1 }
    throw registerError(place, 'ARCEP takes two files together, MAJNUM.csv and identifiants_CE.csv')
  }
  const names = new Map<string, string>()
  for (const { cell } of columnsOf(readCells(second.text, second.name, ';'), second.name, OPERATORS)) {
    names.set(cell('CODE_OPERATEUR'), cell('IDENTITE_OPERATEUR'))
  }
  const rows: RangeRow[] = []
  let date: string | null = null
  for (const { cell, place } of columnsOf(readCells(first.text, first.name, ';'), first.name, BLOCKS)) {
    const [begin, end] = [cell('Tranche_Debut'), cell('Tranche_Fin')]
    // Short numbers, of four or six digits and without the zero, are dialled at home alone.
    if (/^[13]\d{3,5}$/.test(begin) && begin.length === end.length) continue
    const isRange = /^0\d{9}(?:\d{3,4})?$/.test(begin) && begin.length === end.length && begin <= end
    if (!isRange) throw registerError(place('Tranche_Debut'), 'no range of numbers', `${begin} ${end}`)
    const territory = TERRITORIES[cell('Territoire')]
    if (!territory)
      throw registerError(place('Territoire'), 'a territory this program does not know', cell('Territoire'))
    const code = cell('Mnémo')
    date = laterDay(date, registerDay(cell('Date_Attribution')))
    rows.push(
      rangeRow({
        ...dialled(begin, end, territory[0]),
        region: territory[1],
        lineType: LINE_TYPES.findLast(([begins]) => begin.startsWith(begins))?.[1] ?? null,
        provider: names.get(code) ?? code,
        assignment: 'allocated',
      }),
    )
  }
  return { rows, part: '', date }
}

/** Without the zero, as from abroad. Saint Pierre's own lines have six digits behind its calling code. */
function dialled(begin: string, end: string, callingCode: string) {
  const isShort = callingCode === '508' && begin.startsWith('0508')
  const [first, last] = [begin, end].map((digits) => digits.slice(isShort ? 4 : 1)) as [string, string]
  return { callingCode, first, last, lengths: lengthBits([first.length]) }
}
