import { decodeCodePage } from '../rtf/code-pages.ts'
import type { Paper } from '../paper.ts'

const HEADER_LENGTH = 8
const IS_CONTAINER = 0xf
const TEXT_WIDE = 0x0fa0
const TEXT_NARROW = 0x0fa8
const STRING = 0x0fba
const ENCRYPTION = 0x2f14

/**
 * Writes down the texts of a presentation of PowerPoint 97 to 2003, in the order they were saved.
 *
 * Out:    null, or why there is none.
 * Source: MS-PPT, sections 2.3.1 and 2.9.
 */
export function powerPoint97Text(document: Buffer, paper: Paper): 'file_encrypted' | null {
  for (let at = 0; at + HEADER_LENGTH <= document.length && !paper.isFull;) {
    const isContainer = (document.readUInt16LE(at) & 0xf) === IS_CONTAINER
    const type = document.readUInt16LE(at + 2)
    const start = at + HEADER_LENGTH
    const data = document.subarray(start, start + document.readUInt32LE(at + 4))
    if (type === ENCRYPTION) return 'file_encrypted'
    if (type === TEXT_WIDE || type === TEXT_NARROW) {
      const text = type === TEXT_WIDE ? data.toString('utf16le') : decodeCodePage(data, 1252)
      paper.newLine()
      paper.write(text.replace(/[\r\v]/g, '\n'), null)
    } else if (type === STRING) paper.link(data.toString('utf16le'), paper.length)
    at = isContainer ? start : start + data.length
  }
  return null
}
