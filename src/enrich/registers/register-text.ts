import { registerError } from './register-error.ts'
import type { RegisterFile } from './register.ts'

export type Encoding = 'utf-8' | 'iso-8859-1'

const MARK = '\uFEFF'

/**
 * The text of a register's file, without a byte order mark.
 *
 * Throws: IntelError `bad_input` with line and column where the bytes are not of that encoding: names would be garbled.
 */
export function registerText({ name, bytes }: RegisterFile, encoding: Encoding): string {
  const text = Buffer.from(bytes).toString(encoding === 'utf-8' ? 'utf8' : 'latin1')
  const strange = encoding === 'utf-8' ? text.indexOf('\uFFFD') : utf8In(bytes, text)
  if (strange < 0) return text.startsWith(MARK) ? text.slice(MARK.length) : text
  const before = text.slice(0, strange)
  const line = before.split('\n').length
  const column = strange - before.lastIndexOf('\n')
  throw registerError({ file: name, line, column }, `this is not ${encoding.toUpperCase()}`)
}

/** Where letters of two bytes begin in what should have letters of one; -1 where there are none. */
function utf8In(bytes: Uint8Array, text: string): number {
  const first = text.search(/[\u0080-\u00FF]/)
  if (first < 0) return -1
  return Buffer.from(bytes).toString('utf8').includes('\uFFFD') ? -1 : first
}
