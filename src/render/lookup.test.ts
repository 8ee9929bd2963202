import { expect, test } from 'vitest'
import type { Lookup } from '../model/lookup.ts'
import { dayOf } from '../model/day.ts'
import { numberFromDigits } from '../model/phone-number.ts'
import { numberFacts } from '../../test/number-facts.ts'
import { lookupCard, lookupJson } from './lookup.ts'
import { numberFactsJson } from './number-facts.ts'

const number = numberFromDigits(18_035_550_147)
const facts = numberFacts({ lineType: 'voip_unknown' })
const firstSeenAt = Date.UTC(2026, 2, 2, 10, 11, 12, 345)
const lastSeenAt = Date.UTC(2026, 2, 9)
const seen: Lookup = {
  input: '803 555 0147',
  number,
  facts,
  profile: {
    number,
    ring: { id: 'r-0123456789ab', numbers: 4 },
    records: [
      {
        channel: 'scam_email_attachment',
        source: 'mail\u001B[31mbox',
        role: 'callback',
        sightings: 12,
        messages: 9,
        activeDays: 5,
        firstSeenAt,
        lastSeenAt,
        brands: ['norton'],
        templates: 1,
        simKinds: [],
        latestDays: [dayOf(firstSeenAt), dayOf(lastSeenAt)],
      },
    ],
  },
  neighbourhood: { blocks: [{ width: 100, numbers: 3, lastSeenAt }], run: 0 },
  forecast: null,
  risk: {
    level: 8,
    probability: 0.97,
    coverage: 0.8,
    status: { threat: 'active', control: 'owner_controlled' },
    reasons: [
      {
        code: 'source.scam_email',
        polarity: 'risk',
        points: 2.4,
        text: 'call-back number in 9 scam mails, last 3 days ago',
        subject: 'number',
        evidence: [
          { channel: 'scam_email_attachment', source: 'mail\u001B[31mbox', count: 9, firstSeenAt, lastSeenAt },
        ],
      },
    ],
    table: '2026-11-1',
  },
}
const unknown: Lookup = {
  ...seen,
  profile: null,
  neighbourhood: { blocks: [], run: 0 },
  risk: {
    ...seen.risk,
    level: null,
    probability: null,
    coverage: 0,
    reasons: [],
    status: { threat: null, control: 'unknown' },
  },
}

test('the JSON of a look-up is the one of the contract', () => {
  expect(lookupJson(seen)).toEqual({
    number: '+18035550147',
    risk: 8,
    probability: 0.97,
    coverage: 0.8,
    status: { threat: 'active', control: 'owner_controlled' },
    region: 'US',
    lineType: 'voip_unknown',
    provider: null,
    ...numberFactsJson(number, facts),
    firstSeen: '2026-03-02T10:11:12Z',
    lastSeen: '2026-03-09T00:00:00Z',
    sightings: 12,
    ring: 'r-0123456789ab',
    forecast: null,
    reasons: [
      {
        code: 'source.scam_email',
        polarity: 'risk',
        points: 2.4,
        text: 'call-back number in 9 scam mails, last 3 days ago',
        subject: 'number',
        evidence: [
          {
            channel: 'scam_email_attachment',
            source: 'mail\u001B[31mbox',
            count: 9,
            firstSeen: '2026-03-02T10:11:12Z',
            lastSeen: '2026-03-09T00:00:00Z',
          },
        ],
      },
    ],
    table: '2026-11-1',
  })
})

test('a number nobody has seen has no times and no ring, and null is not 0', () => {
  expect(lookupJson(unknown)).toMatchObject({ risk: null, firstSeen: null, lastSeen: null, sightings: 0, ring: null })
  expect(lookupCard(unknown)).toContain('insufficient evidence')
})

test('a number that did not read plainly is told with the writing it was read from', () => {
  const read = { ...seen, input: 'call +1 (8O3) 555-0147', raw: '+1 (8O3) 555-0147\u001B[2J' }
  expect(lookupJson(read)).toMatchObject({ number, raw: read.raw })
  expect(lookupCard(read)).toContain('\n  read from +1 (8O3) 555-0147 [2J\n')
})

test('an unreadable number is told with why, and never has a risk', () => {
  const unreadable: Lookup = { input: '12\u001B[2J', number: null, error: 'too_short' }
  expect(lookupJson(unreadable)).toEqual({ number: null, input: '12\u001B[2J', error: { code: 'too_short' } })
  expect(lookupCard(unreadable)).toBe('12 [2J  no number: too short')
})

test('a number that nobody can read comes with what to do about it', () => {
  const card = (input: string, error: 'invalid_country_code' | 'too_long'): string =>
    lookupCard({ input, number: null, error })
  expect(card('8047134598', 'invalid_country_code')).toContain('--region US')
  expect(card('+999 804 713 4598', 'invalid_country_code')).not.toContain('--region')
  expect(card('8.04713E+09', 'invalid_country_code')).toContain('a spreadsheet shortened it')
})

test('what has lost all weight is told with the day at which it had not', () => {
  if (seen.number === null) throw new Error('the example has a number')
  const old: Lookup = {
    ...seen,
    risk: { ...seen.risk, level: 2, reasons: seen.risk.reasons.map((reason) => ({ ...reason, points: 0.04 })) },
  }
  expect(lookupCard(old)).toContain('--as-of 2026-03-10 shows what was known then')
  expect(lookupCard(seen)).not.toContain('--as-of')
})

test('the card tells level, reason with evidence, ring and block, and no source can steer the terminal', () => {
  expect(lookupCard(seen).split('\n')).toEqual([
    '+18035550147  8 ■■■■■■■■·  high · 97 % likely malicious',
    '  US · voip unknown · provider unknown · active · owner controlled · coverage 80 %',
    '  range  libphonenumber metadata of 2026-07-16',
    '  seen 12 times, 2026-03-02 to 2026-03-09',
    '   +2.4  call-back number in 9 scam mails, last 3 days ago  [source.scam_email]',
    '          scam email attachment from mail [31mbox: 9, 2026-03-02 to 2026-03-09',
    '  ring   r-0123456789ab, 4 numbers: ringtrace rings r-0123456789ab',
    '  block  +180355501xx: 3 other malicious numbers',
  ])
})

test('digits that are a short code are told as one, beside why they are no number', () => {
  const source = { name: 'made', date: null }
  const shortCode = { region: 'GB', kind: 'emergency', tariff: 'toll_free', source } as const
  const lookup: Lookup = { input: '999', number: null, error: 'too_short', shortCode }
  expect(lookupJson(lookup)).toEqual({ number: null, input: '999', error: { code: 'too_short' }, shortCode })
  expect(lookupCard(lookup)).toBe('999  no number: too short (a short code of GB: emergency)')
})
