import { expect, test } from 'vitest'
import { decodeCharset, decodeUntold } from './decode-charset.ts'

const decode = (bytes: string, charset: string): string | null => decodeCharset(Buffer.from(bytes, 'latin1'), charset)

test.each([
  ['utf-8', '\xc3\xa4', 'ä'],
  ['UTF8', '\xc3\xa4', 'ä'],
  ['iso-8859-1', '\xe4 \x80', 'ä €'],
  ['Windows-1252', 'can\x92t \x93a\x94', 'can’t “a”'],
  ['latin-1', '\xe4', 'ä'],
  ['iso-8859-2', '\xb1', 'ą'],
  ['koi8-r', '\xc1', 'а'],
  ['cp1251', '\xe0', 'а'],
  ['gb2312', '\xc4\xe3', '你'],
  ['big5', '\xa7\x41', '你'],
  ['euc-kr', '\xb0\xa1', '가'],
  ['ks_c_5601-1987', '\xb0\xa1', '가'],
  ['shift_jis', '\x82\xa0', 'あ'],
  ['iso-2022-jp', '\x1b$BF|K\\\x1b(B', '日本'],
  ['utf-16le', 'a\0b\0', 'ab'],
  ['utf-16be', '\0a\0b', 'ab'],
  ['utf-7', 'Gr+APYA3w-e +- 5', 'Größe + 5'],
  ['unicode-1-1-utf-7', '+AOQ-', 'ä'],
  ['cp437', '\x84', 'ä'],
  ['IBM850', '\x84\x9b', 'äø'],
  ['macintosh', '\x8a', 'ä'],
])('%s', (charset, bytes, text) => {
  expect(decode(bytes, charset)).toBe(text)
})

test.each(['', 'klingon', 'constructor', '__proto__', 'utf-8; x'])('%s is no charset', (charset) => {
  expect(decode('\xe4', charset)).toBeNull()
})

test('bytes of no told charset are UTF-8 where they can be, else Windows-1252', () => {
  expect(decodeUntold(Buffer.from('ä'))).toBe('ä')
  expect(decodeUntold(Buffer.from('\xe4 \x80', 'latin1'))).toBe('ä €')
})
