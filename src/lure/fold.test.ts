import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from './fold.ts'

test.each([
  ['Соіnbаѕе', 'Coinbase'],
  ['𝗡𝗼𝗿𝘁𝗼𝗻', 'Norton'],
  ['ＰａｙＰａｌ', 'PayPal'],
  ['cᴀʟʟ', 'call'],
  ['Itaú', 'Itau'],
  ['e b a y receipt', 'ebay receipt'],
  ['re\u200bfu\u00adnd', 'refund'],
])('%s reads %s', (written, read) => {
  expect(fold(written)).toBe(read)
})

test('folding twice changes nothing more than folding once', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => fold(fold(fold(text))) === fold(fold(text))))
})
