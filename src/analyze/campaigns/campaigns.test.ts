import { expect, test } from 'vitest'
import { DAY_MILLIS } from '../../model/day.ts'
import { numberFromDigits } from '../../model/phone-number.ts'
import type { PhoneNumber } from '../../model/phone-number.ts'
import type { Mailing } from './campaign-queries.ts'
import { CAMPAIGN_SILENCE_DAYS, campaignsOf } from './campaigns.ts'
import { lookalikes } from './lookalikes.ts'

const number = (index: number): PhoneNumber => numberFromDigits(18_034_714_500 + index)

let counted = 0
const mailing = (day: number, rest: Partial<Mailing> = {}): Mailing => ({
  template: 't1',
  sketch: '',
  attachment: '',
  picture: '',
  numbers: [number(0)],
  dayAt: day * DAY_MILLIS,
  brand: 'norton',
  senderDomain: 'a.example',
  vehicle: 'body',
  messages: 1,
  message: `m${++counted}`,
  ...rest,
})

const RINGS: ReadonlyMap<PhoneNumber, string> = new Map([
  [number(0), 'r-1'],
  [number(1), 'r-1'],
  [number(2), 'r-2'],
])

const campaigns = (mailings: readonly Mailing[]): ReturnType<typeof campaignsOf> =>
  campaignsOf(mailings, { ringOf: (of) => RINGS.get(of) ?? null, lookalikes: lookalikes() })

test('mails of one make and one ring are a campaign, with what it used in the order of use', () => {
  const [campaign, ...others] = campaigns([
    mailing(0, { messages: 2, message: 'first' }),
    mailing(1, { numbers: [number(1)], messages: 5, brand: 'paypal', vehicle: 'pdf', attachment: 'a1' }),
    mailing(3, { template: 't2', attachment: 'a1', senderDomain: '' }),
  ])
  expect(others).toEqual([])
  expect(campaign).toMatchObject({
    ring: 'r-1',
    messages: 8,
    numbers: [number(1), number(0)],
    brands: ['paypal', 'norton'],
    senderDomains: ['a.example'],
    vehicles: ['pdf', 'body'],
    templates: 2,
    attachments: 1,
    pictures: 0,
    firstSeenAt: 0,
    lastSeenAt: 3 * DAY_MILLIS,
  })
  expect(campaign?.id).toBe(campaigns([mailing(0, { message: 'first' })])[0]?.id)
})

test('a kit that rivals use is a campaign of each, and each number in no ring has its own', () => {
  const found = campaigns([
    mailing(0),
    mailing(0, { numbers: [number(2)] }),
    mailing(1, { numbers: [number(7)] }),
    mailing(1, { numbers: [number(8)] }),
  ])
  expect(found.map(({ ring, numbers }) => [ring, ...numbers]).sort()).toEqual([
    [null, number(7)],
    [null, number(8)],
    ['r-1', number(0)],
    ['r-2', number(2)],
  ])
})

test('a make that comes back after a long silence is another campaign', () => {
  const back = 2 + CAMPAIGN_SILENCE_DAYS
  expect(campaigns([mailing(0), mailing(1), mailing(back - 1), mailing(back + CAMPAIGN_SILENCE_DAYS)])).toHaveLength(2)
})

test('mail without words and files goes to the campaign of its number that is nearest in time', () => {
  const found = campaigns([
    mailing(0, { template: 't1' }),
    mailing(9, { template: '', message: 'wordless' }),
    mailing(10, { template: 't2' }),
    mailing(10, { template: '', numbers: [number(9)], message: 'alone' }),
  ])
  expect(found.map(({ messages, templates, shown }) => [messages, templates, shown.at(0)])).toEqual([
    [2, 1, 'wordless'],
    [1, 1, expect.anything()],
    [1, 0, 'alone'],
  ])
})
