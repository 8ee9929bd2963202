import { expect, test } from 'vitest'
import type { PhoneNumber } from '../../model/phone-number.ts'
import { rangesOf } from './range-facts.ts'
import { lengthBits, rangeRow } from './range-row.ts'
import type { RangeRow } from './range-row.ts'
import { openTables } from './range-table.ts'
import type { RangeTable } from './range-table.ts'
import { writeTables } from './write-tables.ts'

type Told = Partial<RangeRow> & { readonly first: string }

function tableOf(title: string, date: string | null, ...told: Told[]): RangeTable {
  const rows = told.map((each) => rangeRow({ callingCode: '44', last: each.first, lengths: lengthBits([10]), ...each }))
  const source = { name: title, title, date, licence: null }
  return openTables(Uint8Array.from(writeTables([{ source, rows, isPlan: false }])))[0] as RangeTable
}

const plan = tableOf('plan', '2026-07-16', {
  first: '74',
  lineType: 'mobile',
  region: 'GB',
  provider: 'Plan Mobile',
  timeZones: 'Europe/London',
})
const wide = { first: '7400', provider: 'Wide Ltd', assignment: 'allocated' } as const
const narrow = { first: '74001', provider: 'Narrow Ltd', assignment: 'allocated' } as const
const asked = (number: string, ...registers: RangeTable[]) => rangesOf(plan, registers)(number as PhoneNumber)

test('what a register does not tell, the plan tells, and each fact names its own source', () => {
  expect(asked('+447400123456', tableOf('register', '2025-01-01', wide))).toMatchObject({
    lineType: 'mobile',
    provider: 'Wide Ltd',
    region: 'GB',
    timeZones: ['Europe/London'],
    assignment: 'allocated',
    origins: { lineType: { name: 'plan' }, provider: { name: 'register', date: '2025-01-01' } },
  })
})

test('of two registers the narrower block is believed, whichever is newer', () => {
  const tables = [tableOf('a', '2026-01-01', wide), tableOf('b', '2020-01-01', narrow)]
  for (const registers of [tables, tables.toReversed()]) {
    expect(asked('+447400123456', ...registers).provider).toBe('Narrow Ltd')
    expect(asked('+447400923456', ...registers).provider).toBe('Wide Ltd')
  }
})

test('of blocks as narrow the newer source is believed', () => {
  const tables = [tableOf('a', '2026-01-01', wide), tableOf('b', '2020-01-01', { ...wide, provider: 'Old Ltd' })]
  for (const registers of [tables, tables.toReversed()]) {
    expect(asked('+447400123456', ...registers).provider).toBe('Wide Ltd')
  }
})

test('a block that nobody has has no provider, also where the plan names one', () => {
  const free = { first: '74001', assignment: 'unallocated', status: 'Quarantined' } as const
  expect(asked('+447400123456', tableOf('a', null, free))).toMatchObject({
    provider: null,
    assignment: 'unallocated',
    status: 'Quarantined',
    validity: 'valid',
    origins: { provider: 'not_allocated', assignment: { name: 'a', date: null } },
  })
})

test('a number that was handed out is valid, also where the plan does not have it', () => {
  const table = tableOf('a', null, { first: '79', provider: 'New Ltd', assignment: 'allocated' })
  expect(asked('+447912345678')).toMatchObject({ validity: 'possible_not_valid', provider: null })
  expect(asked('+447912345678', table)).toMatchObject({
    validity: 'valid',
    provider: 'New Ltd',
    lineType: 'unknown',
    origins: { lineType: 'not_told' },
  })
})

test('the block that was handed out has its first and last number and its size', () => {
  const { allocation } = asked('+447400123456', tableOf('a', null, narrow))
  expect(allocation).toEqual({ first: '+447400100000', last: '+447400199999', size: 100_000 })
})

test('numbers of another length are not of the block', () => {
  expect(asked('+44740012345', tableOf('a', null, narrow))).toMatchObject({ validity: 'too_short', provider: null })
})
