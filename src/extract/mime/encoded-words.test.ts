import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeWords } from './encoded-words.ts'

test.each([
  ['one word', '=?utf-8?Q?Gr=C3=B6=C3=9Fe_5?=', 'Größe 5'],
  ['words in either encoding, parted by blanks', '=?utf-8?Q?Your_ren?=  =?utf-8?B?ZXdhbA==?=', 'Your renewal'],
  ['a letter that begins in one word and ends in the next', '=?utf-8?B?w4M=?= =?UTF-8?Q?=C3?= =?utf-8?Q?=B6?=', 'Ãö'],
  ['words among others', 'a =?utf-8?Q?b?= c =?utf-8?Q?d?=', 'a b c d'],
  ['words of two charsets', '=?iso-8859-1?Q?=E4?= =?utf-8?Q?=C3=A4?=', 'ää'],
  ['blanks where none may be', '=?utf-8?Q?Call now?=', 'Call now'],
  ['a word that nothing ends', '=?utf-8?Q?Call=20804 now', 'Call 804 now'],
  ['a language', '=?utf-8*en?Q?Call?=', 'Call'],
  ['a code that is none', '=?utf-8?Q?5=zz=4?=', '5=zz=4'],
  ['padding that is missing', '=?utf-8?B?Q2FsbA?=', 'Call'],
  ['glued to letters', 'x=?utf-8?Q?y?=z', 'xyz'],
  ['a charset nobody knows', '=?klingon?Q?Call=E9?=', 'Callé'],
  ['Japanese that shifts', '=?iso-2022-jp?B?GyRCRnxLXBsoQg==?=', '日本'],
  ['what is no word', 'a=?b?c=?utf-8?X?d?=', 'a=?b?c=?utf-8?X?d?='],
])('%s', (_what, written, read) => {
  expect(decodeWords(written)).toBe(read)
})

test('every text that is put into words comes out of them', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 20 }), (text, size) => {
      const bytes = Buffer.from(text)
      const words = Array.from(
        { length: Math.ceil(bytes.length / size) },
        (_, at) => `=?utf-8?B?${bytes.subarray(at * size, (at + 1) * size).toString('base64')}?=`,
      )
      expect(decodeWords(words.join(' '))).toBe(bytes.toString().replace(/^\uFEFF/, ''))
    }),
  )
})

test('a million words that nothing ends take no longer than their length', () => {
  expect(decodeWords('=?a?q?'.repeat(200_000)).length).toBeGreaterThan(0)
  expect(decodeWords(`${'=?a?q?'.repeat(200_000)}?=`).length).toBeGreaterThan(0)
})
