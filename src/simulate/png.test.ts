import { Buffer } from 'node:buffer'
import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { writePng } from './png.ts'

test('a picture is written with its size and every point', () => {
  const grey = Uint8Array.from([0, 64, 128, 192, 255, 7])
  const png = Buffer.from(writePng({ width: 3, height: 2, grey }))
  expect(png.subarray(0, 8).toString('latin1')).toBe('\u0089PNG\r\n\u001a\n')
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([3, 2])
  const length = png.readUInt32BE(33)
  expect(png.subarray(37, 41).toString()).toBe('IDAT')
  expect([...inflateSync(png.subarray(41, 41 + length))]).toEqual([0, 0, 64, 128, 0, 192, 255, 7])
})
