import { IntelError } from '../../model/failures.ts'
import { oneLine } from '../../model/issue.ts'

/** Where something stands in a register's file; lines and columns count from 1, columns in characters. */
export type Place = { readonly file: string; readonly line: number; readonly column: number }

/** A register's file that cannot be used: nothing of it is taken. */
export function registerError({ file, line, column }: Place, why: string, saw?: string): IntelError {
  const shown = saw === undefined ? '' : `: ${JSON.stringify(oneLine(saw))}`
  return new IntelError('bad_input', `${file}:${line}:${column}: ${why}${shown}`, {
    hint: 'the file is left aside as a whole, and what was known before stays in force',
  })
}
