import type { MailPart } from './mail-part.ts'

const LF = 0x0a
const CR = 0x0d
const MOST_FILES = 100
const BEGIN = Buffer.from('begin ')
const BEGIN_LINE = /^begin [0-7]{3,4} ([^\r\n]{1,250})\r*\n$/

/**
 * Files that stand in a text in the way of old Unix mail become parts beside it.
 *
 * Out: the part as it was; where its text holds files, a multipart of the text around them and each of them.
 * Source: POSIX, uuencode.
 */
export function withEncodedFiles(part: MailPart): MailPart {
  if (part.type !== 'text/plain') return part
  const text = Buffer.from(part.bytes.buffer, part.bytes.byteOffset, part.bytes.length)
  const around: Buffer[] = []
  const files: MailPart[] = []
  let from = 0
  let at = text.indexOf(BEGIN)
  while (at >= 0 && files.length < MOST_FILES) {
    const file = at === 0 || text[at - 1] === LF ? fileAt(text, at) : null
    if (file) {
      around.push(text.subarray(from, at))
      from = file.end
      files.push({
        headers: [],
        type: 'application/octet-stream',
        params: new Map(),
        disposition: 'attachment',
        name: file.name,
        contentId: null,
        bytes: file.bytes,
        parts: [],
      })
    }
    at = text.indexOf(BEGIN, file?.end ?? at + BEGIN.length)
  }
  if (files.length === 0) return part
  const words = { ...part, headers: [], bytes: Buffer.concat([...around, text.subarray(from)]) }
  return { ...part, type: 'multipart/mixed', bytes: text.subarray(0, 0), parts: [words, ...files] }
}

type EncodedFile = { readonly name: string; readonly bytes: Buffer; readonly end: number }

/** null where what follows is no file: `begin 644 x` may be words. */
function fileAt(text: Buffer, start: number): EncodedFile | null {
  const first = lineEnd(text, start)
  const name = BEGIN_LINE.exec(text.toString('latin1', start, Math.min(first, start + 300)))?.[1]
  if (name === undefined) return null
  let end = first
  let size = 0
  for (let next = lineEnd(text, end); end < text.length; next = lineEnd(text, end)) {
    const count = countOf(text, end, contentEnd(text, end, next))
    if (count < 0) break
    size += count
    end = next
  }
  if (size === 0) return null
  const bytes = Buffer.allocUnsafe(size)
  let length = 0
  for (let at = first; at < end;) {
    const next = lineEnd(text, at)
    length += decodeLine(text, at, contentEnd(text, at, next), bytes, length)
    at = next
  }
  const last = lineEnd(text, end)
  return { name, bytes, end: /^end\s*$/.test(text.toString('latin1', end, Math.min(last, end + 10))) ? last : end }
}

function lineEnd(text: Buffer, from: number): number {
  const newline = text.indexOf(LF, from)
  return newline < 0 ? text.length : newline + 1
}

function contentEnd(text: Buffer, start: number, next: number): number {
  let end = next
  while (end > start && (text[end - 1] === LF || text[end - 1] === CR)) end--
  return end
}

/** How many bytes a line holds; -1 where it is none of uuencode. Blanks at its end may have been lost on the way. */
function countOf(text: Buffer, start: number, end: number): number {
  const count = end > start ? valueOf(text[start]) : -1
  const width = end - start - 1
  if (count < 0 || width > Math.ceil(count / 3) * 4 + 2 || width < Math.ceil((count * 4) / 3) - 8) return -1
  for (let at = start + 1; at < end; at++) if (valueOf(text[at]) < 0) return -1
  return count
}

function decodeLine(text: Buffer, start: number, end: number, into: Buffer, offset: number): number {
  const count = valueOf(text[start])
  for (let index = 0; index < count; index++) {
    const group = start + 1 + Math.floor(index / 3) * 4 + (index % 3)
    const shift = (index % 3) * 2 + 2
    into[offset + index] =
      ((sixBits(text, group, end) << shift) | (sixBits(text, group + 1, end) >> (6 - shift))) & 0xff
  }
  return count
}

function sixBits(text: Buffer, at: number, end: number): number {
  return at < end ? valueOf(text[at]) : 0
}

function valueOf(byte: number | undefined): number {
  return byte === undefined || byte < 0x20 || byte > 0x60 ? -1 : (byte - 0x20) & 0x3f
}
