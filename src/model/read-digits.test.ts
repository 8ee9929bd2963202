import * as fc from 'fast-check'
import { getCountries, getCountryCallingCode, getExampleNumber } from 'libphonenumber-js/max'
import examples from 'libphonenumber-js/mobile/examples'
import { describe, expect, test } from 'vitest'
import type { Region } from './phone-number.ts'
import { readNumber } from './phone-number.ts'
import { readInternational, readNational } from './read-digits.ts'

const regions = fc.constantFrom(...getCountries())

/** What the library makes of the same digits. */
function byLibrary(digits: string, region?: Region): unknown {
  const read = readNumber(region ? digits : `+${digits}`, region)
  return 'number' in read && read.isValid ? { number: read.number, region: read.region } : null
}

/** Digits close to a number of a region, with and without prefixes, and any others. */
const nearNumbers = fc
  .tuple(regions, fc.integer({ min: 0, max: 9_999_999 }), fc.integer({ min: -2, max: 2 }))
  .chain(([region, tail, more]) => {
    const model = String(getExampleNumber(region, examples)?.nationalNumber ?? '5550123456')
    const length = Math.max(4, model.length + more)
    const national = (model + String(tail)).slice(0, length)
    const changed = model.slice(0, Math.max(1, model.length - 5)) + String(tail).padStart(5, '0').slice(-5)
    const code = getCountryCallingCode(region)
    return fc.record({
      region: fc.constant(region),
      digits: fc.constantFrom(
        national,
        changed,
        `0${changed}`,
        `1${changed}`,
        `8${changed}`,
        `00${code}${changed}`,
        `011${code}${changed}`,
        `${code}${changed}`,
        `${code}0${changed}`,
        `15${changed}`,
      ),
    })
  })
const anyDigits = fc.record({ region: regions, digits: fc.stringMatching(/^\d{3,17}$/) })

describe('digits are read as the library reads them', () => {
  test('in every region', () => {
    fc.assert(
      fc.property(fc.oneof(nearNumbers, anyDigits), ({ region, digits }) => {
        expect(readNational(digits, region)).toEqual(byLibrary(digits, region))
      }),
      { numRuns: 20_000 },
    )
  })

  test('with every calling code', () => {
    fc.assert(
      fc.property(fc.oneof(nearNumbers, anyDigits), ({ digits }) => {
        expect(readInternational(digits)).toEqual(byLibrary(digits))
      }),
      { numRuns: 20_000 },
    )
  })
})
