import { expect, test } from 'vitest'
import { decodeText } from './decode-text.ts'

const TEXT = 'Zürich: 804\u2013555\u20130147'
const latin = Buffer.from('Z\xfcrich: 804\x96555\x960147', 'latin1')
const wide = Buffer.from(TEXT, 'utf16le')

test.each([
  ['UTF-8, told', Buffer.from(TEXT), 'utf-8'],
  ['UTF-8 of which nothing is told', Buffer.from(TEXT), ''],
  ['UTF-8 that is called Latin', Buffer.from(TEXT), 'iso-8859-1'],
  ['UTF-8 that is called Windows-1252', Buffer.from(TEXT), 'Windows-1252'],
  ['UTF-8 of a charset nobody knows', Buffer.from(TEXT), 'klingon'],
  ['Windows-1252, told', latin, 'windows-1252'],
  ['Windows-1252 of which nothing is told', latin, ''],
  ['Windows-1252 that is called UTF-8', latin, 'utf-8'],
  ['Windows-1252 that is called ASCII', latin, 'us-ascii'],
  ['Windows-1252 of a charset nobody knows', latin, 'klingon'],
  ['UTF-16 of which nothing is told', wide, ''],
  ['UTF-16 that is called UTF-8', wide, 'utf-8'],
  ['UTF-16, the other way round, that is called Latin', Buffer.from(wide).swap16(), 'iso-8859-1'],
])('%s, is read', (_, bytes, told) => {
  expect(decodeText(bytes, told)).toBe(TEXT)
})

test('byte order marks tell more than the mail does, and are no text', () => {
  for (const mark of ['\uFEFF']) {
    expect(decodeText(Buffer.from(mark + TEXT), 'utf-8')).toBe(TEXT)
    expect(decodeText(Buffer.from(mark + TEXT, 'utf16le'), 'utf-8')).toBe(TEXT)
    expect(decodeText(Buffer.from(mark + TEXT, 'utf16le').swap16(), 'iso-8859-1')).toBe(TEXT)
  }
})

test('HTML tells its charset where the mail does not', () => {
  expect(decodeText(Buffer.from('<meta charset="koi8-r"><p>\xd1', 'latin1'))).toBe('<meta charset="koi8-r"><p>я')
})

test('UTF-8 with one letter broken is UTF-8 still', () => {
  expect(decodeText(Buffer.concat([Buffer.from('äöü 804'), Buffer.from([0xe4])]), 'utf-8')).toBe('äöü 804\uFFFD')
})
