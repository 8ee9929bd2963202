import { expect, test } from 'vitest'
import { DAY_MILLIS } from '../../model/day.ts'
import type { Block } from '../../model/block.ts'
import { halfLives, isStillProducing } from './block-life.ts'

test('a silence that the pace lets expect is none, and a long one is the end', () => {
  // Ten numbers in ninety days: the tenth of its chances is gone when (1 + s / 90)^-9 = 0.05, at 35.5 days.
  const paced = { firstSeenAt: 0, newestAt: 90 * DAY_MILLIS, numbers: 10 }
  expect(isStillProducing(paced, 90 * DAY_MILLIS)).toBe(true)
  expect(isStillProducing(paced, 125 * DAY_MILLIS)).toBe(true)
  expect(isStillProducing(paced, 126 * DAY_MILLIS)).toBe(false)
})

test('what came all at once has a pace of a day', () => {
  const atOnce = { firstSeenAt: 0, newestAt: 0, numbers: 5 }
  expect(isStillProducing(atOnce, DAY_MILLIS)).toBe(true)
  expect(isStillProducing(atOnce, 2 * DAY_MILLIS)).toBe(false)
})

test('half-lives count blocks that still produce as unfinished, by provider', () => {
  const block = (provider: string | null, days: number, isProducing: boolean): Block =>
    ({ provider, firstSeenAt: 0, newestAt: days * DAY_MILLIS, isProducing }) as Block
  const { all, byProvider } = halfLives([
    block('a', 10, false),
    block('a', 20, true),
    block('a', 30, false),
    block(null, 5, true),
  ])
  // At 10 days one of three is over, at 30 the last: 2/3, then 0.
  expect(all.days).toBe(30)
  expect(byProvider.map(({ provider, blocks, median }) => [provider, blocks, median.days])).toEqual([
    ['a', 3, 30],
    [null, 1, null],
  ])
})
