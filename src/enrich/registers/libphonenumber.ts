import type { LineType } from '../../model/line-type.ts'
import { rangeRow } from '../ranges/range-row.ts'
import type { RangeRow } from '../ranges/range-row.ts'
import { readCells } from './cells.ts'
import { metadataLengths } from './metadata-lengths.ts'
import { prefixSpans } from './prefix-spans.ts'
import { registerError } from './register-error.ts'
import { columnsOf } from './register-columns.ts'

/** A file of the metadata: its path in the archive, and its text. */
export type MetadataFile = { readonly path: string; readonly text: string }

/** What it costs to call goes before what it is: a free number is free whether a mobile answers or a line. */
const BY_TARIFF: Readonly<Record<string, LineType>> = {
  TOLL_FREE: 'toll_free',
  PREMIUM_RATE: 'premium_rate',
  SHARED_COST: 'shared_cost',
}

/** The plan tells that a range is VoIP, never whether it is tied to an address: hence `voip_unknown`. */
const BY_TYPE: Readonly<Record<string, LineType>> = {
  FIXED_LINE: 'fixed_line',
  MOBILE: 'mobile',
  FIXED_LINE_OR_MOBILE: 'fixed_line_or_mobile',
  VOIP: 'voip_unknown',
  PERSONAL_NUMBER: 'personal',
  PAGER: 'pager',
  UAN: 'uan',
  VOICEMAIL: 'voicemail',
}

/** Dial-in of the last century: libphonenumber does not take them for numbers, and nobody calls from one. */
const NO_LINE = 'ISP'

/** Inmarsat, and the global mobile satellite systems: the metadata has both as mobile. Source: ITU-T E.164.D. */
const SATELLITE_CODES: ReadonlySet<string> = new Set(['870', '881'])

/** E.164: 15 digits with the calling code. The metadata has longer ones, German extensions among them. */
const MOST_DIGITS = 15

/**
 * The ranges of Google's full metadata.
 *
 * In:     the files of the archive: metadata.csv, and of each calling code ranges.csv and operators.csv.
 * Throws: IntelError `bad_input` with file, line and column where one cannot be read.
 */
export function libphonenumberRows(files: readonly MetadataFile[]): RangeRow[] {
  const byPath = new Map(files.map((file) => [file.path.replace(/^metadata\//, ''), file]))
  const codes = codesOf(byPath.get('metadata.csv'))
  return codes.flatMap((code) => {
    const ranges = byPath.get(`${code.callingCode}/ranges.csv`)
    if (!ranges) throw registerError({ file: `metadata/${code.callingCode}/ranges.csv`, line: 1, column: 1 }, 'missing')
    return rowsOf(ranges, code, operatorsOf(byPath.get(`${code.callingCode}/operators.csv`)))
  })
}

type Code = { readonly callingCode: string; readonly mainRegion: string; readonly timeZones: string }

function codesOf(file: MetadataFile | undefined): Code[] {
  if (!file) throw registerError({ file: 'metadata/metadata.csv', line: 1, column: 1 }, 'missing')
  const codes: Code[] = []
  for (const { cell, place } of columnsOf(readCells(file.text, file.path, ';'), file.path, CODE_COLUMNS, {
    isRagged: true,
  })) {
    const callingCode = cell('Calling Code')
    if (!/^[1-9]\d{0,2}$/.test(callingCode)) throw registerError(place('Calling Code'), 'no calling code', callingCode)
    codes.push({ callingCode, mainRegion: cell('Main Region'), timeZones: cell('Timezone') })
  }
  return codes
}

const CODE_COLUMNS = { needed: ['Calling Code', 'Main Region', 'Timezone'] } as const

function operatorsOf(file: MetadataFile | undefined): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  if (!file) return names
  const columns = { needed: ['Id'], optional: ['Name:en'] } as const
  for (const { cell } of columnsOf(readCells(file.text, file.path, ';'), file.path, columns, { isRagged: true })) {
    const id = cell('Id')
    if (!id.startsWith('__')) names.set(id, cell('Name:en') || id)
  }
  return names
}

const RANGE_COLUMNS = {
  needed: ['Prefix', 'Length', 'Type', 'Tariff', 'Regions'],
  optional: ['Area Code Length', 'Operator', 'Timezone', 'Geocode:en'],
} as const

function rowsOf(file: MetadataFile, code: Code, operators: ReadonlyMap<string, string>): RangeRow[] {
  const { callingCode } = code
  const rows: RangeRow[] = []
  for (const { cell, place } of columnsOf(readCells(file.text, file.path, ';'), file.path, RANGE_COLUMNS, {
    isRagged: true,
  })) {
    const type = cell('Type')
    if (type === NO_LINE) continue
    const spans = prefixSpans(cell('Prefix'))
    if (!spans) throw registerError(place('Prefix'), 'no beginning of numbers', cell('Prefix'))
    const lengths = metadataLengths(cell('Length'), MOST_DIGITS - callingCode.length)
    if (lengths === null) throw registerError(place('Length'), 'no lengths', cell('Length'))
    const byType = BY_TARIFF[cell('Tariff')] ?? BY_TYPE[type]
    if (!byType) throw registerError(place('Type'), 'a type this program does not know', type)
    const told = {
      callingCode,
      lengths,
      lineType: SATELLITE_CODES.has(callingCode) ? ('satellite' as const) : byType,
      region: regionOf(cell('Regions'), code),
      provider: operators.get(cell('Operator')) ?? null,
      area: cell('Geocode:en') || null,
      timeZones: cell('Timezone') || code.timeZones,
      areaCode: Number(cell('Area Code Length') || 0),
    }
    if (lengths !== 0) for (const span of spans) rows.push(...asDialled(rangeRow({ ...told, ...span })))
  }
  return rows
}

/**
 * Argentina's plan does not tell mobiles from lines; whoever dials one from abroad puts a 9 before the area code.
 *
 * Source: the README of 54/ in the metadata.
 */
function asDialled(row: RangeRow): RangeRow[] {
  if (row.callingCode !== '54' || row.lineType !== 'fixed_line_or_mobile') return [row]
  const mobile = { lineType: 'mobile', lengths: row.lengths << 1, areaCode: row.areaCode + 1 } as const
  return [
    { ...row, lineType: 'fixed_line' },
    { ...row, ...mobile, first: `9${row.first}`, last: `9${row.last}` },
  ]
}

/**
 * Whose a range is. Where several share one, it is the main one's, as in libphonenumber; but the North American codes
 * without a place (free, premium, personal) belong to no country of the zone. Source: NANPA, non-geographic codes.
 */
function regionOf(regions: string, { callingCode, mainRegion }: Code): string | null {
  const all = regions.split(',')
  if (callingCode === '1' && all.length > 1) return null
  const region = all.includes(mainRegion) ? mainRegion : (all[0] ?? '')
  return /^[A-Z]{2}$/.test(region) ? region : null
}
