import { expect, test } from 'vitest'
import { openTables } from './range-table.ts'
import type { RangeTable } from './range-table.ts'
import { lengthBits, rangeRow } from './range-row.ts'
import type { RangeRow } from './range-row.ts'
import { providerSizes } from './provider-sizes.ts'
import { writeTables } from './write-tables.ts'

function tableOf(name: string, ...told: (Pick<RangeRow, 'callingCode' | 'first'> & Partial<RangeRow>)[]): RangeTable {
  const rows = told.map((each) => rangeRow({ last: each.first, lengths: lengthBits([10]), ...each }))
  const source = { name, title: name, date: null, licence: null }
  return openTables(Uint8Array.from(writeTables([{ source, rows, isPlan: false }])))[0] as RangeTable
}

const plan = tableOf(
  'plan',
  { callingCode: '44', first: '74', region: 'GB', provider: 'Plan Mobile' },
  { callingCode: '49', first: '151', last: '152', region: 'DE', provider: 'Wald Mobil', lengths: lengthBits([10, 11]) },
  { callingCode: '49', first: '160', region: 'DE' },
)

test('numbers of each length that a provider was given are counted', () => {
  expect(providerSizes(plan, [])).toEqual([
    { provider: 'Plan Mobile', region: 'GB', numbers: 10 ** 8 },
    { provider: 'Wald Mobil', region: 'DE', numbers: 2 * 10 ** 7 + 2 * 10 ** 8 },
  ])
})

test('a register is believed instead of the plan, in the countries it speaks of', () => {
  const register = tableOf(
    'register',
    { callingCode: '44', first: '7400', provider: 'Narrow Ltd' },
    { callingCode: '44', first: '7401', provider: 'Narrow Ltd' },
  )
  expect(providerSizes(plan, [register])).toEqual([
    { provider: 'Wald Mobil', region: 'DE', numbers: 2 * 10 ** 7 + 2 * 10 ** 8 },
    { provider: 'Narrow Ltd', region: 'GB', numbers: 2 * 10 ** 6 },
  ])
})
