import { expect, test } from 'vitest'
import { isLargeEnough } from './large-enough.ts'
import { pictureSize } from './picture-size.ts'

const bytes = (latin1: string): Uint8Array => Buffer.from(latin1.padEnd(40, '\0'), 'latin1')

test.each([
  ['a PNG', '\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\x01\x2C\0\0\0\x0A', { width: 300, height: 10 }],
  ['a GIF', 'GIF89a\x2C\x01\x0A\0', { width: 300, height: 10 }],
  ['a BMP that is drawn from its top', `BM${'\0'.repeat(16)}\x2C\x01\0\0\xF6\xFF\xFF\xFF`, { width: 300, height: 10 }],
  [
    'a JPEG behind its profile',
    '\xFF\xD8\xFF\xE0\0\x04ab\xFF\xFF\xC2\0\x11\x08\0\x0A\x01\x2C',
    { width: 300, height: 10 },
  ],
  ['a JPEG without a frame', '\xFF\xD8\xFF\xE0\0\x04ab', null],
  ['nothing', '', null],
  ['a WebP', 'RIFF\0\0\0\0WEBPVP8 ', null],
])('%s', (_what, file, size) => {
  expect(pictureSize(bytes(file))).toEqual(size)
})

test('a file that ends within its head tells nothing', () => {
  expect(pictureSize(Buffer.from('\x89PNG\r\n\x1A\n\0\0\0\rIHDR', 'latin1'))).toBeNull()
})

test('a pixel that counts readers, a rule and an icon hold no number', () => {
  expect([
    isLargeEnough({ width: 1, height: 1 }),
    isLargeEnough({ width: 600, height: 2 }),
    isLargeEnough({ width: 32, height: 32 }),
    isLargeEnough({ width: 10, height: 80 }),
  ]).toEqual([false, false, false, true])
})
