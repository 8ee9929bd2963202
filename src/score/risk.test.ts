import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { CHANNEL_NAMES, CHANNELS } from '../model/channel.ts'
import type { ChannelName } from '../model/channel.ts'
import { dayOf } from '../model/day.ts'
import { ROLES } from '../model/mention.ts'
import { readNumber } from '../model/phone-number.ts'
import type { PhoneNumber } from '../model/phone-number.ts'
import { watchSpan } from '../model/profile.ts'
import type { Profile, SourceRecord, Watch } from '../model/profile.ts'
import { numberFacts } from '../../test/number-facts.ts'
import { riskOf } from './risk.ts'
import type { Known } from './risk.ts'
import { UNPROVEN_LEVEL } from './signals.ts'

const DAY = 86_400_000
const NOW = Date.UTC(2026, 10, 20)

const read = readNumber('+1 803 471 4598')
const number = ('number' in read ? read.number : '') as PhoneNumber
const facts = numberFacts()
const official = numberFacts({ official: { name: 'Example Bank', source: 'its site' } })

const seen = (channel: ChannelName, daysAgo: number, rest: Partial<SourceRecord> = {}): SourceRecord => ({
  channel,
  source: 'mailbox',
  role: channel.startsWith('scam_email') ? 'callback' : null,
  sightings: 1,
  messages: channel.startsWith('scam_email') ? 1 : 0,
  activeDays: 1,
  firstSeenAt: NOW - daysAgo * DAY,
  lastSeenAt: NOW - daysAgo * DAY,
  brands: [],
  templates: 0,
  simKinds: [],
  latestDays: [dayOf(NOW - daysAgo * DAY)],
  ...rest,
})
/** What a channel told of its numbers so long ago. */
const told = (numbers: number, daysAgo: number): Watch => ({ [watchSpan(NOW - daysAgo * DAY)]: numbers })
const known = (records: readonly SourceRecord[], rest: Partial<Known> = {}): Known => ({
  profile: records.length > 0 ? ({ number, records, ring: null } satisfies Profile) : null,
  facts,
  neighbourhood: { blocks: [], run: 0 },
  coverage: { 1: { scam_email_body: told(3_000, 1) } },
  returns: {},
  ...rest,
})
const levelOf = (records: readonly SourceRecord[], rest: Partial<Known> = {}) => riskOf(known(records, rest), NOW).level
const codesOf = (of: Known): string[] => riskOf(of, NOW).reasons.map((reason) => reason.code)

const anyRecord = fc.record({
  channel: fc.constantFrom(...CHANNEL_NAMES),
  daysAgo: fc.integer({ min: -30, max: 2_000 }),
  role: fc.constantFrom(...ROLES, null),
  sightings: fc.integer({ min: 1, max: 1_000_000 }),
})
const recordOf = ({ channel, daysAgo, ...rest }: typeof anyRecord extends fc.Arbitrary<infer R> ? R : never) =>
  seen(channel, daysAgo, rest)

test('a number that no source covers has no level, and says so', () => {
  const risk = riskOf(known([], { coverage: { 44: { scam_email_body: told(3_000, 0) } } }), NOW)
  expect(risk).toMatchObject({ level: null, probability: null, coverage: 0, status: { threat: null } })
  expect(risk.reasons.map((reason) => reason.code)).toEqual(['meta.insufficient_evidence'])
})

test('sources that fell silent long ago cover nothing', () => {
  expect(levelOf([], { coverage: { 1: { scam_email_body: told(100_000, 700) } } })).toBeNull()
})

test('a handful of mails watches nobody; thousands of numbers told lately do', () => {
  const coverages = [2, 50, 3_000].map((numbers) => {
    const { level, coverage } = riskOf(known([], { coverage: { 1: { scam_email_body: told(numbers, 1) } } }), NOW)
    return [level, coverage]
  })
  expect(coverages).toEqual([
    [null, 0],
    [null, 0.04],
    [1, expect.closeTo(0.85, 1)],
  ])
})

test('one number of today makes not up for thousands of long ago', () => {
  const watch = { ...told(100_000, 700), ...told(1, 0) }
  expect(levelOf([], { coverage: { 1: { scam_email_body: watch } } })).toBeNull()
})

test('a number that live sources do not know is at 1', () => {
  expect(levelOf([])).toBe(1)
})

test('the kind of line never speaks alone', () => {
  const premium = known([], { facts: { ...facts, lineType: 'premium_rate', validity: 'possible_not_valid' } })
  expect(riskOf(premium, NOW)).toMatchObject({ level: 1, reasons: [{ polarity: 'neutral' }, { polarity: 'neutral' }] })
})

test('a genuine line is at 0, and stays there when mails copy it or callers show it', () => {
  expect(levelOf([], { facts: official, coverage: {} })).toBe(0)
  const copied = known([seen('scam_email_body', 1), seen('user_report', 1)], { facts: official })
  expect(riskOf(copied, NOW)).toMatchObject({ level: 0, status: { control: 'spoofed_only' } })
})

test('a genuine line that is rented out is disputed, not trusted', () => {
  const risk = riskOf(known([seen('otp_platform_web', 1)], { facts: official }), NOW)
  expect(risk.level).toBeGreaterThan(1)
  expect(risk.status.threat).toBe('disputed')
})

test('one fresh call-back number is moderate; many mails, lately, are high; a second source lifts it', () => {
  expect(levelOf([seen('scam_email_body', 2)])).toBe(5)
  expect(levelOf([seen('scam_email_body', 0, { messages: 9 })])).toBe(8)
  expect(levelOf([seen('scam_email_body', 2), seen('otp_platform_web', 2, { source: 'feed' })])).toBe(8)
})

