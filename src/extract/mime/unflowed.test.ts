import fc from 'fast-check'
import { expect, test } from 'vitest'
import { unflowed } from './unflowed.ts'

test.each([
  ['a line that ends in a blank goes on', 'Call +1 804 \r\n555 0147\r\nnow', 'Call +1 804 555 0147\nnow'],
  ['a blank that was put in front is no text', ' From me\n >no quote', 'From me\n>no quote'],
  ['quoted lines go on in lines quoted as deep', '> Call 804 \n> 555\n>> 206', '> Call 804 555\n>> 206'],
  ['a signature begins on its own line', 'Bye \n-- \nAnn', 'Bye \n-- \nAnn'],
])('%s', (_, written, shown) => {
  expect(unflowed(written, false)).toBe(shown)
})

test('a number cut at its blank stands together where the blank was put in', () => {
  expect(unflowed('Call 804555 \n0147', true)).toBe('Call 8045550147')
})

test('no letter of any text is lost', () => {
  const letters = (text: string): string => text.replace(/[\s>]/g, '')
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', ' ', '\n', '\r\n', '>', '-- ', '8'), { maxLength: 60 }), (pieces) => {
      const text = pieces.join('')
      expect(letters(unflowed(text, true))).toBe(letters(text))
    }),
  )
})
