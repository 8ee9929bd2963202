import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { storedZip, zip } from '../../../../test/builders/zip.ts'
import { readAttached } from '../../../../test/read-attached.ts'

const mail = 'From: a@b\r\nSubject: Call 804\r\n\r\n'

describe('a zip', () => {
  test('gives the files in it, by what they are and not by where they say they go', async () => {
    const files = { '../../etc/a.txt': 'Call 804', 'C:\\x\\b.png': mail, 'folder/': '' }
    const { texts, attachments } = await readAttached(await zip(files), { name: 'x.pdf', type: 'application/pdf' })
    expect(texts).toEqual(['text_attachment: Call 804', 'nested_message: Call 804'])
    expect(attachments.map(({ name }) => name)).toEqual(['x.pdf', 'a.txt', 'b.png'])
  })
  test('in a zip in a zip is opened', async () => {
    const inner = await zip({ 'b.zip': await zip({ 'c.txt': 'Call 804' }, { level: 0 }) })
    expect((await readAttached(await zip({ 'a.zip': inner }))).texts).toEqual(['text_attachment: Call 804'])
  })
  test.each([
    ['the old way', { zipCrypto: true }],
    ['with AES of 128 bits', { encryptionStrength: 1 as const }],
    ['with AES of 256 bits', { encryptionStrength: 3 as const }],
  ])('locked %s opens with the password the mail prints', async (_, options) => {
    const bytes = await zip({ 'a.txt': 'Call 804', 'b.txt': 'or 206' }, { ...options, password: 'X9!7q' })
    const { texts, codes } = await readAttached(bytes, { body: 'The password is X9!7q' })
    expect([texts, codes]).toEqual([['text_attachment: Call 804', 'text_attachment: or 206'], []])
    expect((await readAttached(bytes)).codes).toEqual(['file_encrypted'])
  })
  test('locked opens with a password that stands in a file behind it', async () => {
    const locked = await zip({ 'a.txt': 'Call 804' }, { password: 'X9!7q' })
    const { texts, codes } = await readAttached(await zip({ 'a.zip': locked, 'b.txt': 'The password is X9!7q' }))
    expect([texts, codes]).toEqual([['text_attachment: The password is X9!7q', 'text_attachment: Call 804'], []])
  })
  test('cut off before its directory gives what is whole', async () => {
    const bytes = await zip({ 'a.txt': 'Call 804', 'b.txt': 'x'.repeat(9_000) }, { level: 0, dataDescriptor: false })
    const { texts, codes } = await readAttached(bytes.slice(0, 4_000))
    expect(texts[0]).toBe('text_attachment: Call 804')
    expect(codes).toEqual(['file_damaged'])
  })
  test.each([{}, { password: 'X9!7q', encryptionStrength: 3 as const }])(
    'with a file that breaks off in its middle gives its beginning, and says so: %j',
    async (options) => {
      const words = Array.from({ length: 3_000 }, (_, at) => `word ${at * 7919}`).join(' ')
      const bytes = await zip({ 'a.txt': `Call 804 now, please. ${words}` }, { dataDescriptor: false, ...options })
      const { texts, codes } = await readAttached(bytes.slice(0, 6_000), { body: 'The password is X9!7q' })
      expect(texts[0]).toMatch(/^text_attachment: Call 804 now, please. word 0 word 7919 /)
      expect(codes).toEqual(['file_damaged'])
    },
  )
  test('glued behind another is opened with it, as one program shows the first and one the last', async () => {
    const bytes = Buffer.concat([await zip({ 'a.txt': 'one' }), await zip({ 'b.txt': 'two' })])
    expect((await readAttached(bytes)).texts.toSorted()).toEqual(['text_attachment: one', 'text_attachment: two'])
  })
})

describe('a zip built to do harm', () => {
  test('that unpacks to gigabytes is cut, and what comes before is kept', async () => {
    const bomb = await zip({ 'a.txt': 'Call 804', 'b.txt': new Uint8Array(80_000_000) })
    const { texts, codes, attachments } = await readAttached(bomb)
    expect(texts[0]).toBe('text_attachment: Call 804')
    expect(codes).toContain('unpacked_too_large')
    expect(attachments.reduce((sum, { size }) => sum + size, 0)).toBeLessThan(64 * 1024 * 1024)
  })
  test('of zips of zips, all of them the same, is opened once', async () => {
    const leaf = await zip({ 'x.txt': new Uint8Array(1_000_000) })
    const wide = (inner: Uint8Array): Promise<Uint8Array> =>
      zip(Object.fromEntries(Array.from({ length: 16 }, (_, at) => [`${at}.zip`, inner])))
    const { attachments } = await readAttached(await wide(await wide(await wide(leaf))))
    expect(attachments.length).toBeLessThan(100)
  })
  test('of one zip in another, deeper than the limit, is opened down to it', async () => {
    let inner = await zip({ 'x.txt': 'bottom' })
    for (let depth = 0; depth < 20; depth++) inner = await zip({ [`${depth}.zip`]: inner })
    const { codes } = await readAttached(inner)
    expect(codes).toEqual(['nested_too_deep'])
  })
  test('of ten thousand files is read up to the limit', async () => {
    const files = Array.from({ length: 10_000 }, (_, at) => [`${at}.txt`, `file ${at}`] as const)
    const { attachments, codes } = await readAttached(storedZip(files), { limits: { parts: 50 } })
    expect(attachments).toHaveLength(50)
    expect(codes).toContain('part_limit')
  })
  test('of more files than the limit is read up to it, and says so', async () => {
    const files = Array.from({ length: 10_001 }, (_, at) => [`word/media/${at}.xml`, ''] as const)
    const { issues } = await readAttached(storedZip([['word/document.xml', '<w/>'], ...files]))
    expect(issues).toEqual([{ code: 'part_limit', part: 'application/octet-stream', saw: 'over 10000 files' }])
  })
  test('whose files are all the same bytes gives them once', async () => {
    const files = Array.from({ length: 400 }, (_, at) => [`${at}.txt`, 'Call 804'] as const)
    const overlapping = storedZip(files, (header, isDirectory) => isDirectory && header.writeUInt32LE(0, 42))
    expect((await readAttached(overlapping)).texts).toEqual(['text_attachment: Call 804'])
  })
  test('whose sizes lie, or of any bytes, is read or told, never thrown', async () => {
    const good = await zip({ 'a.txt': 'Call 804', 'b.docx': 'x' })
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 30 }),
        async (changes) => {
          const bytes = Uint8Array.from(good)
          for (const [at, byte] of changes) bytes[at] = byte
          await expect(readAttached(bytes)).resolves.toBeDefined()
        },
      ),
    )
  })
})
