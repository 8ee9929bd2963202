const TAB = 0x09
const LF = 0x0a
const CR = 0x0d
const SPACE = 0x20
const EQUALS = 0x3d

/** Padding in the middle, of which there is some where pieces were encoded each for itself. */
const MOST_PADDINGS = 100_000

/**
 * The bytes of a part as they were before it was encoded for its way; of an encoding nobody knows, as they came.
 *
 * In:  encoding, the value of Content-Transfer-Encoding, as it stands.
 */
export function decodeTransfer(bytes: Buffer, encoding: string): Buffer {
  const name = /[a-z\d-]+/i.exec(encoding)?.[0].toLowerCase()
  if (name === 'base64') return decodeBase64(bytes)
  return name === 'quoted-printable' ? decodeQuotedPrintable(bytes) : bytes
}

/** Decodes Base64, whatever stands between its letters, also where it was put together of padded pieces. */
export function decodeBase64(bytes: Buffer): Buffer {
  const pieces: Buffer[] = []
  let from = 0
  for (let count = 0; count < MOST_PADDINGS && from < bytes.length; count++) {
    const padding = bytes.indexOf(EQUALS, from)
    const end = padding < 0 ? bytes.length : padding
    pieces.push(Buffer.from(bytes.toString('latin1', from, end), 'base64'))
    from = end
    while (bytes[from] === EQUALS || isBlank(bytes[from])) from++
  }
  return pieces.length === 1 ? (pieces[0] as Buffer) : Buffer.concat(pieces)
}

/**
 * Decodes quoted-printable in one pass. What is no code stays as it stands: damage costs nothing but itself.
 *
 * Source: RFC 2045, section 6.7.
 */
export function decodeQuotedPrintable(bytes: Buffer): Buffer {
  const first = bytes.indexOf(EQUALS)
  if (first < 0) return bytes
  const out = Buffer.allocUnsafe(bytes.length)
  let length = bytes.copy(out, 0, 0, first)
  /** Blanks before this were encoded, and belong to the text. */
  let kept = length
  for (let at = first; at < bytes.length; at++) {
    const byte = bytes[at] as number
    if (byte === EQUALS) {
      const code = ((HEX[bytes[at + 1] ?? 0] as number) << 4) | (HEX[bytes[at + 2] ?? 0] as number)
      if (code >= 0) {
        out[length++] = code
        at += 2
      } else {
        const next = softBreak(bytes, at + 1)
        if (next < 0) out[length++] = byte
        else at = next - 1
      }
      kept = length
      continue
    }
    if (byte === LF || byte === CR) {
      // Blanks at the end of a line were put there on the way.
      while (length > kept && isBlankOfLine(out[length - 1])) length--
    }
    out[length++] = byte
  }
  return out.subarray(0, length)
}

const HEX = Int8Array.from({ length: 0x100 }, (_, code) => {
  const digit = '0123456789abcdef'.indexOf(String.fromCharCode(code).toLowerCase())
  return code === 0 ? -1 : digit
})

/** Where the line after a soft break begins; -1 where there is none. */
function softBreak(bytes: Buffer, from: number): number {
  let at = from
  while (isBlankOfLine(bytes[at])) at++
  if (at >= bytes.length) return at
  if (bytes[at] === CR) return bytes[at + 1] === LF ? at + 2 : at + 1
  return bytes[at] === LF ? at + 1 : -1
}

function isBlankOfLine(byte: number | undefined): boolean {
  return byte === SPACE || byte === TAB
}

function isBlank(byte: number | undefined): boolean {
  return isBlankOfLine(byte) || byte === CR || byte === LF
}
