import { issue } from '../model/issue.ts'
import type { RawMessage } from './messages.ts'

/**
 * The line between two mails, `From user@example.org Thu Aug 22 12:36:23 2002`: it names a day and a time, or it is a
 * sentence of the mail.
 */
const SEPARATOR =
  /^From (?:.{1,300} )?(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? {1,3}(?:[A-Z][a-z]{2} {1,3}\d{1,2}|\d{1,2} {1,3}[A-Z][a-z]{2}) .{0,12}\d\d:\d\d/

const LONGEST_SEPARATOR = 400
const QUOTE = 0x3e
const LF = 0x0a

/**
 * Splits an mbox as it streams by, so that its size does not matter.
 *
 * In:  chunks of the file, from a line that begins with `From ` on; file, its name; maxBytes of one mail.
 * Out: mails named `file#1`, `file#2`…, their `>From ` lines unquoted (mboxrd).
 */
export async function* splitMbox(
  chunks: AsyncIterable<Buffer>,
  file: string,
  maxBytes: number,
): AsyncGenerator<RawMessage, void, undefined> {
  let count = 0
  let mail = openMail()
  /** A line break before the first line makes its separator one like the others. */
  let rest: Buffer = Buffer.from('\n')
  const take = (data: Buffer, isLast: boolean): RawMessage[] => {
    const ended: RawMessage[] = []
    let from = 0
    // A separator that the end cuts in two is looked at again with the next chunk.
    const upTo = isLast ? data.length : data.length - LONGEST_SEPARATOR
    let at = data.indexOf('\nFrom ')
    while (at >= 0 && at < upTo) {
      const line = data.toString('latin1', at + 1, at + LONGEST_SEPARATOR).split('\n', 1)[0] ?? ''
      if (count === 0 || SEPARATOR.test(line)) {
        mail.add(data.subarray(from, at + 1))
        if (count > 0) ended.push(mail.end(`${file}#${count}`))
        count++
        mail = openMail()
        from = at + line.length + 2
      }
      at = data.indexOf('\nFrom ', at + 1)
    }
    const kept = isLast ? data.length : Math.max(from, upTo)
    mail.add(data.subarray(from, kept))
    rest = data.subarray(kept)
    return ended
  }
  for await (const chunk of chunks) yield* take(Buffer.concat([rest, chunk]), false)
  yield* take(rest, true)
  if (count > 0) yield mail.end(`${file}#${count}`)

  function openMail(): { add(piece: Buffer): void; end(name: string): RawMessage } {
    let pieces: Buffer[] = []
    let size = 0
    return {
      add(piece) {
        size += piece.length
        // Of a mail that is too large only its size is kept.
        if (size <= maxBytes) pieces.push(piece)
        else pieces = []
      },
      end: (name) =>
        size > maxBytes
          ? { file: name, issue: issue('message_too_large', { saw: `${size} bytes` }) }
          : { file: name, bytes: unquoted(Buffer.concat(pieces)) },
    }
  }
}

/** The mail as it was before it was put into the file: without its quoted lines and the blank line that ends it. */
function unquoted(mail: Buffer): Uint8Array {
  const end = mail.toString('latin1', mail.length - 4)
  const own = mail.subarray(0, mail.length - (end === '\r\n\r\n' ? 2 : end.endsWith('\n\n') ? 1 : 0))
  // On the bytes as they lie: as text, a large mail would be held four times.
  const pieces: Buffer[] = []
  let from = 0
  for (let at = own.indexOf('>From '); at >= 0; at = own.indexOf('>From ', at + 1)) {
    let start = at
    while (start > from && own[start - 1] === QUOTE) start--
    if (start > 0 && own[start - 1] !== LF) continue
    pieces.push(own.subarray(from, start))
    from = start + 1
  }
  return pieces.length === 0 ? own : Buffer.concat([...pieces, own.subarray(from)])
}
