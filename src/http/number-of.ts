import { IntelError } from '../model/failures.ts'
import { readNumber } from '../model/phone-number.ts'
import type { PhoneNumber } from '../model/phone-number.ts'

/** The number that a path names. Throws: IntelError `bad_input`. */
export function numberOf(text: string): PhoneNumber {
  const read = readNumber(text)
  if ('number' in read) return read.number
  throw new IntelError('bad_input', `"${text}" is no number: ${read.error.replaceAll('_', ' ')}`, {
    hint: 'write it with its country code, such as +18047134598',
  })
}
