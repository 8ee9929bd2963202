import { issue } from '../../model/issue.ts'
import type { Issue } from '../../model/issue.ts'
import { boundaryIn } from './boundary.ts'
import { readHeader } from './header-fields.ts'
import { headerOf } from './mail-part.ts'
import type { HeaderField, MailPart } from './mail-part.ts'
import { readParameters } from './parameters.ts'
import { decodeTransfer } from './transfer-encoding.ts'
import { withEncodedFiles } from './uuencode.ts'

/** parts: of all kinds together; depth: multiparts in each other; headerBytes: all headers together. */
export type MimeLimits = { readonly parts: number; readonly depth: number; readonly headerBytes: number }

/** Lines that begin like a boundary are compared with those that are open; no honest mail has so many. */
const MOST_DASHED_LINES = 1_000_000

const LF = 0x0a
const CR = 0x0d
const SPACE = 0x20
const TAB = 0x09
const DASH = 0x2d
const DASHES = Buffer.from('\n--')

/** A part while its end is not known. delimiter: null for what is no multipart. */
type Draft = {
  readonly header: Omit<MailPart, 'bytes' | 'parts'>
  readonly encoding: string
  readonly bodyStart: number
  readonly delimiter: Buffer | null
  readonly parts: MailPart[]
  isClosed: boolean
}

/**
 * Splits a mail at its boundaries, in one pass: a line that begins with two dashes is held against the boundaries that
 * are open, innermost first.
 *
 * Source: RFC 2046, section 5.1.
 */
export function splitMail(mail: Buffer, limits: MimeLimits, issues: Issue[]): MailPart {
  let left = limits.headerBytes
  let count = 0
  let isHeaderCut = false
  /** The multiparts that are open, outermost first; leaf: what the bytes are of that come now, if anything. */
  const stack: Draft[] = []

  const isBoundary = (line: number): boolean =>
    mail[line] === DASH && mail[line + 1] === DASH && boundaryAt(mail, line, stack) !== null
  const open = (start: number, isInner: boolean, within: Draft | null): Draft => {
    const header = readHeader(mail, start, left, isBoundary, isInner)
    left = Math.max(0, left - (header.end - start))
    isHeaderCut ||= header.isCut
    count++
    return draftOf(mail, header.fields, header.end, within)
  }

  const root = open(0, false, null)
  if (root.delimiter) stack.push(root)
  let leaf: Draft | null = null
  let stop: 'part_limit' | 'nested_too_deep' | null = null

  /** Ends what is being read down to the multipart that goes on. */
  const close = (depth: number, end: number): void => {
    if (leaf) stack.at(-1)?.parts.push(finished(leaf, mail, end))
    leaf = null
    while (stack.length > depth) {
      const inner = stack.pop() as Draft
      stack.at(-1)?.parts.push(finished(inner, mail, end))
    }
  }

  let dashed = 0
  let at = root.delimiter ? dashedLine(mail, root.bodyStart) : -1
  while (at >= 0 && !stop) {
    const found = boundaryAt(mail, at, stack)
    let next = found?.next ?? at + 2
    if (found) {
      close(found.depth + 1, lineBreakBefore(mail, at))
      const multipart = stack[found.depth] as Draft
      multipart.isClosed = found.isEnd
      if (!found.isEnd && count >= limits.parts) stop = 'part_limit'
      else if (!found.isEnd) {
        const part = open(found.next, true, multipart)
        next = part.bodyStart
        if (!part.delimiter) leaf = part
        else if (stack.length >= limits.depth) stop = 'nested_too_deep'
        else stack.push(part)
      }
    }
    if (++dashed > MOST_DASHED_LINES) stop = 'part_limit'
    if (!stop) at = dashedLine(mail, next)
  }
  const end = stop ? at : mail.length
  const isWhole = root.isClosed || !root.delimiter
  close(1, end)
  if (isHeaderCut) issues.push(issue('text_too_large', { part: 'header', saw: `over ${limits.headerBytes} bytes` }))
  if (stop) issues.push(issue(stop, { saw: `${mail.length - at} bytes unread` }))
  else if (!isWhole) issues.push(issue('message_truncated'))
  return finished(root, mail, end)
}

function draftOf(mail: Buffer, headers: readonly HeaderField[], bodyStart: number, within: Draft | null): Draft {
  const { value, params } = readParameters(headerOf(headers, 'content-type'))
  const disposition = readParameters(headerOf(headers, 'content-disposition'))
  const untold = within?.header.type === 'multipart/digest' ? 'message/rfc822' : 'text/plain'
  const type = value.includes('/') ? value : untold
  const boundary = type.startsWith('multipart/') ? boundaryIn(mail, bodyStart, params.get('boundary')) : null
  return {
    header: {
      headers,
      // Of several parts that nothing parts, the whole is one text.
      type: type.startsWith('multipart/') && boundary === null ? 'text/plain' : type,
      params,
      disposition: disposition.value || null,
      name: disposition.params.get('filename') || params.get('name') || null,
      contentId: headerOf(headers, 'content-id').replace(/^<|>$/g, '') || null,
    },
    encoding: headerOf(headers, 'content-transfer-encoding'),
    bodyStart,
    delimiter: boundary === null ? null : Buffer.from(`--${boundary}`, 'latin1'),
    parts: [],
    isClosed: false,
  }
}

/** A multipart in which no boundary came is a text for whoever looks at it. */
function finished({ header, encoding, bodyStart, delimiter, parts }: Draft, mail: Buffer, end: number): MailPart {
  const raw = mail.subarray(bodyStart, Math.max(bodyStart, end))
  if (!delimiter) return withEncodedFiles({ ...header, bytes: decodeTransfer(raw, encoding), parts })
  const text = { ...header, type: 'text/plain', bytes: raw, parts: [] }
  return { ...header, bytes: mail.subarray(0, 0), parts: parts.length === 0 && raw.length > 0 ? [text] : parts }
}

/** Where the next line with two dashes begins, from the beginning of a line on; -1 where none does. */
function dashedLine(mail: Buffer, from: number): number {
  const at = mail.indexOf(DASHES, Math.max(0, from - 1))
  return at < 0 ? -1 : at + 1
}

/** The line break before a boundary belongs to the boundary. */
function lineBreakBefore(mail: Buffer, at: number): number {
  return mail[at - 2] === CR ? at - 2 : at - 1
}

type Boundary = { readonly depth: number; readonly isEnd: boolean; readonly next: number }

/** The boundary in a line; one that was closed opens again where no other has its name. */
function boundaryAt(mail: Buffer, at: number, stack: readonly Draft[]): Boundary | null {
  let closed: Boundary | null = null
  for (let depth = stack.length - 1; depth >= 0; depth--) {
    const { delimiter, isClosed } = stack[depth] as Draft
    const found = delimiter && delimiterAt(mail, at, delimiter)
    if (found && !isClosed) return { ...found, depth }
    if (found) closed ??= { ...found, depth }
  }
  return closed
}

function delimiterAt(mail: Buffer, start: number, delimiter: Buffer): Omit<Boundary, 'depth'> | null {
  for (let index = 2; index < delimiter.length; index++) if (mail[start + index] !== delimiter[index]) return null
  let at = start + delimiter.length
  const isEnd = mail[at] === DASH && mail[at + 1] === DASH
  if (isEnd) at += 2
  while (mail[at] === SPACE || mail[at] === TAB || mail[at] === CR) at++
  if (at < mail.length && mail[at] !== LF) return null
  return { isEnd, next: Math.min(at + 1, mail.length) }
}
