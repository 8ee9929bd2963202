/** The numbers a column is made of, by their name in the file. */
export const KINDS = { u8: Uint8Array, u16: Uint16Array, u32: Uint32Array, f64: Float64Array } as const
export type Kind = keyof typeof KINDS
export type Column = Uint8Array | Uint16Array | Uint32Array | Float64Array

/**
 * The columns of a table of ranges. Strings are numbered; 0 is the empty one, which stands for what is not told.
 *
 * codeStart:     by calling code as a number, its first range; one more than there are codes.
 * rowBase:       by calling code, its first row less one.
 * starts:        of each range the least key: its national digits, filled up with zeros to the digits of a key.
 * rows:          of each range its first row, counted from the base of its code; 0 where nobody speaks for it.
 * rowGoesOn:     1 where the next row speaks for the same range, at other lengths.
 * rowProfile, rowArea: of each row.
 * lengths:       of each profile the lengths it speaks for, as bits; the rest are numbers of strings.
 */
export const COLUMNS = [
  'codeStart',
  'rowBase',
  'starts',
  'rows',
  'rowGoesOn',
  'rowProfile',
  'rowArea',
  'lengths',
  'lineType',
  'region',
  'provider',
  'timeZones',
  'areaCode',
  'assignment',
  'status',
  'stringStarts',
  'stringBytes',
] as const
export type ColumnName = (typeof COLUMNS)[number]

/** Where a table is from. licence: under which its source may be passed on; null where nobody says. */
export type TableSource = {
  readonly name: string
  readonly title: string
  readonly date: string | null
  readonly licence: string | null
}

/** The head of a table, JSON in the file. keyDigits: 9 where no range begins inside a billion, else 15. */
export type TableHead = {
  readonly source: TableSource
  readonly keyDigits: number
  readonly columns: Readonly<Record<ColumnName, readonly [kind: Kind, offset: number, length: number]>>
}

/**
 * A file holds tables one behind the other: 4 bytes each of magic, version, checksum (CRC-32 of what follows it) and
 * length of the head; the head, an array of TableHead; then columns, each on a multiple of 8 bytes. Little-endian.
 */
export const MAGIC = 0x474e5252
export const VERSION = 1
export const HEAD_AT = 16
export const CHECKED_FROM = 12

/** Where a data folder keeps tables of its own: a newer plan by this name, and a table for each register. */
export const TABLES_FOLDER = 'reference'
export const TABLE_SUFFIX = '.bin'
export const PLAN_NAME = 'numbering-plan'

/** Calling codes have up to three digits. */
export const CODES = 1000

export const aligned = (offset: number): number => Math.ceil(offset / 8) * 8
