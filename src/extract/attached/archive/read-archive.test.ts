import { randomBytes } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { readAttached } from '../../../../test/read-attached.ts'

function tar(files: Readonly<Record<string, string>>): Buffer {
  const blocks = Object.entries(files).flatMap(([name, content]) => {
    const header = Buffer.alloc(512)
    header.write(name)
    header.write(Buffer.byteLength(content).toString(8).padStart(11, '0'), 124)
    header.write('0ustar', 156)
    header.write('ustar', 257)
    const padded = Buffer.alloc(Math.ceil(Buffer.byteLength(content) / 512) * 512)
    padded.write(content)
    return [header, padded]
  })
  return Buffer.concat([...blocks, Buffer.alloc(1024)])
}

describe('a gzip', () => {
  test('gives what is in it, also a tar, whatever it is called', async () => {
    const bytes = gzipSync(tar({ 'x/a.txt': 'Call 804 now, please', 'b.txt': 'or 206, if you like' }))
    const { texts, attachments } = await readAttached(bytes, { name: 'a.tgz', type: 'text/plain' })
    expect(texts).toEqual(['text_attachment: Call 804 now, please', 'text_attachment: or 206, if you like'])
    expect(attachments.map(({ name }) => name)).toEqual(['a.tgz', 'a.tar', 'a.txt', 'b.txt'])
  })
  test('that is cut off gives its beginning, and says so', async () => {
    const bytes = gzipSync(Buffer.from('Call 804 now, please. '.repeat(10)), { level: 0 })
    const { texts, codes } = await readAttached(bytes.subarray(0, 60))
    expect(texts[0]).toMatch(/^text_attachment: Call 804 now/)
    expect(codes).toEqual(['file_damaged'])
  })
  test('that unpacks to gigabytes is cut', async () => {
    const { codes } = await readAttached(gzipSync(randomBytes(70_000_000), { level: 0 }))
    expect(codes).toContain('unpacked_too_large')
  })
  test('that is packed tighter than anything honest is cut long before', async () => {
    const bomb = gzipSync(Buffer.alloc(30_000_000))
    const { codes, attachments } = await readAttached(bomb)
    expect(codes).toContain('unpacked_too_large')
    expect(attachments[1]?.size).toBeLessThan(1024 * 1024 + bomb.length * 200 + 1)
  })
})

test.each([
  ['Rar!\x1A\x07\x00', 'RAR archive'],
  ['7z\xBC\xAF\x27\x1C', '7-Zip archive'],
  ['MZ\x90\x00', 'Windows program'],
])('what nobody reads is told by its kind: %j', async (head, kind) => {
  const { issues } = await readAttached(Buffer.from(`${head}${'\0'.repeat(50)}`, 'latin1'), { name: 'a.pdf' })
  expect(issues).toEqual([{ code: 'attachment_unread', part: 'a.pdf', saw: kind }])
})

describe('what is signed', () => {
  const OID = { signed: '06092a864886f70d010702', enveloped: '06092a864886f70d010703', data: '06092a864886f70d010701' }
  const der = (tag: string, content: Buffer): Buffer => {
    const length = Buffer.alloc(3, 0x82)
    length.writeUInt16BE(content.length, 1)
    return Buffer.concat([Buffer.from(tag, 'hex'), length, content])
  }
  const signed = (content: Buffer): Buffer =>
    der(
      '30',
      Buffer.concat([
        Buffer.from(OID.signed, 'hex'),
        der('a0', der('30', Buffer.concat([Buffer.from(`020101${OID.data}`, 'hex'), der('a0', content)]))),
      ]),
    )
  test('shows the mail in it', async () => {
    const mail = Buffer.from('Content-Type: text/plain\r\n\r\nCall 804')
    const { texts } = await readAttached(signed(der('04', mail)), { name: 'smime.p7m', type: 'application/pkcs7-mime' })
    expect(texts).toEqual(['nested_message: Call 804'])
  })
  test('in pieces is put together, and a file in it is read by what it is', async () => {
    const pieces = Buffer.concat([der('04', Buffer.from('Call 80')), der('04', Buffer.from('4 now, please'))])
    expect((await readAttached(signed(der('24', pieces)))).texts).toEqual(['text_attachment: Call 804 now, please'])
  })
  test('and locked is told', async () => {
    const locked = der('30', Buffer.concat([Buffer.from(OID.enveloped, 'hex'), der('a0', Buffer.alloc(300))]))
    expect((await readAttached(locked)).codes).toEqual(['file_encrypted'])
  })
})