test('what proved a number years ago lifts no complaint of today, and disputes no genuine line', () => {
  const complaints = seen('customer_feedback', 0, { sightings: 1_000_000 })
  const [long, lately] = [900, 10].map((days) => seen('otp_platform_web', days, { source: 'feed' }))
  expect(levelOf([complaints, lately!])).toBeGreaterThan(UNPROVEN_LEVEL)
  expect(levelOf([complaints, long!])).toBe(UNPROVEN_LEVEL)
  expect(levelOf([long!], { facts: official })).toBe(0)
})

test('a number that was a decoy and nothing else is no risk, and the mails that copied it are told', () => {
  const decoy = known([seen('scam_email_body', 1, { role: 'decoy', messages: 40 })])
  expect(riskOf(decoy, NOW)).toMatchObject({
    level: 1,
    status: { threat: null },
    reasons: [{ code: 'source.scam_email', polarity: 'neutral', points: 0 }],
  })
})

test('more decoys change neither level nor probability, whatever else is known', () => {
  const decoy = seen('scam_email_attachment', 0, { role: 'decoy', messages: 1_000 })
  const holds = fc.property(fc.array(anyRecord, { maxLength: 4 }), (few) => {
    const [without, with_] = [few.map(recordOf), [...few.map(recordOf), decoy]].map((each) => riskOf(known(each), NOW))
    expect([with_?.level, with_?.probability]).toEqual([without?.level, without?.probability])
  })
  fc.assert(holds)
})

test('complaints, however many, and lists never pass 5', () => {
  const unproven = anyRecord.filter(({ channel }) => !CHANNELS[channel].provesAlone)
  const crowd = { blocks: [{ width: 10 as const, numbers: 9, lastSeenAt: NOW }], run: 9 }
  const holds = fc.property(fc.array(unproven, { minLength: 1, maxLength: 6 }), (records) => {
    expect(levelOf(records.map(recordOf), { neighbourhood: crowd })).toBeLessThanOrEqual(UNPROVEN_LEVEL)
  })
  fc.assert(holds)
})

test('any evidence gives a level of 1 to 8 and a probability inside its bin', () => {
  const holds = fc.property(fc.array(anyRecord, { maxLength: 8 }), (records) => {
    const { level, probability } = riskOf(known(records.map(recordOf)), NOW)
    expect(level).toBeGreaterThanOrEqual(1)
    expect(level).toBeLessThanOrEqual(8)
    expect(probability).toBeGreaterThan(0)
    expect(probability).toBeLessThanOrEqual(1)
  })
  fc.assert(holds)
})

test('silence never raises the probability', () => {
  const holds = fc.property(fc.array(anyRecord, { minLength: 1, maxLength: 4 }), fc.nat(900), (some, days) => {
    const of = known(some.map((each) => recordOf({ ...each, daysAgo: Math.abs(each.daysAgo) })))
    const [before, after] = [riskOf(of, NOW), riskOf(of, NOW + days * DAY)]
    expect(after.probability ?? 0).toBeLessThanOrEqual((before.probability ?? 0) + 1e-9)
  })
  fc.assert(holds)
})

test('hidden, copied and merely mentioned numbers raise nobody above 3, and without a live source are not called safe', () => {
  const hidden = seen('scam_email_body', 0, { role: 'other', messages: 1_000 })
  expect(riskOf(known([hidden]), NOW)).toMatchObject({ level: 1, status: { threat: null } })
  expect(riskOf(known([hidden], { coverage: {} }), NOW)).toMatchObject({ level: null, probability: null })
  const passive = anyRecord.map((each) => recordOf({ ...each, role: 'contact' }))
  const holds = fc.property(fc.array(passive, { maxLength: 6 }), (records) => {
    expect(levelOf([hidden, ...records])).toBeLessThanOrEqual(3)
  })
  fc.assert(holds)
})

test('a number nobody has seen is moderate in a bad block, and says why', () => {
  const bad = known([], { neighbourhood: { blocks: [{ width: 10, numbers: 4, lastSeenAt: NOW }], run: 2 } })
  expect(riskOf(bad, NOW).level).toBe(5)
  expect(codesOf(bad)).toEqual(['block.neighbors_malicious', 'block.run'])
})

test('one neighbour, or few in a wide block, say nothing', () => {
  const blocks = [
    { width: 10, numbers: 1, lastSeenAt: NOW },
    { width: 10_000, numbers: 9, lastSeenAt: NOW },
  ] as const
  expect(levelOf([], { neighbourhood: { blocks, run: 1 } })).toBe(1)
})

test('a number of a signature does not rise above 3: the mail did not want it used', () => {
  expect(levelOf([seen('scam_email_body', 0, { role: 'contact', messages: 500 })])).toBe(3)
})

test('an interception card is a victim, whatever else saw it', () => {
  const records = [seen('otp_platform_web', 1, { simKinds: ['interception'] }), seen('scam_email_body', 1)]
  expect(riskOf(known(records), NOW).status.control).toBe('intercepted_victim')
})

test('a reason shows what it rests on', () => {
  const [reason] = riskOf(known([seen('scam_email_attachment', 3, { messages: 9, sightings: 12 })]), NOW).reasons
  expect(reason).toMatchObject({
    code: 'source.scam_email',
    polarity: 'risk',
    text: 'call-back number in 9 scam mails, last 3 days ago',
    evidence: [{ channel: 'scam_email_attachment', source: 'mailbox', count: 9 }],
  })
})
