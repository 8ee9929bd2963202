import * as fc from 'fast-check'
import examples from 'libphonenumber-js/examples.mobile.json' with { type: 'json' }
import {
  getCountries,
  getCountryCallingCode,
  getExampleNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max'
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
  expect(facts('+18042357598')).toMatchObject({ provider: null, origins: { provider: 'not_told' } })
})

test.each([
  ['+8613012345678', 'China Unicom', 'mobile'],
  ['+447400123456', 'Three', 'mobile'],
  ['+15212001234', 'CELLCO PARTNERSHIP DBA VERIZON WIRELESS', 'personal'],
])('%s is handed out by %s, and the source says so with its day', (number, provider, lineType) => {
  const told = facts(number)
  expect(told).toMatchObject({ provider, lineType })
  expect(told.origins.provider).toMatchObject({ date: expect.stringMatching(/^20\d\d-\d\d-\d\d$/) })
  expect(told.allocation?.size).toBeGreaterThan(0)
})

test.each([
  ['+4420718387', 'invalid_length'],
  ['+44207183875012', 'too_long'],
  ['+12015', 'too_short'],
  ['+120155501234', 'too_long'],
  ['+17005551234', 'possible_not_valid'],
  ['+99912345678', 'invalid_country_code'],
  ['+4412345', 'too_short'],
])('%s is no number: %s', (number, validity) => {
  expect(facts(number)).toMatchObject({ validity, lineType: 'unknown', region: null })
})

test('a geographic number tells its area, its code and its hours', () => {
  expect(facts('+442071838750')).toMatchObject({ area: 'London', areaCode: '20', timeZones: ['Europe/London'] })
  expect(facts('+12125551234')).toMatchObject({ area: expect.stringContaining('New York'), areaCode: '212' })
})

test('the company and its class come from the table of carriers, by the name the plan tells', () => {
  const carrierOf = (name: string, region: string | null) =>
    name === 'China Unicom' && region === 'CN'
      ? ({ company: 'China Unicom', carrierClass: 'mno', source: 'its site' } as const)
      : null
  const told = factsOf('+8613012345678' as PhoneNumber, { ...reference, carrierOf })
  expect(told).toMatchObject({
    company: 'China Unicom',
    carrierClass: 'mno',
    origins: { carrierClass: { name: 'its site' } },
  })
  const other = factsOf('+447400123456' as PhoneNumber, { ...reference, carrierOf })
  expect(other).toMatchObject({ company: null, carrierClass: 'unknown', origins: { carrierClass: 'not_listed' } })
})

test.each(['+8617012345678', '+8617112345678', '+8616212345678', '+8616512345678', '+8616712345678'])(
  '%s is lent out by a virtual operator, whichever that is, on the network the plan names',
  (number) => {
    const told = facts(number)
    expect(told).toMatchObject({ lineType: 'mobile', company: null, carrierClass: 'mvno' })
    expect(told.origins.carrierClass).toMatchObject({ name: expect.stringContaining('virtual operators') })
  },
)

test('a number the plan does not have is unknown, not guessed', () => {
  expect(facts('+17005551234')).toMatchObject({ region: null, lineType: 'unknown', validity: 'possible_not_valid' })
})

/** Countries of which the table and the library have metadata of one state; docs/numbering.md lists the differences. */
const SAME_STATE = /^\+(?:1(?!273|472)|20|27|31|32|33|36|39|41|44|46|48|52|55|62|63|64|65|66|81|82|92|353|380|971)/

test('a number is valid exactly where libphonenumber says so', () => {
  const regions = getCountries().filter((region) => SAME_STATE.test(`+${getCountryCallingCode(region)}`))
  const digits = fc.tuple(fc.constantFrom(...regions), fc.stringMatching(/^[1-9][0-9]{5,11}$/))
  const random = digits.map(([region, national]) => `+${getCountryCallingCode(region)}${national}`)
  const likely = fc
    .tuple(fc.constantFrom(...regions), fc.stringMatching(/^[0-9]{1,4}$/))
    .map(([region, end]) => (getExampleNumber(region, examples)?.number ?? '').slice(0, -end.length) + end)
  fc.assert(
    fc.property(fc.oneof(random, likely), (text) => {
      const parsed = parsePhoneNumberFromString(text)
      // The library takes trunk prefixes out; tables are asked for what it made of the digits, as everything is.
      const number = parsed?.number ?? text
      fc.pre(number.length <= 16 && SAME_STATE.test(number))
      expect([number, facts(number).validity === 'valid']).toEqual([number, parsed?.isValid() ?? false])
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
