import { issue } from '../../model/issue.ts'
import { opened } from '../opened.ts'
import type { Opened } from '../opened.ts'
import { readNestedMail } from './read-nested-mail.ts'
import type { FileToRead } from './readers.ts'

/** Object identifiers as they stand in the bytes: 1.2.840.113549.1.7.1 and .3. Source: RFC 5652, section 4 and 6.1. */
const DATA = Buffer.from('06092a864886f70d010701', 'hex')
const ENVELOPED = Buffer.from('06092a864886f70d010703', 'hex')
const EXPLICIT = 0xa0
const OCTETS = 0x04
const OCTETS_IN_PIECES = 0x24
const HEAD_LENGTH = 64
const MOST_PIECES = 100_000

/** Opens what was signed and packed with its signature; a signature alone holds nothing. Source: RFC 5652; RFC 8551, section 3.5.2. */
export function readSigned({ bytes, name, part, type }: FileToRead): Opened {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (file.subarray(0, HEAD_LENGTH).includes(ENVELOPED))
    return { ...opened(), issues: [issue('file_encrypted', { part, saw: type })] }
  const content = contentBehind(file, file.indexOf(DATA) + DATA.length)
  if (content === null || content.length === 0) return opened()
  const called = name?.replace(/\.p7m$/i, '') ?? null
  if (!/^\s*(?:content-|mime-version)/i.test(content.toString('latin1', 0, HEAD_LENGTH)))
    return { ...opened(), files: [{ name: called, type: 'application/octet-stream', bytes: content }] }
  // The mail's own header stands outside of what is signed.
  const mail = Buffer.concat([Buffer.from('From:\r\nMIME-Version: 1.0\r\n'), content])
  return { ...opened(), files: [{ name: called, type: 'message/rfc822', bytes: mail, reader: readNestedMail }] }
}

/** The bytes of an octet string, in one piece or in many. null where there is none. */
function contentBehind(file: Buffer, at: number): Buffer | null {
  const outer = file[at] === EXPLICIT ? headerAt(file, at) : null
  if (outer === null) return null
  const inner = headerAt(file, outer.start)
  if (inner.tag === OCTETS) return file.subarray(inner.start, inner.start + inner.length)
  if (inner.tag !== OCTETS_IN_PIECES) return null
  const pieces: Buffer[] = []
  for (let next = inner.start; file[next] === OCTETS && pieces.length < MOST_PIECES;) {
    const piece = headerAt(file, next)
    pieces.push(file.subarray(piece.start, piece.start + piece.length))
    next = piece.start + piece.length
  }
  return Buffer.concat(pieces)
}

/** Source: X.690, section 8.1. A length that is not told counts as all that follows. */
function headerAt(file: Buffer, at: number): { tag: number; start: number; length: number } {
  const tag = file[at] ?? 0
  const first = file[at + 1] ?? 0
  if (first < 0x80) return { tag, start: at + 2, length: first }
  const digits = Math.min(4, first & 0x7f)
  const isTold = digits > 0 && at + 2 + digits <= file.length
  return { tag, start: at + 2 + digits, length: isTold ? file.readUIntBE(at + 2, digits) : file.length }
}
