import { expect, test } from 'vitest'
import { mentionsOf, message, part } from '../../test/hand-made-message.ts'
import { MOST_CHARACTERS, mentionedParts } from './mentioned-parts.ts'
import type { RoledMention } from './read-one.ts'

const NUMBER = '+1 803 471 4501'
const FILLER = 'x'.repeat(MOST_CHARACTERS / 2)

const shown = (...texts: readonly string[]): ReturnType<typeof mentionedParts> => {
  const mail = message(texts.map((text) => part('body', text)))
  const mentions = mentionsOf(mail, NUMBER).map((mention): RoledMention => ({
    ...mention,
    role: 'callback',
    roleWhy: 'asked_to_call',
  }))
  return mentionedParts(mail.parts, mentions)
}

test('each part comes with the numbers in it', () => {
  const { parts, isCut } = shown('hello', `call ${NUMBER} or ⟦${NUMBER}⟧`)
  expect(parts.map(({ mentions }) => mentions.map(({ start, visible }) => [start, visible]))).toEqual([
    [],
    [
      [5, true],
      [24, false],
    ],
  ])
  expect(isCut).toBe(false)
})

test('the words of a mail that has too many are cut, and what stands beyond the cut is left out with them', () => {
  const { parts, isCut } = shown(`${NUMBER} ${FILLER}`, `${FILLER} ${NUMBER} ⟦hidden⟧`, NUMBER)
  expect(isCut).toBe(true)
  expect(parts.map(({ mentions, hidden }) => [mentions.length, hidden.length])).toEqual([
    [1, 0],
    [0, 0],
  ])
  expect(parts.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThanOrEqual(MOST_CHARACTERS)
})

test('a mail of a million links is cut as well', () => {
  const { parts, isCut } = shown(...Array<string>(100_000).fill(NUMBER))
  expect(isCut).toBe(true)
  expect(parts.length).toBeLessThan(50_000)
})

test('a text ends before the first hidden span that cannot be told', () => {
  const { parts, isCut } = shown('a⟦b⟧'.repeat(100_000))
  const [only] = parts
  expect([isCut, only?.text.length]).toEqual([true, 2 * (only?.hidden.length ?? 0) + 1])
})
