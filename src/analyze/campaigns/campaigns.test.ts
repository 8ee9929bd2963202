import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { DAY_MILLIS } from '../../model/day.ts'
import { numberFromDigits } from '../../model/phone-number.ts'
import type { PhoneNumber } from '../../model/phone-number.ts'
import type { Mailing } from './campaign-queries.ts'
import { campaignIndexes, campaignsOf } from './campaigns.ts'
import { CAMPAIGN_SILENCE_DAYS } from './gathered.ts'
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

test('mail without words and files goes to what its ring sent nearest in time, whatever number it has', () => {
  const found = campaigns([
    mailing(0, { template: 't1' }),
    mailing(9, { template: '', message: 'wordless' }),
    mailing(10, { template: 't2', numbers: [number(1)] }),
    mailing(30, { template: 't1' }),
  ])
  expect(found.map(({ templates, shown }) => [templates, shown.includes('wordless')])).toEqual([
    [1, false],
    [1, true],
  ])
})

test('what looks alike comes before what is near, and a file of another look is a campaign of its own', () => {
  const found = campaigns([
    mailing(0, { template: 't1', vehicle: 'pdf', brand: 'norton' }),
    mailing(5, { template: 't2', vehicle: 'body', brand: 'paypal' }),
    mailing(5, { template: '', vehicle: 'pdf', brand: 'norton', attachment: 'a1', message: 'file' }),
    mailing(5, { template: '', vehicle: 'pdf', brand: '', message: 'no brand' }),
    mailing(5, { template: '', vehicle: 'pdf', brand: 'amazon', message: 'nothing' }),
    mailing(5, { template: '', vehicle: 'pdf', brand: 'amazon', attachment: 'a2', message: 'other file' }),
  ])
  const holding = (message: string) => found.find(({ shown }) => shown.includes(message))
  expect(found).toHaveLength(3)
  expect(holding('file')).toMatchObject({ brands: ['norton'], templates: 1, messages: 3 })
  expect(holding('no brand')).toBe(holding('file'))
  expect(holding('nothing')).toMatchObject({ brands: ['amazon', 'paypal'], templates: 1 })
  expect(holding('other file')).toMatchObject({ brands: ['amazon'], templates: 0 })
})

test('where a sender has no words at all, what it sent without a long silence is a campaign', () => {
  const wordless = (day: number): Mailing => mailing(day, { template: '', numbers: [number(9)] })
  const found = campaigns([wordless(0), wordless(CAMPAIGN_SILENCE_DAYS), wordless(3 * CAMPAIGN_SILENCE_DAYS)])
  expect(found.map(({ messages }) => messages)).toEqual([2, 1])
})

const few = (...values: string[]) => fc.constantFrom('', ...values)
const randomMailings = fc
  .array(
    fc.tuple(fc.nat(99), few('t1', 't2'), few('a1', 'a2'), fc.nat(4), few('norton'), fc.constantFrom('body', 'pdf')),
  )
  .map((all) =>
    all
      .map(([day, template, attachment, own, brand, vehicle]) =>
        mailing(day, { template, attachment, numbers: [number(own)], brand, vehicle }),
      )
      .sort((a, b) => a.dayAt - b.dayAt),
  )

test('every mail is in one campaign, of one sender, and what has words shares it with its make while that goes on', () => {
  fc.assert(
    fc.property(randomMailings, (all) => {
      const sources = { ringOf: (of: PhoneNumber) => RINGS.get(of) ?? null, lookalikes: lookalikes() }
      const indexes = campaignIndexes(all, sources)
      const senderOf = ({ numbers: [own] }: Mailing): string => RINGS.get(own!) ?? own!
      for (const [i, one] of all.entries()) {
        expect(indexes[i]).toBeTypeOf('number')
        for (const [j, other] of all.entries()) {
          if (indexes[i] === indexes[j]) expect(senderOf(one)).toBe(senderOf(other))
          else if (senderOf(one) === senderOf(other) && sources.lookalikes.add(one) === sources.lookalikes.add(other)) {
            const isNear = Math.abs(one.dayAt - other.dayAt) <= CAMPAIGN_SILENCE_DAYS * DAY_MILLIS
            expect(isNear && one.template !== '' && other.template !== '').toBe(false)
          }
        }
      }
      const counted = campaignsOf(all, { ...sources, lookalikes: lookalikes() })
      expect(counted.reduce((sum, { messages }) => sum + messages, 0)).toBe(all.length)
    }),
  )
})
