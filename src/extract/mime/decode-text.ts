import { isUtf8 } from 'node:buffer'
import { decodeCharset, decodeUntold } from './decode-charset.ts'

const META_CHARSET = /<meta[^>]{0,200}charset\s{0,5}=\s{0,5}["']?([\w-]{1,40})/i
/** What mailers call a text of which they know nothing. */
const SAYS_NOTHING = /^(?:us-?ascii|ascii|unknown-8bit|x-unknown|default|)$/i
const HEAD_BYTES = 2048

/**
 * Decodes a text: by its byte order mark, by the charset its mail tells, as UTF-8 where it is that, by what HTML says of
 * itself, else as Windows-1252, which every byte can be.
 *
 * In:  told, the charset by the header of its part, if it tells one.
 */
export function decodeText(bytes: Uint8Array, told = ''): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return decode(bytes, 'utf-16le')
  if (first === 0xfe && second === 0xff) return decode(bytes, 'utf-16be')
  if (!SAYS_NOTHING.test(told)) return decode(bytes, told)
  const text = decodeUntold(bytes)
  const meta = META_CHARSET.exec(text.slice(0, HEAD_BYTES))?.[1]
  return meta === undefined || isUtf8(bytes) ? text : decode(bytes, meta)
}

function decode(bytes: Uint8Array, charset: string): string {
  return decodeCharset(bytes, charset) ?? decodeUntold(bytes)
}
