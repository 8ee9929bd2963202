import { array, assert, boolean, constantFrom, integer, property } from 'fast-check'
import type { Arbitrary } from 'fast-check'
import { getCountries } from 'libphonenumber-js/max'
import { expect, test } from 'vitest'
import { digitsOf, numberFromDigits, readNumber } from './phone-number.ts'
import type { Region } from './phone-number.ts'
import { plainNumber } from './plain-number.ts'

const digits = (min: number, max: number): Arbitrary<string> =>
  array(integer({ min: 0, max: 9 }), { minLength: min, maxLength: max }).map((all) => all.join(''))

const slowly = (text: string, region?: Region): string | null => {
  const read = readNumber(text, region)
  return 'number' in read ? read.number : null
}

test('international digits are read as the full parser reads them, or left to it', () => {
  assert(
    property(digits(6, 16), boolean(), (text, hasPlus) => {
      const read = plainNumber(hasPlus ? `+${text}` : text, null)
      if (read !== null) expect(read).toBe(slowly(`+${text}`))
    }),
    { numRuns: 30_000, seed: 1 },
  )
})

test('national digits are read as the full parser reads them, or left to it', () => {
  assert(
    property(digits(5, 13), constantFrom(...getCountries()), (text, region) => {
      const read = plainNumber(text, region)
      if (read !== null) expect(read).toBe(slowly(text, region))
    }),
    { numRuns: 30_000, seed: 2 },
  )
})

test.each([
  ['+18035550147', null, '+18035550147'],
  ['18035550147', null, '+18035550147'],
  ['8035550147', 'US', '+18035550147'],
  ['+447911123456', null, '+447911123456'],
  ['+4407911123456', null, null],
  ['07911123456', 'GB', null],
  ['(803) 555-0147', 'US', null],
  ['+99912345678', null, null],
  ['+180355501', null, null],
] as const)('%s in %s is %s', (text, region, expected) => {
  expect(plainNumber(text, region)).toBe(expected)
})

test('a number is never longer than E.164 allows, and its digits turn back into it', () => {
  expect(readNumber('+4951310157775879')).toEqual({ error: 'too_long' })
  assert(
    property(digits(4, 17), constantFrom(...getCountries(), undefined), (text, region) => {
      const read = readNumber(region ? text : `+${text}`, region)
      if ('number' in read) expect(numberFromDigits(digitsOf(read.number))).toBe(read.number)
    }),
    { numRuns: 5_000, seed: 3 },
  )
})
