import type { Random } from '../../src/simulate/random.ts'
import { numberFromDigits } from '../../src/model/phone-number.ts'
import type { DrawnNumber } from './numbers.ts'

const KEYPAD = ['', '', 'ABC', 'DEF', 'GHI', 'JKL', 'MNO', 'PQRS', 'TUV', 'WXYZ']
const WORDS = ['REFUNDS', 'FIX-SCAM', 'CANCEL-4', 'PAY-BACK', 'GO-CLAIM', 'DISPUTE', 'MY-ORDER', 'NO-FRAUD']

/** A freephone number that is remembered as a word: 1-855-REFUNDS. */
export function vanityNumber(random: Random): { readonly number: DrawnNumber; readonly raw: string } {
  const prefix = random.pick(['800', '833', '844', '855', '866', '877', '888'])
  const word = random.pick(WORDS)
  const digits = [...word.replace(/-/g, '')].map((letter) => keyOf(letter)).join('')
  const groups = [prefix, digits.slice(0, 3), digits.slice(3)]
  const raw = `1-${prefix}-${word}`
  return {
    number: {
      e164: numberFromDigits(`1${prefix}${digits}`),
      region: 'US',
      written: { country: '1', trunk: '', groups },
      national: raw,
      isHomeOnly: false,
    },
    raw,
  }
}

function keyOf(letter: string): string {
  const key = KEYPAD.findIndex((letters) => letters.includes(letter) && letters !== '')
  return key < 0 ? letter : String(key)
}
