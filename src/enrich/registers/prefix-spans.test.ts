import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { prefixSpans } from './prefix-spans.ts'

test.each([
  ['7', [['7', '7']]],
  [
    '113[0-58]',
    [
      ['1130', '1135'],
      ['1138', '1138'],
    ],
  ],
  ['2[01]x', [['20', '21']]],
  [
    '[12]3[45]',
    [
      ['134', '135'],
      ['234', '235'],
    ],
  ],
  ['[0-9]', [['', '']]],
  ['', [['', '']]],
])('%s stands for these beginnings', (pattern, spans) => {
  expect(prefixSpans(pattern)?.map(({ first, last }) => [first, last])).toEqual(spans)
})

test.each(['7a', '[', '[]', '[5-1]', '7?', '1|2', '[-]', '12345678901234567'])('%s is no such pattern', (pattern) => {
  expect(prefixSpans(pattern)).toBeNull()
})

test('a pattern that stands for millions is refused, and not written out', () => {
  expect(prefixSpans('[0-24-9]'.repeat(12))).toBeNull()
})

test('beginnings are those that the pattern matches as an expression', () => {
  const token = fc.oneof(fc.stringMatching(/^[0-9]$/), fc.constantFrom('x', '[0-4]', '[13579]', '[2-46-8]'))
  fc.assert(
    fc.property(fc.array(token, { minLength: 1, maxLength: 4 }), fc.stringMatching(/^[0-9]{5}$/), (tokens, digits) => {
      const spans = prefixSpans(tokens.join('')) ?? []
      const isIn = spans.some(({ first, last }) => {
        const begin = digits.slice(0, first.length)
        return begin >= first && begin <= last
      })
      expect(isIn).toBe(new RegExp(`^${tokens.join('').replaceAll('x', '\\d')}`).test(digits))
    }),
  )
})
