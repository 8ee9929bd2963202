import { expect, test } from 'vitest'
import { timeOfMessage } from './time-of-message.ts'

const LATEST = 10_000
const time = (receivedAt: number | null, sentAt: number | null, undatedAt: number | null = null): number | null =>
  timeOfMessage({ receivedAt, sentAt }, { undatedAt, latestAt: LATEST })

test('a mail was seen when it was received, else when it was sent, else when whoever hands it in says', () => {
  expect([time(2_000, 1_000, 3_000), time(null, 1_000, 3_000), time(null, null, 3_000)]).toEqual([2_000, 1_000, 3_000])
})

test('a mail that lies ahead was not seen then, or its numbers would never age', () => {
  expect([time(LATEST + 1, 1_000), time(null, LATEST + 1, 3_000), time(null, LATEST + 1)]).toEqual([1_000, 3_000, null])
  expect(time(null, LATEST)).toBe(LATEST)
})

test('nobody guesses the time of a mail that has none', () => {
  expect(time(null, null)).toBeNull()
})
