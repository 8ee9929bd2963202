import { decodeUntold } from './decode-charset.ts'
import type { HeaderField } from './mail-part.ts'

const LF = 0x0a
const CR = 0x0d
const SPACE = 0x20
const TAB = 0x09
const COLON = 0x3a

const LONGEST_NAME = 100
/** Of one header. */
const MOST_FIELDS = 2_000

/** end: where what follows the header begins; isCut: whether fields past the limit were passed over. */
export type Header = { readonly fields: readonly HeaderField[]; readonly end: number; readonly isCut: boolean }

/** Where a field stands; end is the end of its last line, line break and all. */
type Place = { readonly at: number; readonly colon: number; end: number }

/**
 * Reads a header up to the blank line that ends it, or to where something begins that cannot stand in one.
 *
 * In:  limit, in bytes: fields past it are passed over. isBoundary tells whether a line is one: a part may end before
 *      its header does. isInner: the header of a part, which may lack one altogether.
 * Out: fields in their order, 8-bit ones as UTF-8 where they are that, else as Windows-1252.
 * Source: RFC 5322, sections 2.2 and 4.5.
 */
export function readHeader(
  mail: Buffer,
  start: number,
  limit: number,
  isBoundary: (at: number) => boolean,
  isInner: boolean,
): Header {
  const places: Place[] = []
  let last: Place | null = null
  let isCut = false
  let at = start
  while (at < mail.length) {
    const newline = mail.indexOf(LF, at)
    const next = newline < 0 ? mail.length : newline + 1
    if (isBlankLine(mail, at, next)) {
      at = next
      break
    }
    if (isBoundary(at)) break
    const colon = colonOf(mail, at, next)
    if (isBlank(mail[at])) {
      // A line that is folded belongs to the field before it; of a field that was passed over, as little is kept.
      if (last && next - start <= limit) last.end = next
      else isCut ||= places.length > 0
    } else if (colon >= 0) {
      if (next - start <= limit && places.length < MOST_FIELDS) {
        last = { at, colon, end: next }
        places.push(last)
      } else {
        last = null
        isCut = true
      }
    } else if (!isStray(mail, at, next, places.length === 0, isInner)) break
    at = next
  }
  return { fields: places.map((place) => fieldAt(mail, place)), end: at, isCut }
}

/** A line that is no field: the `From ` of an mbox, or one that a broken mailer left between two fields. */
function isStray(mail: Buffer, at: number, next: number, isFirst: boolean, isInner: boolean): boolean {
  if (isFirst) return !isInner || /^>?From /.test(mail.toString('latin1', at, at + 6))
  const after = mail.indexOf(LF, next)
  const end = after < 0 ? mail.length : after + 1
  return isBlankLine(mail, next, end) || isBlank(mail[next]) || colonOf(mail, next, end) >= 0
}

/** Where the name of a field ends; -1 where the line is none. */
function colonOf(mail: Buffer, start: number, end: number): number {
  let at = start
  const last = Math.min(end, start + LONGEST_NAME)
  while (at < last && (mail[at] as number) > SPACE && (mail[at] as number) < 0x7f && mail[at] !== COLON) at++
  if (at === start) return -1
  const name = at
  while (at < last && isBlank(mail[at])) at++
  return mail[at] === COLON ? (name < at ? at : name) : -1
}

function isBlankLine(mail: Buffer, start: number, end: number): boolean {
  let at = start
  while (mail[at] === CR) at++
  return at >= end || (mail[at] === LF && at < end)
}

function isBlank(byte: number | undefined): boolean {
  return byte === SPACE || byte === TAB
}

const EIGHT_BIT = /[\x80-\xff]/
const NUL = /\0/g

function fieldAt(mail: Buffer, { at, colon, end }: Place): HeaderField {
  const raw = mail.toString('latin1', colon + 1, end)
  const text = EIGHT_BIT.test(raw) ? decodeUntold(mail.subarray(colon + 1, end)) : raw
  return { key: mail.toString('latin1', at, colon).trimEnd().toLowerCase(), value: unfolded(text) }
}

function unfolded(text: string): string {
  const value = text.trim()
  return value.includes('\n') || value.includes('\0') ? value.replace(/\r*\n[ \t]*/g, ' ').replace(NUL, '') : value
}
