import { expect, test } from 'vitest'
import { tableSummaryView } from './table-summary.ts'

const table = { name: 'made', title: 'Made\u001B[2J up', date: '2026-01-01', licence: null, ranges: 1_234 }

test('a table is told with its day, its size and where it speaks, and cannot steer the terminal', () => {
  expect(tableSummaryView({ ...table, callingCodes: [44] })).toBe('made  Made [2J up, 2026-01-01: 1,234 ranges, +44')
  expect(tableSummaryView({ ...table, callingCodes: [1, 7, 20, 27, 30, 31] })).toMatch(/6 calling codes$/)
  expect(tableSummaryView({ ...table, date: null, callingCodes: [] })).toMatch(/no date: 1,234 ranges$/)
})

test('what changed is told by country, and that nothing did', () => {
  const changes = [{ country: 'GB', added: 1_000, removed: 0, changed: 2 }]
  expect(tableSummaryView({ ...table, callingCodes: [44], changes })).toContain('\n  GB   1,000 added, 2 changed')
  expect(tableSummaryView({ ...table, callingCodes: [44], changes: [] })).toContain('nothing changed')
})
