import { expect, test } from 'vitest'
import { READ_LIMITS } from '../read-limits.ts'
import { drawnParts } from './drawn-parts.ts'

const of = { name: 'a.png', page: null, attachment: 'ab' }
const codes = (...said: string[]): readonly (readonly [string, string, string | undefined])[] =>
  drawnParts('image', { text: '', codes: said }, of, READ_LIMITS, []).map(({ kind, via, text, opens }) => {
    expect([kind, via]).toEqual(['qr_code', 'barcode'])
    return [kind, text, opens]
  })

test.each([
  ['tel:+1-808-555-0147', '+1-808-555-0147', 'call'],
  ['TEL:+18085550147', '+18085550147', 'call'],
  ['SMSTO:+18085550147:Hello', '+18085550147', 'message'],
  ['https://wa.me/18085550147?text=hi', '+18085550147', 'message'],
])('a code that dials, %s, holds the number alone', (code, number, opens) => {
  expect(codes(code)).toEqual([['qr_code', number, opens]])
})

test('a card in a code says whose numbers it holds', () => {
  const card =
    'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Norton Help\r\nTEL;TYPE=WORK:+1 808 555 0147\r\nitem1.TEL:tel:+12065471200\r\nEND:VCARD'
  expect(codes(card)).toEqual([['qr_code', 'FN: Norton Help\nTEL: +1 808 555 0147\nTEL: +12065471200', undefined]])
})

test('words are read by OCR, and a code with words says them', () => {
  const parts = drawnParts('heic', { text: 'Call now', codes: ['Call 804'] }, of, READ_LIMITS, [])
  expect(parts.map(({ kind, via, text }) => [kind, via, text])).toEqual([
    ['heic', 'ocr', 'Call now'],
    ['qr_code', 'barcode', 'Call 804'],
  ])
})
