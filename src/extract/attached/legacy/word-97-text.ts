import { decodeCodePage } from '../rtf/code-pages.ts'
import type { Paper } from '../paper.ts'

const WORD_97 = 0xa5ec
const IS_ENCRYPTED = 0x0100
const USES_TABLE_1 = 0x0200
/** Where the file says its pieces stand in the table stream. */
const PIECES_AT = 0x01a2
const IS_NARROW = 0x40000000
const MOST_PIECES = 100_000

/** What signs within the text stand for; others below a blank are marks of objects and notes. */
const WRITTEN: Readonly<Record<string, string>> = {
  '\r': '\n',
  '\x07': '\t',
  '\x0b': '\n',
  '\x0c': '\n',
  '\t': '\t',
  '\x1e': '-',
}
const FIELD_BEGIN = '\x13'
const FIELD_MIDDLE = '\x14'
const FIELD_END = '\x15'

/**
 * Writes down all text of a Word document of 1997 to 2003: body, notes, headers, comments and text boxes, as they stand
 * one behind the other.
 *
 * In:     document and table, streams of the compound file, the latter by name.
 * Out:    null, or why there is none.
 * Source: MS-DOC, sections 2.5.1, 2.8.35 and 2.9.38.
 */
export function word97Text(
  document: Buffer,
  table: (name: '0Table' | '1Table') => Buffer,
  paper: Paper,
): 'file_encrypted' | 'file_damaged' | null {
  if (document.length < PIECES_AT + 8 || document.readUInt16LE() !== WORD_97) return 'file_damaged'
  const flags = document.readUInt16LE(0x0a)
  if ((flags & IS_ENCRYPTED) !== 0) return 'file_encrypted'
  const stream = table((flags & USES_TABLE_1) === 0 ? '0Table' : '1Table')
  const start = document.readUInt32LE(PIECES_AT)
  const pieces = pieceTable(stream.subarray(start, start + document.readUInt32LE(PIECES_AT + 4)))
  if (pieces === null) return 'file_damaged'
  writeText(textOf(document, pieces), paper)
  return null
}

/** Behind the changes of formatting. */
function pieceTable(clx: Buffer): Buffer | null {
  let at = 0
  while (clx[at] === 1 && at + 3 <= clx.length) at += 3 + clx.readUInt16LE(at + 1)
  return clx[at] === 2 && at + 5 <= clx.length ? clx.subarray(at + 5, at + 5 + clx.readUInt32LE(at + 1)) : null
}

function textOf(document: Buffer, pieces: Buffer): string {
  const count = Math.min(MOST_PIECES, Math.floor((pieces.length - 4) / 12))
  let text = ''
  // Pieces may all be the same bytes: together they give no more than there are.
  let left = document.length
  for (let index = 0; index < count && left > 0; index++) {
    const letters = pieces.readUInt32LE(index * 4 + 4) - pieces.readUInt32LE(index * 4)
    const place = pieces.readUInt32LE((count + 1) * 4 + index * 8 + 2)
    const isNarrow = (place & IS_NARROW) !== 0
    const start = isNarrow ? (place & ~IS_NARROW) >>> 1 : place
    const bytes = document.subarray(start, start + Math.max(0, Math.min(left, isNarrow ? letters : letters * 2)))
    left -= bytes.length
    text += isNarrow ? decodeCodePage(bytes, 1252) : bytes.toString('utf16le')
  }
  return text
}

/** Of a field its result is shown, and what a link among them opens. */
function writeText(text: string, paper: Paper): void {
  const fields: { instruction: string; since: number | null }[] = []
  // oxlint-disable-next-line no-control-regex -- these are the signs of the format
  for (const piece of text.split(/([\0-\x1f])/)) {
    const field = fields.at(-1)
    if (piece === FIELD_BEGIN) fields.push({ instruction: '', since: null })
    else if (piece === FIELD_MIDDLE && field) field.since = paper.length
    else if (piece === FIELD_END && field) {
      fields.pop()
      const href = /HYPERLINK\s+"?([^"\s]+)/i.exec(field.instruction.slice(0, 2_000))?.[1]
      if (href !== undefined) paper.link(href, field.since ?? paper.length)
    } else if (field && field.since === null) field.instruction += piece
    // oxlint-disable-next-line no-control-regex -- these are the signs of the format
    else paper.write(/^[\0-\x1f]$/.test(piece) ? (WRITTEN[piece] ?? '') : piece, null)
  }
}
