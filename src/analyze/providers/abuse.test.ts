import { expect, test } from 'vitest'
import type { Campaign } from '../../model/campaign.ts'
import { DAY_MILLIS } from '../../model/day.ts'
import { numberFromDigits } from '../../model/phone-number.ts'
import type { PhoneNumber } from '../../model/phone-number.ts'
import { abuseBy, MAY_GO_ON_DAYS } from './abuse.ts'
import type { Thousand } from './provider-queries.ts'

const number = (thousand: number): PhoneNumber => numberFromDigits(18_034_000_000 + thousand * 1_000)
const LAST = 20_000
const thousand = (at: number, ...lives: (readonly [number, number])[]): Thousand => ({
  number: number(at),
  sightings: 2 * lives.length,
  messages: lives.length,
  firstSeenAt: at * DAY_MILLIS,
  lastSeenAt: LAST * DAY_MILLIS,
  lives,
})
const campaign = (...numbers: PhoneNumber[]): Campaign => ({
  id: 'c-1',
  ring: null,
  messages: 1,
  numbers,
  brands: [],
  senderDomains: [],
  vehicles: [],
  templates: 1,
  attachments: 0,
  pictures: 0,
  firstSeenAt: 0,
  lastSeenAt: 0,
  shown: [],
})
const keyOf = (of: PhoneNumber): string => (of === number(2) ? 'other' : 'one')

test('thousands of one provider are added up, and a number that may go on is not taken for ended', () => {
  const ended = LAST - MAY_GO_ON_DAYS
  const found = abuseBy(
    [thousand(0, [3, ended], [9, ended]), thousand(1, [5, LAST], [7, LAST - 1]), thousand(2, [1, LAST])],
    [],
    keyOf,
  )
  expect(found.get('one')).toMatchObject({ numbers: 4, sightings: 8, messages: 4, firstSeenAt: 0 })
  // Of 3, 5+, 7+ and 9 days: a quarter ended after 3, the last after 9.
  expect(found.get('one')?.life).toMatchObject({ naive: 7, survival: { days: 9 } })
  expect(found.get('other')?.life.survival.days).toBeNull()
})

test('a campaign counts in each provider, and is shared out over its numbers', () => {
  const found = abuseBy(
    [thousand(0, [1, LAST]), thousand(1, [1, LAST]), thousand(2, [1, LAST])],
    [campaign(number(0), number(1), number(2)), campaign(number(2))],
    keyOf,
  )
  expect(found.get('one')).toMatchObject({ campaigns: 1, campaignShare: 1 / 3 })
  expect(found.get('other')).toMatchObject({ campaigns: 2, campaignShare: 1 / 6 + 1 / 2 })
})
