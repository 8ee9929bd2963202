import { issue } from '../../model/issue.ts'
import type { Issue } from '../../model/issue.ts'

/** Lines that are taken apart in all. Each costs the parser up to a kilobyte. */
const MOST_LINES = 200_000
/** What a line that may begin a part costs, in lines. */
const BOUNDARY_LINES = 10
const HEADER_LENGTH = 16 * 1024
/** Shorter lines of Base64 may be words or numbers of a text that only claims to be it. */
const LEAST_BASE64 = 60
/** A longer line that claims to be Base64 and is none would fall into millions of pieces. */
const LONGEST_OTHER = 64 * 1024
const BASE64 = /^content-transfer-encoding[ \t]*:[ \t]*base64/im

const LF = 0x0a
const CR = 0x0d
const DASH = 0x2d
const EQUALS = 0x3d

const isBase64 = Uint8Array.from({ length: 0x100 }, (_, code) =>
  /[A-Za-z\d+/]/.test(String.fromCharCode(code)) ? 1 : 0,
)

/**
 * Brings a mail into a form that costs a MIME parser little, line by line: the lines of Base64 are joined, and of bodies
 * with hundreds of thousands of lines the first are kept, in each as many as half of what the whole mail has left.
 *
 * In:  bytes of one mail. Every line with two dashes is held to begin a part: no boundary can be missed.
 * Out: the same mail; what was left out is told in issues.
 */
export function leanMail(bytes: Uint8Array, issues: Issue[]): Uint8Array {
  const mail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const lean = Buffer.allocUnsafe(mail.length)
  let length = 0
  let left = MOST_LINES
  let header = 0
  let isBody = false
  let isEncoded = false
  let allowed = 0
  let joinable = 0
  let dropped = 0
  for (let at = 0; at < mail.length;) {
    const newline = mail.indexOf(LF, at)
    const next = newline < 0 ? mail.length : newline + 1
    const end = newline > at && mail[newline - 1] === CR ? newline - 1 : newline < 0 ? next : newline
    if (mail[at] === DASH && mail[at + 1] === DASH) {
      left -= BOUNDARY_LINES
      if (left <= 0) {
        issues.push(issue('part_limit', { saw: `${mail.length - at} bytes unread` }))
        break
      }
      isBody = false
      header = next
      joinable = 0
    } else if (!isBody) {
      if (end === at) {
        isBody = true
        isEncoded = BASE64.test(mail.toString('latin1', header, Math.min(at, header + HEADER_LENGTH)))
        allowed = left >> 1
      }
    } else {
      const width = isEncoded ? base64Width(mail, at, end) : 0
      const isBroken = isEncoded && width === 0 && end - at > LONGEST_OTHER
      if (width > 0 && width === joinable) length = withoutBreak(lean, length)
      else if (!isBroken && allowed-- > 0) left--
      else {
        dropped += next - at
        at = next
        continue
      }
      joinable = width
    }
    length += mail.copy(lean, length, at, next)
    at = next
  }
  if (dropped > 0) issues.push(issue('text_too_large', { saw: `${dropped} bytes unread` }))
  return lean.subarray(0, length)
}

/** The length of a line that is Base64 from end to end, padding and all; 0 for any other. */
function base64Width(mail: Uint8Array, start: number, end: number): number {
  if (end - start < LEAST_BASE64) return 0
  const padding = mail[end - 1] !== EQUALS ? 0 : mail[end - 2] !== EQUALS ? 1 : 2
  for (let at = start; at < end - padding; at++) if (isBase64[mail[at] as number] === 0) return 0
  return end - start
}

function withoutBreak(lean: Uint8Array, length: number): number {
  return length - (lean[length - 2] === CR ? 2 : 1)
}
