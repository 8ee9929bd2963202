import { decodeCharset, decodeUntold } from './decode-charset.ts'
import { decodeQuotedPrintable } from './transfer-encoding.ts'

/** `=?charset?B?` or `=?charset*language?Q?`. */
const OPENING = /=\?([^?*\s]{1,60})(?:\*[^?\s]{0,60})?\?([BbQq])\?/y

/** Bytes of words that stand together: a letter may begin in one and end in the next. */
type Run = { readonly charset: string; readonly bytes: Buffer[] }

/**
 * Decodes the encoded words of a header, also where they hold blanks, lack their end, or share a letter between two.
 *
 * In:  text, the unfolded value of a field.
 * Source: RFC 2047; RFC 2231, section 5, for the language.
 * @example decodeWords('=?utf-8?Q?Your_ren?= =?utf-8?B?ZXdhbA==?=') // => 'Your renewal'
 */
export function decodeWords(text: string): string {
  let at = text.indexOf('=?')
  if (at < 0) return text
  let decoded = ''
  let run: Run | null = null
  /** Where what is not decoded yet begins. */
  let from = 0
  /** The end nearest to where it was last looked for: looking anew for each word would take the square of the text. */
  let close = 0
  const flush = (): void => {
    if (run) decoded += textOf(run)
    run = null
  }
  for (; at >= 0; at = text.indexOf('=?', at)) {
    OPENING.lastIndex = at
    const opening = OPENING.exec(text)
    if (!opening) {
      at += 2
      continue
    }
    const [head, charset = '', encoding] = opening
    const start = at + head.length
    if (close >= 0 && close < start) close = text.indexOf('?=', start)
    const isEnded = close >= 0 && close - start < LONGEST_WORD
    const end = isEnded ? close : blankAfter(text, start)
    const between = text.slice(from, at)
    if (!run || between.trim() !== '' || run.charset !== charset.toLowerCase()) {
      const before: Run | null = run
      flush()
      // Blanks between two words only part them; RFC 2047, section 6.2.
      if (!before || between.trim() !== '') decoded += between
      run = { charset: charset.toLowerCase(), bytes: [] }
    }
    const word = text.slice(start, end)
    run.bytes.push(
      encoding === 'B' || encoding === 'b'
        ? Buffer.from(word, 'base64')
        : decodeQuotedPrintable(Buffer.from(word.replaceAll('_', ' '), 'utf8')),
    )
    from = isEnded ? end + 2 : end
    at = from
  }
  flush()
  return decoded + text.slice(from)
}

/** Where a word ends that nothing else ends. */
function blankAfter(text: string, start: number): number {
  const blank = text.slice(start, start + LONGEST_WORD).search(/\s/)
  return blank < 0 ? Math.min(text.length, start + LONGEST_WORD) : start + blank
}

/** RFC 2047 allows 75; some mailers put a whole subject into one word. */
const LONGEST_WORD = 20_000

function textOf({ charset, bytes }: Run): string {
  const all = bytes.length === 1 ? (bytes[0] as Buffer) : Buffer.concat(bytes)
  return decodeCharset(all, charset) ?? decodeUntold(all)
}
