import { expect, test } from 'vitest'
import type { Issue } from '../../model/issue.ts'
import { messageTimes } from './message-times.ts'

const NOW = Date.UTC(2026, 10, 20, 12)

function timesOf(date: string, received?: string) {
  const issues: Issue[] = []
  const headers = [
    ...(received === undefined ? [] : [{ key: 'received', value: `from a by b; ${received}` }]),
    { key: 'date', value: date },
  ]
  return { ...messageTimes(headers, issues), issues: issues.map(({ code }) => code) }
}
const mailDate = (at: number): string => new Date(at).toUTCString()

test.each([
  ['of the next century', 'Fri, 1 Jan 2100 00:00:00 +0000'],
  ['from before there was such mail', 'Sun, 31 Dec 1989 00:00:00 +0000'],
  ['of no kind', 'yesterday'],
])('a date %s dates nothing, and is told', (_what, date) => {
  expect(timesOf(date)).toEqual({ sentAt: null, receivedAt: null, issues: ['date_implausible'] })
  expect(timesOf(date, mailDate(NOW))).toEqual({ sentAt: null, receivedAt: NOW, issues: ['date_implausible'] })
})

test('a server with a clock of the next century received nothing then', () => {
  expect(timesOf(mailDate(NOW), 'Fri, 1 Jan 2100 00:00:00 +0000')).toEqual({
    sentAt: NOW,
    receivedAt: null,
    issues: [],
  })
})
