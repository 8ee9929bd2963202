import { expect, test } from 'vitest'
import type { SourceRecord } from '../model/profile.ts'
import { statusOf } from './status.ts'

const DAY = 86_400_000
const NOW = Date.UTC(2026, 10, 20)

const record = (first: number, last: number, rest: Partial<SourceRecord> = {}): SourceRecord => ({
  channel: 'scam_email_body',
  source: 'mailbox',
  role: 'callback',
  sightings: 2,
  messages: 2,
  activeDays: first - last + 1,
  firstSeenAt: NOW - first * DAY,
  lastSeenAt: NOW - last * DAY,
  brands: [],
  templates: 0,
  simKinds: [],
  ...rest,
})
const control = (channel: SourceRecord['channel']) => statusOf([record(3, 1, { channel })], NOW).control
const threat = (...records: readonly SourceRecord[]) => statusOf(records, NOW).threat

test.each([
  ['new', 7, 0],
  ['active', 60, 29],
  ['cooling_down', 60, 30],
  ['dormant', 400, 90],
  ['retired', 400, 365],
] as const)('%s: first seen %i days ago, last %i', (status, first, last) => {
  expect(threat(record(first, last))).toBe(status)
})

test('reactivated: back after a silence between two sources, or with two days far apart', () => {
  expect(threat(record(80, 70), record(10, 1))).toBe('reactivated')
  expect(threat(record(80, 1, { activeDays: 2 }))).toBe('reactivated')
})

test('a silence of long ago reactivates nobody for ever: it must come before the present spell', () => {
  expect(threat(record(2_000, 1_990), record(900, 1))).toBe('active')
  expect(threat(record(900, 1, { activeDays: 20 }), record(600, 600), record(3, 1))).toBe('active')
  expect(threat(record(2_000, 1, { activeDays: 3 }))).toBe('active')
  expect(threat(record(2_000, 1_990), record(900, 880), record(3, 1))).toBe('reactivated')
})

test('a silence that is merely possible is not claimed', () => {
  expect(threat(record(80, 1, { activeDays: 10 }))).toBe('active')
  expect(threat(record(80, 70), record(75, 1))).toBe('active')
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
