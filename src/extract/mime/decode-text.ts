import { isAscii, isUtf8 } from 'node:buffer'
import { decodeCharset, decodeUntold } from './decode-charset.ts'

const META_CHARSET = /<meta[^>]{0,200}charset\s{0,5}=\s{0,5}["']?([\w-]{1,40})/i
/** What mailers call a text of which they know nothing. */
const SAYS_NOTHING = /^(?:us-?ascii|ascii|unknown-8bit|x-unknown|default|)$/i
const HEAD_BYTES = 2048

const LATIN = /^(?:iso[-_]?8859-?1|latin-?1|(?:windows|cp)-?1252)$/i
const UTF8 = /^utf-?8$/i
/** Of so many bytes is told whether a text is UTF-16 of which nobody says so. */
const SAMPLE_BYTES = 512

/**
 * Decodes a text: by its byte order mark, by the charset its mail tells, as UTF-8 where it is that, by what HTML says of
 * itself, else as Windows-1252, which every byte can be. A charset that the bytes belie is not believed: UTF-8 that is
 * called Latin, Latin that is called UTF-8, and UTF-16 of which nobody says so.
 *
 * In:  told, the charset by the header of its part, if it tells one.
 */
export function decodeText(bytes: Uint8Array, told = ''): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return decode(bytes, 'utf-16le')
  if (first === 0xfe && second === 0xff) return decode(bytes, 'utf-16be')
  const wide = wideCharset(bytes)
  if (wide !== null) return decode(bytes, wide)
  if (UTF8.test(told)) return isUtf8(bytes) ? decode(bytes, told) : ratherLatin(bytes, decode(bytes, told))
  if (LATIN.test(told)) return isUtf8(bytes) && !isAscii(bytes) ? decode(bytes, 'utf-8') : decode(bytes, told)
  if (!SAYS_NOTHING.test(told)) return decode(bytes, told)
  const text = decodeUntold(bytes)
  const meta = META_CHARSET.exec(text.slice(0, HEAD_BYTES))?.[1]
  return meta === undefined || isUtf8(bytes) ? text : decode(bytes, meta)
}

/** A letter or two that were lost on the way do not make UTF-8 something else; more wrong ones than right ones do. */
function ratherLatin(bytes: Uint8Array, text: string): string {
  let [wrong, right] = [0, 0]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0xff_fd) wrong++
    else if (code > 0x7f) right++
  }
  return wrong > right ? decode(bytes, 'windows-1252') : text
}

/** Every other byte of Western writing in UTF-16 is nought, and no other text has so many. */
function wideCharset(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length, SAMPLE_BYTES) & ~1
  if (length < 4) return null
  let [even, odd] = [0, 0]
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even++
    if (bytes[at + 1] === 0) odd++
  }
  if (odd > length / 4 && even < length / 20) return 'utf-16le'
  return even > length / 4 && odd < length / 20 ? 'utf-16be' : null
}

function decode(bytes: Uint8Array, charset: string): string {
  return decodeCharset(bytes, charset) ?? decodeUntold(bytes)
}
