import { compoundFile } from './compound-file.ts'

/** A record of a number, a length and its bytes, as BIFF has them. */
export const biff = (type: number, data: Uint8Array): Buffer => {
  const header = Buffer.alloc(4)
  header.writeUInt16LE(type)
  header.writeUInt16LE(data.length, 2)
  return Buffer.concat([header, data])
}

/** A Word document of 1997 whose text is kept in one piece. Source: MS-DOC. */
export function doc(text: string, { isWide = true, isLocked = false, data = Buffer.alloc(0) } = {}): Uint8Array {
  const start = 0x400
  const letters = isWide ? Buffer.from(text, 'utf16le') : Buffer.from(text, 'latin1')
  const document = Buffer.concat([Buffer.alloc(start), letters, Buffer.alloc(4096)])
  document.writeUInt16LE(0xa5ec)
  document.writeUInt16LE(0x0200 | (isLocked ? 0x0100 : 0), 0x0a)
  document.writeUInt32LE(21, 0x01a6)
  const table = Buffer.alloc(21)
  table.writeUInt8(2)
  table.writeUInt32LE(16, 1)
  table.writeUInt32LE(text.length, 9)
  table.writeUInt32LE(isWide ? start : (start * 2) | 0x40000000, 15)
  return compoundFile({ WordDocument: document, '1Table': table, ...(data.length > 0 && { Data: data }) })
}

/** A presentation of PowerPoint 97 with one text for each slide. Source: MS-PPT. */
export function ppt(texts: readonly string[]): Uint8Array {
  const record = (version: number, type: number, data: Uint8Array): Buffer => {
    const header = Buffer.alloc(8)
    header.writeUInt16LE(version)
    header.writeUInt16LE(type, 2)
    header.writeUInt32LE(data.length, 4)
    return Buffer.concat([header, data])
  }
  const slides = texts.map((text) => record(0xf, 0x03ee, record(0, 0x0fa0, Buffer.from(text, 'utf16le'))))
  return compoundFile({ 'PowerPoint Document': Buffer.concat([...slides, record(0, 0, Buffer.alloc(5000))]) })
}

/** A workbook of Excel 97 of these records, and a sheet that follows them. Source: MS-XLS. */
export function xls(globals: readonly Buffer[], sheet: readonly Buffer[]): Uint8Array {
  const begin = biff(0x0809, Buffer.from('0006050000000000', 'hex'))
  const end = biff(0x000a, Buffer.alloc(0))
  return compoundFile({ Workbook: Buffer.concat([begin, ...globals, end, begin, ...sheet, end, Buffer.alloc(4096)]) })
}

/** A cell's record. In: rest, what stands behind its row, column and style. */
export function cell(type: number, row: number, style: number, rest: Uint8Array): Buffer {
  const place = Buffer.alloc(6)
  place.writeUInt16LE(row)
  place.writeUInt16LE(style, 4)
  return biff(type, Buffer.concat([place, rest]))
}
