import type { Cells } from './cells.ts'
import { registerError } from './register-error.ts'
import type { Place } from './register-error.ts'

/** The cells of one line by the name of their column. cell: '' where an optional column is not there. */
export type Line<Name extends string> = {
  readonly cell: (name: Name) => string
  readonly place: (name: Name) => Place
}

export type Columns<Name extends string> = { readonly needed: readonly Name[]; readonly optional?: readonly Name[] }

/**
 * Names the cells of a register by its header, which is its first line.
 *
 * Throws: IntelError `bad_input` where a needed column is missing, which is what a changed format looks like, or a line
 *         has another number of cells than the header: of a line that was cut the rest cannot be trusted.
 *
 * In: isRagged, lines may leave out cells at their end; named, makes a column's name of what stands in the header.
 */
export function* columnsOf<Name extends string>(
  lines: Iterable<Cells>,
  file: string,
  { needed, optional = [] }: Columns<Name>,
  { isRagged = false, named = (heading: string): string => heading } = {},
): Generator<Line<Name>> {
  let header: readonly string[] | null = null
  const indexes = new Map<Name, number>()
  for (const { line, cells, columns } of lines) {
    if (!header) {
      header = cells.map(named)
      for (const name of needed) {
        if (header.includes(name)) continue
        const seen = oneOf(header)
        throw registerError({ file, line, column: 1 }, `the header has no column "${name}"`, seen)
      }
      for (const name of [...needed, ...optional]) if (header.includes(name)) indexes.set(name, header.indexOf(name))
      continue
    }
    const most = header.length
    if (isRagged ? cells.length > most : cells.length !== most) {
      const column = columns.at(Math.min(cells.length, most) - 1) as number
      throw registerError({ file, line, column }, `${cells.length} cells where the header has ${most}`)
    }
    yield {
      cell: (name) => cells[indexes.get(name) ?? -1] ?? '',
      place: (name) => ({ file, line, column: columns[indexes.get(name) ?? 0] ?? 1 }),
    }
  }
  if (!header) throw registerError({ file, line: 1, column: 1 }, 'the file is empty')
}

const oneOf = (header: readonly string[]): string => header.join(' | ')
