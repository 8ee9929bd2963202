import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { biff, cell, doc, ppt, xls } from '../../../../test/builders/legacy-office.ts'
import { readAttached } from '../../../../test/read-attached.ts'

const long = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
const double = (value: number): Buffer => {
  const bytes = Buffer.alloc(8)
  bytes.writeDoubleLE(value)
  return bytes
}
const short = (value: number): Buffer => long(value).subarray(0, 2)

describe('a Word document of 1997', () => {
  test.each([true, false])('shows its text, links and pictures (wide letters: %s)', async (isWide) => {
    const png = Buffer.from('89504e470d0a1a0a0000000049454e44ae426082', 'hex')
    const bytes = doc('Call 804\r\x13 HYPERLINK "tel:+18045550147" \x14us\x15 a\x07b', {
      isWide,
      data: Buffer.concat([Buffer.alloc(5_000), png, Buffer.alloc(90)]),
    })
    const { parts, codes, attachments } = await readAttached(bytes, { name: 'a.doc' })
    expect(parts[0]).toMatchObject({ kind: 'office', text: 'Call 804\nus a\tb' })
    expect(parts[1]).toMatchObject({ kind: 'link', text: '+18045550147', shows: 'us' })
    expect(codes).toEqual([])
    expect(attachments[1]?.size).toBe(png.length)
  })
  test('that is locked is told', async () => {
    expect((await readAttached(doc('x', { isLocked: true }))).codes).toEqual(['file_encrypted'])
  })
})

test('a presentation of 1997 shows its texts', async () => {
  expect((await readAttached(ppt(['Call 804\rnow', 'or 206']))).texts).toEqual(['office: Call 804\nnow\nor 206'])
})

describe('a workbook of 1997', () => {
  const strings = (...records: Buffer[]): Buffer[] => records
  test('shows its strings, also those cut in two, and its numbers as their formats do', async () => {
    const first = Buffer.concat([
      long(2),
      long(2),
      short(4),
      Buffer.from([0]),
      Buffer.from('Call'),
      short(6),
      Buffer.from([1]),
      Buffer.from('80', 'utf16le'),
    ])
    const rest = Buffer.concat([Buffer.from([0]), Buffer.from('4 55')])
    const format = Buffer.concat([short(164), short(14), Buffer.from([0]), Buffer.from('(###) ###-####')])
    const styles = [
      biff(0x00e0, Buffer.alloc(20)),
      biff(0x00e0, Buffer.concat([short(0), short(164), Buffer.alloc(16)])),
    ]
    const bytes = xls(
      [biff(0x041e, format), ...styles, ...strings(biff(0x00fc, first), biff(0x003c, rest))],
      [
        cell(0x00fd, 0, 0, long(0)),
        cell(0x00fd, 0, 0, long(1)),
        cell(0x0203, 1, 1, double(8045550147)),
        cell(0x027e, 2, 0, long(((1234567 << 2) | 2) >>> 0)),
      ],
    )
    expect((await readAttached(bytes)).texts).toEqual(['office: Call\t804 55\t\n(804) 555-0147\t\n1234567\t'])
  })
  test('hides its hidden rows', async () => {
    const row = Buffer.alloc(16)
    row.writeUInt16LE(0x20, 12)
    const { seen } = await readAttached(
      xls([], [biff(0x0208, row), cell(0x0203, 0, 0, double(5)), cell(0x0203, 1, 0, double(6))]),
    )
    expect(seen.trim()).toBe('6')
  })
  test('that is locked is told', async () => {
    expect((await readAttached(xls([biff(0x002f, Buffer.alloc(6))], []))).codes).toEqual(['file_encrypted'])
  })
})

test('old documents of any bytes are read or told, never thrown', async () => {
  const files = [
    doc('Call 804'),
    ppt(['Call 804']),
    xls(
      [biff(0x00fc, Buffer.concat([long(1), long(1), short(4), Buffer.from('\0Call')]))],
      [cell(0x00fd, 0, 0, long(0))],
    ),
  ]
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...files),
      fc.array(fc.tuple(fc.nat(9_000), fc.nat(255)), { minLength: 1, maxLength: 40 }),
      async (good, changes) => {
        const bytes = Uint8Array.from(good)
        for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte
        await expect(readAttached(bytes)).resolves.toBeDefined()
      },
    ),
    { numRuns: 300 },
  )
})
