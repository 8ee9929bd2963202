import * as fc from 'fast-check'
import examples from 'libphonenumber-js/examples.mobile.json' with { type: 'json' }
import { getCountries, getExampleNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { expect, test } from 'vitest'
import { loadReference } from '../collect/reference.ts'
import type { PhoneNumber } from '../model/phone-number.ts'
import { factsOf } from './facts.ts'

const reference = await loadReference()
const { officialLines } = reference
const facts = (number: string) => factsOf(number as PhoneNumber, reference)

test.each([
  ['+18042357598', 'US', 'fixed_line_or_mobile'],
  ['+18883507185', null, 'toll_free'],
  ['+15005550006', null, 'personal'],
  ['+19005551234', null, 'premium_rate'],
  ['+447400123456', 'GB', 'mobile'],
  ['+442071838750', 'GB', 'fixed_line'],
  ['+445600123456', 'GB', 'voip_unknown'],
  ['+5540043400', 'BR', 'shared_cost'],
  ['+558007290722', 'BR', 'toll_free'],
  ['+80012345678', null, 'toll_free'],
  ['+881612345678', null, 'satellite'],
])('%s belongs to %s and is %s', (number, region, lineType) => {
  expect(facts(number)).toMatchObject({ region, lineType })
})

test.each([
  '+18035550147',
  '+447700900123',
  '+441632960123',
  '+442079460018',
  '+61491570156',
  '+33639980012',
  '+493023125042',
])('%s is set aside for fiction', (number) => {
  expect(facts(number).lineType).toBe('reserved_fictional')
})

test('numbers beside a fictional range are not in it', () => {
  for (const number of ['+18035550247', '+447700800123', '+441632961123', '+493023126042']) {
    expect(facts(number).lineType).not.toBe('reserved_fictional')
  }
})

test('nobody knows the provider before a table of blocks does', () => {
  expect(facts('+18042357598').provider).toBeNull()
})

test('a number the plan does not have is unknown, not guessed', () => {
  expect(facts('+17005551234')).toMatchObject({ region: null, lineType: 'unknown', validity: 'possible_not_valid' })
})

test('a number is valid exactly where libphonenumber says so', () => {
  const digits = fc.stringMatching(/^[1-9][0-9]{6,14}$/)
  const likely = fc
    .tuple(fc.constantFrom(...getCountries()), fc.stringMatching(/^[0-9]{1,4}$/))
    .map(([region, end]) => (getExampleNumber(region, examples)?.number.slice(1) ?? '').slice(0, -end.length) + end)
  fc.assert(
    fc.property(fc.oneof(digits, likely), (number) => {
      const parsed = parsePhoneNumberFromString(`+${number}`)
      expect(facts(`+${number}`).validity === 'valid').toBe(parsed?.isValid() ?? false)
    }),
    { numRuns: 3_000 },
  )
})

test('an official line says whose it is and who says so', () => {
  expect(facts('+18007721213').official).toEqual({ name: 'Social Security Administration', source: 'ssa.gov' })
  expect(facts('+18042357598').official).toBeNull()
})

test('every official line is E.164 and has a source', () => {
  const odd = [...officialLines.values()].filter(
    ({ number, name, source }) => !/^\+[1-9]\d{4,14}$/.test(number) || !name || !source,
  )
  expect(odd).toEqual([])
  expect(officialLines.size).toBeGreaterThan(2_000)
})

test('a Brazilian line without an area code is official with one too', () => {
  for (const number of ['+5540020022', '+551140020022', '+558540020022']) {
    expect(facts(number).official?.name).toBe('Bradesco Fone Fácil')
  }
})
