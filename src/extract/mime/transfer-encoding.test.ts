import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeBase64, decodeQuotedPrintable, decodeTransfer } from './transfer-encoding.ts'

const quoted = (text: string): string => decodeQuotedPrintable(Buffer.from(text, 'latin1')).toString('latin1')
const base64 = (text: string): string => decodeBase64(Buffer.from(text, 'latin1')).toString('latin1')

describe('quoted-printable', () => {
  test.each([
    ['codes in capitals and small letters', 'a=3D=3d', 'a=='],
    ['soft breaks, whatever ends the line', 'a=\r\nb=\nc=\rd= \t\r\ne', 'abcde'],
    ['blanks that were put there on the way', 'a=3D  \r\nb \t\n', 'a=\r\nb\n'],
    ['blanks that were encoded', 'a=20 \r\n', 'a \r\n'],
    ['damage', '=ZZ=4==41=', '=ZZ=4=A'],
    ['8-bit bytes as they stand', '\xe4=E4', '\xe4\xe4'],
  ])('%s', (_what, written, read) => {
    expect(quoted(written)).toBe(read)
  })
  test('gives back every byte that was encoded', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const written = [...bytes].map((byte) => `=${byte.toString(16).padStart(2, '0').toUpperCase()}`).join('=\r\n')
        expect(Uint8Array.from(decodeQuotedPrintable(Buffer.from(written)))).toEqual(bytes)
      }),
    )
  })
})

describe('Base64', () => {
  test.each([
    ['line breaks and blanks anywhere', 'Q2F\r\ns bA==\r\n', 'Call'],
    ['padding that is missing', 'Q2FsbA', 'Call'],
    ['pieces that were encoded each for itself', 'QQ==\r\nQg==QUJD', 'ABABC'],
    ['the end cut off within a group', 'Q2FsbC', 'Call'],
    ['nothing', '\r\n', ''],
    ['padding alone', '====', ''],
  ])('%s', (_what, written, read) => {
    expect(base64(written)).toBe(read)
  })
  test('padded a million times takes no longer than its length', () => {
    expect(base64('QQ=='.repeat(1_000_000)).length).toBe(100_000)
  })
})

test.each(['7bit', '8bit', 'binary', '', 'x-unknown'])('what came as %s is as it came', (encoding) => {
  expect(decodeTransfer(Buffer.from('a=3D'), encoding).toString()).toBe('a=3D')
})

test.each(['BASE64', ' base64 ', 'base64 (of course)', '"base64"'])('%s is Base64', (encoding) => {
  expect(decodeTransfer(Buffer.from('QQ=='), encoding).toString()).toBe('A')
})
