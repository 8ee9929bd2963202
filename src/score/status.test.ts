import { expect, test } from 'vitest'
import { dayOf } from '../model/day.ts'
import type { SourceRecord } from '../model/profile.ts'
import type { ReturnCurve, ReturnCurves } from '../model/return-curve.ts'
import { comeBack, statusOf } from './status.ts'

const DAY = 86_400_000
const NOW = Date.UTC(2026, 10, 20)
const TODAY = dayOf(NOW)

/** A record active on all days between, or on these days ago alone. */
const record = (first: number, last: number, rest: Partial<SourceRecord> = {}): SourceRecord =>
  onDays(
    Array.from({ length: first - last + 1 }, (_, i) => first - i),
    rest,
  )
const onDays = (daysAgo: readonly number[], rest: Partial<SourceRecord> = {}): SourceRecord => ({
  channel: 'scam_email_body',
  source: 'mailbox',
  role: 'callback',
  sightings: daysAgo.length,
  messages: daysAgo.length,
  activeDays: daysAgo.length,
  latestDays: daysAgo.slice(-8).map((each) => TODAY - each),
  firstSeenAt: NOW - Math.max(...daysAgo) * DAY,
  lastSeenAt: NOW - Math.min(...daysAgo) * DAY,
  brands: [],
  templates: 0,
  simKinds: [],
  ...rest,
})
const control = (channel: SourceRecord['channel']) => statusOf([record(3, 1, { channel })], NOW, {}).control
const threat = (...records: readonly SourceRecord[]) => statusOf(records, NOW, {}).threat

test.each([
  ['new', 7, 0],
  ['active', 60, 29],
  ['active', 60, 8],
  ['cooling_down', 60, 31],
  ['cooling_down', 200, 89],
  ['dormant', 400, 100],
  ['dormant', 400, 364],
  ['retired', 800, 400],
] as const)('where nothing was measured, %s: first seen %i days ago, last %i', (status, first, last) => {
  expect(threat(record(first, last))).toBe(status)
})

/** Half of the silences end the next day, one in ten after three, and the others never. */
const QUICK: ReturnCurve = {
  days: [0, 1, 2, 3, 4, 30],
  out: [1, 1, 0.5, 0.5, 0.4, 0.4],
  never: 0.4,
  silences: 1_000,
  returns: 600,
}
const BRISK: ReturnCurves = { scam_email_body: QUICK }

test('where numbers of a channel come back within days or never, one that is silent for a week is done', () => {
  expect(statusOf([record(60, 1)], NOW, BRISK).threat).toBe('active')
  expect(statusOf([record(60, 4)], NOW, BRISK).threat).toBe('retired')
  expect(statusOf([record(60, 4, { channel: 'analyst' })], NOW, BRISK).threat).toBe('active')
})

test('a longer silence never makes a number livelier', () => {
  const order = ['new', 'active', 'cooling_down', 'dormant', 'retired']
  for (const curves of [{}, BRISK]) {
    const told = Array.from({ length: 900 }, (_, silent) => statusOf([record(1_000, silent)], NOW, curves).threat)
    const ranks = told.map((status) => order.indexOf(status ?? ''))
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
    expect(ranks).not.toContain(-1)
  }
})

test('reactivated: back within a month after a silence that was long for its channel', () => {
  expect(threat(record(180, 170), record(10, 1))).toBe('reactivated')
  expect(threat(onDays([180, 1]))).toBe('reactivated')
  expect(threat(onDays([80, 1]))).toBe('active')
  expect(statusOf([onDays([20, 10, 1])], NOW, BRISK).threat).toBe('reactivated')
})

test('a silence of long ago reactivates nobody for ever: it must come before the present spell', () => {
  expect(threat(record(2_000, 1_990), record(900, 1))).toBe('active')
  expect(threat(record(2_000, 1_990), record(900, 880), record(3, 1))).toBe('reactivated')
})

test('of a record the latest days are known, and a silence before them is not claimed', () => {
  expect(threat(onDays([500, 9, 8, 7, 6, 5, 4, 3, 1]))).toBe('reactivated')
  expect(threat(onDays([500, 490, 9, 8, 7, 6, 5, 4, 3, 1]))).toBe('active')
  expect(threat(record(180, 170), record(175, 1))).toBe('active')
})

test('recycled: back after its retirement under evidence of another kind', () => {
  const before = record(900, 890, { brands: ['norton'] })
  expect(threat(before, record(60, 1, { source: 'other', brands: ['paypal'] }))).toBe('recycled')
  expect(threat(before, record(60, 1, { channel: 'otp_platform_web', role: null }))).toBe('recycled')
  expect(threat(before, record(20, 1, { source: 'other', brands: ['norton'] }))).toBe('reactivated')
  expect(threat(before, record(20, 1, { source: 'other' }))).toBe('reactivated')
  expect(threat(record(200, 190), record(20, 1, { channel: 'otp_platform_web', role: null }))).toBe('reactivated')
  expect(threat(onDays([900, 20, 1], { brands: ['norton', 'paypal'] }))).toBe('reactivated')
})

test('a return is told with its day and the silence before it', () => {
  expect(comeBack([onDays([500, 12, 1])], {})).toEqual({ day: TODAY - 12, silenceDays: 488, isAnother: false })
  expect(comeBack([onDays([500])], {})).toBeNull()
})

test('nobody seen, or only a decoy, has no threat', () => {
  expect(threat()).toBeNull()
  expect(threat(record(3, 1, { role: 'decoy' }))).toBeNull()
})

test('who has a number in hand follows from where it was seen', () => {
  expect(control('scam_email_body')).toBe('owner_controlled')
  expect(control('otp_platform_api')).toBe('pool_controlled')
  expect(control('interception_platform')).toBe('intercepted_victim')
  expect(control('regulator_complaint')).toBe('spoofed_only')
  expect(control('osint_list')).toBe('unknown')
})
