import { expect, test } from 'vitest'
import { numberFromDigits } from '../model/phone-number.ts'
import { disguised } from './disguise.ts'
import { random } from './random.ts'

const NUMBER = numberFromDigits(18035552345)
const shown = (disguise: Parameters<typeof disguised>[1]): string => disguised(NUMBER, disguise, random('1'))

test('a number is dressed the way it is said', () => {
  expect(shown('none')).toBe('+1 803-555-2345')
  expect(shown('national')).toBe('(803) 555-2345')
  expect(shown('bracket')).toBe('+1 (803) {555-2345}')
  expect(shown('missing_plus')).toBe('1 803-555-2345')
  expect(shown('spaced_digits')).toBe('+ 1 8 0 3 5 5 5 2 3 4 5')
  expect(shown('letter_for_digit')).toBe('+1 8O3-S55-2345')
  expect(shown('spelled_out')).toBe('+1 803-555-234 five')
})

test('look-alike digits are another script with the same value', () => {
  expect(shown('lookalike_digit').normalize('NFKC')).toBe('+1 803-555-2345')
})

test('what is invisible hides nothing once it is taken out', () => {
  expect(shown('invisible_character').replace(/[^\x20-\x7e]/g, '')).toBe('+1 803-555-2345')
})

test('a number of another plan is shown in one piece or in groups, never altered', () => {
  expect(disguised(numberFromDigits(390612345678), 'none', random('1')).replace(/[^+\d]/g, '')).toBe('+390612345678')
})
