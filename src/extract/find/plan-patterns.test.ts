import fc from 'fast-check'
import { getCountries, getExampleNumber } from 'libphonenumber-js/max'
import examples from 'libphonenumber-js/mobile/examples'
import { expect, test } from 'vitest'
import { readNumber } from '../../model/phone-number.ts'
import type { Region } from '../../model/phone-number.ts'
import { mayBeValid } from './plan-patterns.ts'

const isValid = (text: string, region?: Region): boolean => {
  const read = readNumber(text, region)
  return 'number' in read && read.isValid
}

const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 5, maxLength: 17 }).map((all) => all.join(''))
const region = fc.constantFrom(...getCountries())
const prefix = fc.constantFrom('', '0', '1', '8', '00', '011', '015', '0015', '99')

/** A number the plan has, some of its digits changed: most others are far from any plan. */
const nearly = fc
  .record({ region, at: fc.nat(9), digit: fc.nat(9), isChanged: fc.boolean() })
  .map(({ region: of, at, digit, isChanged }) => {
    const number = getExampleNumber(of, examples)
    const national = number?.nationalNumber ?? ''
    const changed = isChanged ? national.slice(0, at) + digit + national.slice(at + 1) : national
    return { code: number?.countryCallingCode ?? '', national: changed, region: of }
  })

test('digits that are sifted out are no number of the region', () => {
  fc.assert(
    fc.property(digits, region, (text, of) => {
      if (!mayBeValid(text, of)) expect(isValid(text, of)).toBe(false)
      if (!mayBeValid(text, null)) expect(isValid(`+${text}`)).toBe(false)
    }),
    { numRuns: 20_000, seed: 1 },
  )
})

test('what the parser takes for a number is never sifted out', () => {
  fc.assert(
    fc.property(nearly, prefix, region, (near, before, other) => {
      for (const text of [before + near.national, before + near.code + near.national]) {
        for (const of of [near.region, other]) if (isValid(text, of)) expect(mayBeValid(text, of)).toBe(true)
        if (isValid(`+${text}`)) expect(mayBeValid(text, null)).toBe(true)
      }
    }),
    { numRuns: 20_000, seed: 2 },
  )
})

test('most digits are sifted out', () => {
  const some = fc.sample(digits, { numRuns: 1_000, seed: 3 })
  expect(some.filter((text) => mayBeValid(text, 'US')).length).toBeLessThan(300)
})
