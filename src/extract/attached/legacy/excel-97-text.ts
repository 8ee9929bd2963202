import { decodeCodePage } from '../rtf/code-pages.ts'
import { masked, maskOf } from '../office/number-mask.ts'
import type { Paper } from '../paper.ts'
import { sharedStrings97 } from './shared-strings-97.ts'

/** Source: MS-XLS, section 2.3. */
const RECORD = {
  continued: 0x003c,
  locked: 0x002f,
  sheet: 0x0085,
  manyNumbers: 0x00bd,
  style: 0x00e0,
  strings: 0x00fc,
  string: 0x00fd,
  link: 0x01b8,
  number: 0x0203,
  label: 0x0204,
  formulaText: 0x0207,
  row: 0x0208,
  short: 0x027e,
  format: 0x041e,
  begin: 0x0809,
} as const
const HEADER_LENGTH = 4
const IS_HIDDEN_ROW = 0x20

type Cells = { row: number; readonly hiddenRows: Set<number>; isHidden: boolean }

/**
 * Writes down the cells of a workbook of Excel 97 to 2003, as far as it is not locked.
 *
 * Out:    null, or why there is none.
 * Source: MS-XLS, sections 2.1.4 and 2.4.
 */
export function excel97Text(book: Buffer, paper: Paper): 'file_encrypted' | null {
  let strings: readonly string[] = []
  const formats = new Map<number, string>()
  const styles: number[] = []
  const hiddenSheets: number[] = []
  const cells: Cells = { row: -1, hiddenRows: new Set(), isHidden: false }
  const write = (row: number, text: string): void => {
    if (row !== cells.row) paper.newLine()
    cells.row = row
    paper.write(`${text}\t`, cells.isHidden || cells.hiddenRows.has(row) ? 'display' : null)
  }
  const number = (row: number, style: number, value: number): void => {
    const mask = maskOf(formats.get(styles[style] ?? 0) ?? '')
    const digits = String(value)
    write(row, mask !== null && /^\d{4,15}$/.test(digits) ? masked(digits, mask) : digits)
  }
  for (let at = 0; at + HEADER_LENGTH <= book.length && !paper.isFull;) {
    const type = book.readUInt16LE(at)
    const start = at + HEADER_LENGTH
    const data = book.subarray(start, start + book.readUInt16LE(at + 2))
    at = start + data.length
    if (type === RECORD.locked) return 'file_encrypted'
    else if (type === RECORD.begin) {
      cells.isHidden = hiddenSheets.includes(start - HEADER_LENGTH)
      cells.hiddenRows.clear()
      paper.newLine()
    } else if (type === RECORD.sheet && data.length >= 6) {
      if ((data[4] as number) !== 0) hiddenSheets.push(data.readUInt32LE())
    } else if (type === RECORD.format && data.length > 5) formats.set(data.readUInt16LE(), unicode(data.subarray(2)))
    else if (type === RECORD.style && data.length >= 4) styles.push(data.readUInt16LE(2))
    else if (type === RECORD.strings) {
      const pieces = [data]
      while (at + HEADER_LENGTH <= book.length && book.readUInt16LE(at) === RECORD.continued) {
        pieces.push(book.subarray(at + HEADER_LENGTH, at + HEADER_LENGTH + book.readUInt16LE(at + 2)))
        at += HEADER_LENGTH + book.readUInt16LE(at + 2)
      }
      strings = sharedStrings97(pieces)
    } else if (type === RECORD.row && data.length >= 14) {
      if ((data.readUInt16LE(12) & IS_HIDDEN_ROW) !== 0) cells.hiddenRows.add(data.readUInt16LE())
    } else if (type === RECORD.link) writeLink(data, paper)
    else if (type === RECORD.formulaText && data.length > 3) write(cells.row, unicode(data))
    else if (data.length >= 10) {
      const [row, style] = [data.readUInt16LE(), data.readUInt16LE(4)]
      if (type === RECORD.string) write(row, strings[data.readUInt32LE(6)] ?? '')
      else if (type === RECORD.label) write(row, unicode(data.subarray(6)))
      else if (type === RECORD.number && data.length >= 14) number(row, style, data.readDoubleLE(6))
      else if (type === RECORD.short) number(row, style, shortNumber(data.readUInt32LE(6)))
      else if (type === RECORD.manyNumbers)
        for (let cell = 4; cell + 8 <= data.length; cell += 6)
          number(row, data.readUInt16LE(cell), shortNumber(data.readUInt32LE(cell + 2)))
    }
  }
  return null
}

/** A string with its length in front. Source: MS-XLS, section 2.5.294. */
function unicode(data: Buffer): string {
  const length = data.readUInt16LE()
  const isWide = ((data[2] as number) & 1) === 1
  const bytes = data.subarray(3, 3 + (isWide ? length * 2 : length))
  return isWide ? bytes.toString('utf16le') : decodeCodePage(bytes, 1252)
}

/** A number in 30 bits. Source: MS-XLS, section 2.5.217. */
function shortNumber(packed: number): number {
  const bytes = Buffer.alloc(8)
  bytes.writeUInt32LE((packed & ~3) >>> 0, 4)
  const value = (packed & 2) === 2 ? packed >> 2 : bytes.readDoubleLE()
  return (packed & 1) === 1 ? value / 100 : value
}

/** What a link opens stands in it as it is. */
function writeLink(data: Buffer, paper: Paper): void {
  const href = /(?:tel|callto|sms|https?):[^\0]{1,500}/i.exec(data.toString('utf16le', data.length % 2))?.[0]
  const shifted = href ?? /(?:tel|callto|sms|https?):[^\0]{1,500}/i.exec(data.toString('utf16le'))?.[0]
  if (shifted !== undefined) paper.link(shifted, paper.length)
}
