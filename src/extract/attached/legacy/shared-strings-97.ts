import { decodeCodePage } from '../rtf/code-pages.ts'

const MOST_STRINGS = 200_000

/**
 * The strings that cells name by their index.
 *
 * In:     pieces, the records they stand in: a string may be cut by the end of one, and goes on in the next behind a
 *         byte that says anew how wide its letters are.
 * Source: MS-XLS, sections 2.4.265 and 2.5.293.
 */
export function sharedStrings97(pieces: readonly Buffer[]): readonly string[] {
  const strings: string[] = []
  let piece = 0
  let at = 8
  const left = (): number => (pieces[piece]?.length ?? 0) - at
  const skip = (length: number): void => {
    let rest = length
    while (piece < pieces.length && rest > left()) {
      rest -= left()
      piece++
      at = 0
    }
    at += rest
  }
  while (piece < pieces.length && strings.length < MOST_STRINGS) {
    if (left() < 3) {
      piece++
      at = 0
      continue
    }
    const header = pieces[piece] as Buffer
    let letters = header.readUInt16LE(at)
    let flags = header[at + 2] as number
    const [isRich, hasMore] = [(flags & 8) !== 0, (flags & 4) !== 0]
    at += 3
    if (left() < (isRich ? 2 : 0) + (hasMore ? 4 : 0)) break
    const runs = isRich ? header.readUInt16LE(at) : 0
    at += isRich ? 2 : 0
    const more = hasMore ? header.readUInt32LE(at) : 0
    at += hasMore ? 4 : 0
    let text = ''
    while (letters > 0 && piece < pieces.length) {
      const width = (flags & 1) === 1 ? 2 : 1
      const count = Math.min(letters, Math.floor(left() / width))
      const bytes = (pieces[piece] as Buffer).subarray(at, at + count * width)
      text += width === 2 ? bytes.toString('utf16le') : decodeCodePage(bytes, 1252)
      at += count * width
      letters -= count
      if (letters === 0) break
      piece++
      flags = pieces[piece]?.[0] ?? 0
      at = 1
    }
    strings.push(text)
    skip(runs * 4 + more)
  }
  return strings
}
