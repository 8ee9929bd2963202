import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOf } from '../model/day.ts'
import { blockStart, watchSpan } from '../model/profile.ts'
import type { Profile } from '../model/profile.ts'
import { digitsOf, numberFromDigits } from '../model/phone-number.ts'
import { numberTables } from '../../test/number-tables.ts'
import { lookUp } from './look-up.ts'
import type { Knowledge, LookUpSources } from './look-up.ts'

const NOW = Date.UTC(2026, 10, 20)
const FIRST = 18_034_714_598

const rented = (digits: number, seenAt: number): Profile => ({
  number: numberFromDigits(digits),
  ring: null,
  records: [
    {
      channel: 'otp_platform_web',
      source: 'feed',
      role: null,
      sightings: 1,
      messages: 0,
      activeDays: 1,
      latestDays: [dayOf(seenAt)],
      firstSeenAt: seenAt,
      lastSeenAt: seenAt,
      brands: [],
      templates: 0,
      simKinds: [],
    },
  ],
})

const knowing = (...digits: readonly number[]): Knowledge => knowingWhen(new Map(digits.map((each) => [each, NOW])))

/** What is known of some malicious numbers and when they were seen, as small as it can be. */
function knowingWhen(seen: ReadonlyMap<number, number>): Knowledge {
  return {
    profile(number) {
      const seenAt = seen.get(digitsOf(number))
      return seenAt === undefined ? null : rented(digitsOf(number), seenAt)
    },
    block(number, width) {
      const start = blockStart(digitsOf(number), width)
      const members = [...seen].filter(([each]) => blockStart(each, width) === start)
      const lastSeenAt = Math.max(...members.map(([, seenAt]) => seenAt))
      return members.length > 0 ? { numbers: members.length, lastSeenAt } : null
    },
    returns: () => ({}),
    coverage: () => ({ 1: { otp_platform_web: { [watchSpan(NOW)]: 3_000 } } }),
  }
}
const sources = (index: Knowledge, rest: Partial<LookUpSources> = {}): LookUpSources => ({
  index,
  reference: { ...numberTables, brands: [], services: [] },
  now: NOW,
  region: null,
  ...rest,
})
const neighbourhood = (index: Knowledge) => {
  const answer = lookUp('+1 803 471 4598', sources(index))
  return answer.number === null ? null : answer.neighbourhood
}

test('an unreadable number has no risk', () => {
  expect(lookUp('12', sources(knowing()))).toEqual({ input: '12', number: null, error: 'invalid_country_code' })
})

test('a national number is read in the region that is handed in', () => {
  expect(lookUp('(803) 471-4598', sources(knowing(), { region: 'US' })).number).toBe('+18034714598')
  expect(lookUp('(803) 471-4598', sources(knowing())).number).toBeNull()
})

test.each([
  ['0018034714598', '0018034714598'],
  ['+1 (8O3) 471-4598', '+1 (8O3) 471-4598'],
  ['tel:+18034714598', '+18034714598'],
  ['please call +1 8O3 471 4598 today', '+1 8O3 471 4598'],
])('%s is looked up as a mail would be read, and the answer says so', (input, raw) => {
  expect(lookUp(input, sources(knowing()))).toMatchObject({ input, number: '+18034714598', raw })
})

test('a number that reads plainly says nothing of how it was read', () => {
  expect(lookUp('+1 (803) 471-4598', sources(knowing()))).not.toHaveProperty('raw')
})

test('words, two numbers at once and too much text have no risk', () => {
  for (const input of ['hello', '+1 803 471 4598 or +44 20 7946 0958', `+1 8O3 471 4598${' '.repeat(300)}`]) {
    const answer = lookUp(input, sources(knowing()))
    expect(answer).toMatchObject({ input, number: null })
    expect(answer).not.toHaveProperty('risk')
  }
})

test('a number is not its own neighbour', () => {
  expect(neighbourhood(knowing(FIRST))).toEqual({ blocks: [], run: 0 })
})

test('numbers on both sides make the run, up to the first gap', () => {
  const around = neighbourhood(knowing(FIRST - 4, FIRST - 2, FIRST - 1, FIRST, FIRST + 1, FIRST + 2))
  expect(around?.run).toBe(4)
  expect(around?.blocks.map(({ width, numbers }) => [width, numbers])).toEqual([
    [10, 4],
    [100, 4],
    [1_000, 5],
    [10_000, 5],
  ])
})

test('a block is as silent as the others in it, however lately the number itself was seen', () => {
  const digits = fc.integer({ min: FIRST - (FIRST % 10_000), max: FIRST - (FIRST % 10_000) + 9_999 })
  const near = fc.integer({ min: FIRST - 120, max: FIRST + 120 })
  const others = fc.array(fc.tuple(fc.oneof(near, digits), fc.integer({ min: 0, max: NOW })), { maxLength: 12 })
  const holds = fc.property(others, fc.integer({ min: 0, max: NOW }), (some, ownSeenAt) => {
    const rest = new Map(some)
    rest.delete(FIRST)
    const withoutIt = neighbourhood(knowingWhen(rest))
    expect(neighbourhood(knowingWhen(new Map([...rest, [FIRST, ownSeenAt]])))).toEqual(withoutIt)
  })
  fc.assert(holds)
})

test('a genuine line of an organisation is trusted', () => {
  const number = numberFromDigits(FIRST)
  const line = { number, name: 'Example Bank', region: 'US' as const, source: 'its site' }
  const reference = { ...numberTables, brands: [], services: [], officialLines: new Map([[number, line]]) }
  expect(lookUp(number, sources(knowing(), { reference }))).toMatchObject({ risk: { level: 0 } })
})

test('a number that only a register knows is read where it is written as E.164', () => {
  const machine = '+337000400000000'
  expect(lookUp(machine, sources(knowing())).number).toBeNull()
  const told = { ...numberTables.rangesOf(numberFromDigits('33612345678')), callingCode: '33' }
  const reference = { ...numberTables, brands: [], services: [], rangesOf: () => told }
  expect(lookUp(machine, sources(knowing(), { reference })).number).toBe(machine)
})

test('a short code is no number, and is told as what it is where its country is named', () => {
  expect(lookUp('999', sources(knowing(), { region: 'GB' }))).toMatchObject({
    number: null,
    shortCode: { region: 'GB', kind: 'emergency', tariff: 'toll_free' },
  })
  expect(lookUp('999', sources(knowing()))).not.toHaveProperty('shortCode')
  expect(lookUp('998', sources(knowing(), { region: 'GB' }))).not.toHaveProperty('shortCode')
})
