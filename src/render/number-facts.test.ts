import { expect, test } from 'vitest'
import { numberFacts } from '../../test/number-facts.ts'
import { numberFromDigits } from '../model/phone-number.ts'
import { numberFactsJson, providerWords, rangeWords } from './number-facts.ts'

const number = numberFromDigits(447_400_123_456)
const ofcom = { name: 'Ofcom\u001B[2J', date: '2025-09-01' }
const facts = numberFacts({
  region: 'GB',
  callingCode: '44',
  lineType: 'mobile',
  provider: 'Hutchison 3G UK Ltd',
  company: 'Three',
  carrierClass: 'mno',
  area: 'London',
  areaCode: '7400',
  assignment: 'allocated',
  status: 'Allocated',
  allocation: { first: numberFromDigits(447_400_100_000), last: numberFromDigits(447_400_199_999), size: 100_000 },
  origins: { lineType: ofcom, provider: ofcom, carrierClass: { name: 'its site', date: null }, assignment: ofcom },
})

test('each fact names its source and day, or why it is not known', () => {
  expect(numberFactsJson(number, facts)).toMatchObject({
    company: 'Three',
    carrierClass: 'mno',
    origins: {
      provider: { source: 'Ofcom\u001B[2J', date: '2025-09-01' },
      carrierClass: { source: 'its site', date: null },
    },
  })
  expect(numberFactsJson(number, numberFacts())).toMatchObject({ origins: { provider: { unknown: 'not_told' } } })
})

test('a number is told in its parts and its blocks', () => {
  expect(numberFactsJson(number, facts)).toMatchObject({
    structure: {
      callingCode: '44',
      areaCode: '7400',
      exchange: null,
      subscriber: '123456',
      blocks: [
        { width: 10, prefix: '+44740012345' },
        { width: 100, prefix: '+4474001234' },
        { width: 1_000, prefix: '+447400123' },
        { width: 10_000, prefix: '+44740012' },
      ],
    },
  })
})

test('people read the company and its kind, the block and who says so; no source can steer the terminal', () => {
  expect(providerWords(facts)).toBe('Three (mno)')
  expect(providerWords(numberFacts())).toBe('provider unknown')
  expect(rangeWords(facts)).toBe(
    'London · +447400100000 to +447400199999, 100,000 numbers · Allocated · Ofcom [2J of 2025-09-01',
  )
})

test('of a number that no table has nothing is said', () => {
  const nothing = 'not_in_plan' as const
  const origins = { lineType: nothing, provider: nothing, carrierClass: nothing, assignment: nothing }
  expect(rangeWords(numberFacts({ origins }))).toBeNull()
})

test('a North American number has an exchange', () => {
  expect(numberFactsJson(numberFromDigits(18_042_357_598), numberFacts({ areaCode: '804' }))).toMatchObject({
    structure: { callingCode: '1', areaCode: '804', exchange: '235', subscriber: '2357598' },
  })
})
