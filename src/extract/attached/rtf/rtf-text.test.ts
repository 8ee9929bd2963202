import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAttached } from '../../../../test/read-attached.ts'
import { rtfText } from './rtf-text.ts'

const read = (rtf: string) => rtfText(Buffer.from(rtf, 'latin1'), 100_000, 100_000)

describe('rich text', () => {
  test('shows letters, paragraphs, cells and Unicode, and not its tables of fonts and colours', () => {
    const { text } = read(
      '{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}{\\colortbl;\\red0\\green0\\blue0;}{\\*\\generator x;}{\\info{\\author y}}' +
        "Call\\~\\b (804)\\b0\\par\\uc1\\u9312?\\u9313\\'3f a\\cell b\\cell\\row 555\\_0147 \\{x\\}}",
    )
    expect(text).toBe('Call\u00A0(804)\n①② a\tb\t\n555-0147 {x}')
  })
  test('is decoded by the code page of its fonts', () => {
    const { text } = read(
      "{\\rtf1\\ansicpg1252{\\fonttbl{\\f0 A;}{\\f1\\fcharset204 B;}{\\f2\\fcharset128 C;}}\\'e9 {\\f1\\'e7\\'e2} {\\f2\\'82\\'4f}}",
    )
    expect(text).toBe('é зв ０')
  })
  test('hides what is hidden, white or a point tall', () => {
    const { text, hidden } = read(
      '{\\rtf1{\\colortbl;\\red255\\green255\\blue255;}seen {\\v one}{\\cf1 two}{\\fs2 three}\\plain end}',
    )
    expect(hidden.map(({ start, end, why }) => [text.slice(start, end), why])).toEqual([
      ['one', 'display'],
      ['two', 'color'],
      ['three', 'font_size'],
    ])
  })
  test('dials by the links of its fields', () => {
    const { text, links } = read(
      '{\\rtf1 Call {\\field{\\*\\fldinst{HYPERLINK "tel:+18045550147"}}{\\fldrslt{us}}} now}',
    )
    expect(text).toBe('Call us now')
    expect(links).toEqual([{ number: '+18045550147', opens: 'call', isVisible: true, shows: 'us' }])
  })
  test('hands its pictures on', async () => {
    const { attachments } = await readAttached(
      Buffer.from('{\\rtf1{\\*\\shppict{\\pict\\pngblip\r\n8950\n4e470d0a1a0a}}}'),
    )
    expect(attachments.map(({ size }) => size)).toEqual([53, 8])
  })
  test('shows the words of a shape', () => {
    expect(read('{\\rtf1{\\shp{\\*\\shpinst{\\sp{\\sn fill}{\\sv 1}}{\\shptxt Call 804}}}}').text).toBe('Call 804')
  })
  test('a hundred thousand groups deep is read', () => {
    const { text } = read(`{\\rtf1 ${'{'.repeat(100_000)}Call${'}'.repeat(100_000)} 804}`)
    expect(text).toBe('Call 804')
  })
  test('of any words is read, never thrown', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '\\',
      '\\*',
      '\\u-5?',
      "\\'4",
      '\\pict',
      '\\bin9 ',
      '\\field',
      '\\fldinst',
      '\\fldrslt',
      '\\fonttbl',
      '\\f1',
      '\\htmltag',
      '\\fromhtml1',
      'x',
      '\n',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        expect(read(`{\\rtf1${pieces.join('')}`).text.length).toBeLessThan(1_000)
      }),
    )
  })
})
