/** What a scan of RTF tells, in the order of the document. */
export type RtfEvents = {
  openGroup(): void
  closeGroup(): void
  /** A control word with its number; symbols such as `*` and `~` too. */
  word(name: string, value: number | null): void
  /** A byte written as `\'hh`. */
  byte(byte: number): void
  /** Letters as they stand, a byte each. */
  text(text: string): void
  /** Bytes that stand as they are. */
  binary(start: number, end: number): void
  readonly isDone: boolean
}

const WORD = /\\([a-zA-Z]{1,32})(-?\d{1,10})? ?/y
const TEXT = /[^\\{}\r\n]+/y

/** Scans RTF in one pass. In: rtf, a byte a character. Source: RTF 1.9.1. */
export function scanRtf(rtf: string, events: RtfEvents): void {
  for (let at = 0; at < rtf.length && !events.isDone;) {
    const mark = rtf[at] as string
    if (mark === '\\') at = control(rtf, at, events)
    else if (mark === '{' || mark === '}') {
      if (mark === '{') events.openGroup()
      else events.closeGroup()
      at++
    } else if (mark === '\r' || mark === '\n') at++
    else {
      TEXT.lastIndex = at
      const text = TEXT.exec(rtf)?.[0] ?? mark
      events.text(text)
      at += text.length
    }
  }
}

function control(rtf: string, at: number, events: RtfEvents): number {
  WORD.lastIndex = at
  const match = WORD.exec(rtf)
  if (match) {
    const [whole, name = '', number] = match
    const end = at + whole.length
    const value = number === undefined ? null : Number(number)
    if (name !== 'bin') {
      events.word(name, value)
      return end
    }
    const binaryEnd = Math.min(rtf.length, end + Math.max(0, value ?? 0))
    events.binary(end, binaryEnd)
    return binaryEnd
  }
  const symbol = rtf[at + 1] ?? ''
  if (symbol !== "'") {
    // A line that ends behind a backslash is a paragraph.
    if (symbol === '\n' || symbol === '\r') events.word('par', null)
    else if (symbol === '\\' || symbol === '{' || symbol === '}') events.text(symbol)
    else events.word(symbol, null)
    return at + 2
  }
  const byte = Number.parseInt(rtf.slice(at + 2, at + 4), 16)
  if (!Number.isNaN(byte)) events.byte(byte)
  return at + 4
}
