import { registerError } from './register-error.ts'

/** One line of a register. columns: where each cell begins, in characters from 1. */
export type Cells = { readonly line: number; readonly cells: readonly string[]; readonly columns: readonly number[] }

/** What no line of a register comes near to. */
const MOST_CELLS = 200

/**
 * Splits a register's file into its cells; blanks around a cell are left out, as are empty lines. A cell may stand in
 * quotes, with a quote in it written twice, and goes on over lines there.
 *
 * In:     endsOpen, where the last line of such files has no end; of others that is what a file looks like that was cut
 *         off.
 * Throws: IntelError `bad_input` with line and column where a quote is never closed, something stands behind one, or
 *         the last line has no end.
 */
export function* readCells(text: string, file: string, delimiter: string, { endsOpen = false } = {}): Generator<Cells> {
  let at = 0
  let line = 1
  let lineAt = 0
  while (at < text.length) {
    const [firstLine, cells, columns]: [number, string[], number[]] = [line, [], []]
    for (;;) {
      while (text[at] === ' ') at++
      const place = { file, line, column: at - lineAt + 1 }
      if (cells.length === MOST_CELLS) throw registerError(place, `the line has more than ${MOST_CELLS} cells`)
      columns.push(place.column)
      if (text[at] === '"') {
        const end = endOfQuoted(text, at + 1)
        if (end < 0) throw registerError(place, 'a quote is opened and never closed')
        const cell = text.slice(at + 1, end)
        cells.push(cell.replaceAll('""', '"').trim())
        for (let next = text.indexOf('\n', at); next >= 0 && next < end; next = text.indexOf('\n', next + 1)) {
          line++
          lineAt = next + 1
        }
        at = end + 1
        while (text[at] === ' ') at++
        if (at < text.length && !isEnd(text, at, delimiter)) {
          throw registerError({ file, line, column: at - lineAt + 1 }, 'something stands behind a closing quote')
        }
      } else {
        const begin = at
        while (at < text.length && !isEnd(text, at, delimiter)) at++
        cells.push(text.slice(begin, at).trimEnd())
      }
      if (text[at] !== delimiter) break
      at++
    }
    if (at >= text.length && !endsOpen)
      throw registerError({ file, line, column: at - lineAt + 1 }, 'the last line has no end')
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1
    if (cells.length > 1 || cells[0] !== '') yield { line: firstLine, cells, columns }
    line++
    lineAt = at
  }
}

function isEnd(text: string, at: number, delimiter: string): boolean {
  const char = text[at]
  return char === delimiter || char === '\n' || (char === '\r' && text[at + 1] === '\n')
}

/** Where the closing quote stands; -1 where none does. */
function endOfQuoted(text: string, from: number): number {
  let at = text.indexOf('"', from)
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2)
  return at
}
