import { KEY_DIGITS } from './range-row.ts'

const ZERO = '0'.charCodeAt(0)
const LONGEST_CODE = 3
const POWERS = Array.from({ length: KEY_DIGITS + 1 }, (_, exponent) => 10 ** exponent)

/**
 * A number taken apart for looking up; one is filled again for each number, so that a look-up allocates nothing.
 *
 * code:   calling code, as a number. 0 where the number begins with none.
 * length: how many national digits there are.
 * key:    the national digits, filled up with zeros to the digits of a key.
 */
export class NumberKey {
  code = 0
  length = 0
  key = 0
  readonly #isCode = new Uint8Array(10 ** LONGEST_CODE)

  /** In: the calling codes there are. None begins with another. Source: ITU-T E.164. */
  constructor(codes: Iterable<number>) {
    for (const code of codes) this.#isCode[code] = 1
  }

  /** Takes E.164 text apart. Out: whether it begins with a calling code. */
  read(number: string): boolean {
    let code = 0
    let at = 1
    for (; at <= LONGEST_CODE; at++) {
      code = code * 10 + number.charCodeAt(at) - ZERO
      if (this.#isCode[code] === 1) break
    }
    this.length = number.length - at - 1
    if (at > LONGEST_CODE || this.length > KEY_DIGITS) {
      this.code = 0
      return false
    }
    let key = 0
    for (at++; at < number.length; at++) key = key * 10 + number.charCodeAt(at) - ZERO
    this.code = code
    this.key = key * (POWERS[KEY_DIGITS - this.length] as number)
    return true
  }
}
