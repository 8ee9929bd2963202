import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compoundFile } from '../../../../test/builders/compound-file.ts'
import { msg, winmail } from '../../../../test/builders/outlook.ts'
import type { Letter } from '../../../../test/builders/outlook.ts'
import { zip } from '../../../../test/builders/zip.ts'
import { blindEngines, readAttached } from '../../../../test/read-attached.ts'
import { readMessage } from '../../read-message.ts'
import { unpackRtf } from './compressed-rtf.ts'

const HTML_IN_RTF =
  '{\\rtf1\\ansi\\fromhtml1{\\fonttbl{\\f0 Arial;}}{\\*\\htmltag64 <p>}\\htmlrtf {\\htmlrtf0 Call \\u8201?804{\\*\\htmltag84 &nbsp;}\\htmlrtf ghost}\\htmlrtf0 555{\\*\\htmltag72 </p>}}'

const letter: Letter = {
  subject: 'Your renewal',
  from: { name: 'Norton Help', address: 'help@example.org' },
  body: 'plain 206',
  html: '<p>Call 804 <a href="tel:+18045550147">us</a>',
  attachments: [{ name: 'note.txt', bytes: Buffer.from('or 312 now, please') }],
}

describe('a message of Outlook', () => {
  test('says who wrote it, what about, and shows its HTML, without a name or type', async () => {
    const { texts, codes, attachments } = await readAttached(msg(letter))
    expect(texts).toEqual([
      'nested_message: Your renewal',
      'nested_message: Norton Help',
      'nested_message: Call 804 us',
      'link: +18045550147',
      'text_attachment: or 312 now, please',
    ])
    expect(codes).toEqual([])
    expect(attachments.map(({ name }) => name)).toEqual([null, 'note.txt'])
  })
  test('in a message, in a zip, is read', async () => {
    const outer = msg({ subject: 'see below', attachments: [letter] })
    const { texts } = await readAttached(await zip({ mail: outer }))
    expect(texts).toContain('nested_message: Your renewal')
    expect(texts).toContain('text_attachment: or 312 now, please')
  })
  test('shows the HTML that is wrapped in its rich text', async () => {
    const { texts } = await readAttached(msg({ rtf: HTML_IN_RTF, body: 'plain' }))
    expect(texts).toEqual(['nested_message: Call \u2009804\u00A0555'])
  })
  test('shows its plain text where it has no other', async () => {
    expect((await readAttached(msg({ body: 'Call\r\n804' }))).texts).toEqual(['nested_message: Call\n804'])
  })
  test('nested deeper than the limit is read down to it', async () => {
    let inner: Letter = { subject: 'bottom' }
    for (let depth = 0; depth < 14; depth++) inner = { subject: `${depth}`, attachments: [inner] }
    const { texts, codes } = await readAttached(msg(inner))
    expect(codes).toEqual(['nested_too_deep'])
    expect(texts[0]).toBe('nested_message: 13')
  })
  test('whose chains loop or lead nowhere is read or told, never thrown', async () => {
    const good = msg(letter)
    const [fat] = [good.length - 512]
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.tuple(
            fc.oneof(
              fc.nat(good.length - 1),
              fc.integer({ min: 0, max: 511 }),
              fc.integer({ min: fat, max: good.length - 1 }),
            ),
            fc.nat(255),
          ),
          {
            minLength: 1,
            maxLength: 30,
          },
        ),
        async (changes) => {
          const bytes = Uint8Array.from(good)
          for (const [at, byte] of changes) bytes[at] = byte
          await expect(readAttached(bytes)).resolves.toBeDefined()
        },
      ),
      { numRuns: 300 },
    )
  })
  test('whose every sector follows itself ends', async () => {
    const good = Buffer.from(msg({ body: 'x'.repeat(20_000) }))
    for (let at = 512; at + 512 <= good.length; at += 512) {
      if (good.readUInt32LE(at) === 1 || good.readInt32LE(at) < 0)
        for (let entry = 0; entry < 128; entry++) good.writeUInt32LE(entry, at + entry * 4)
    }
    await expect(readAttached(good)).resolves.toBeDefined()
  })
})

describe('an old document of Office', () => {
  test('locked is told as such', async () => {
    const locked = compoundFile({ EncryptedPackage: Buffer.alloc(5_000), EncryptionInfo: Buffer.alloc(100) })
    expect((await readAttached(locked)).codes).toEqual(['file_encrypted'])
  })
})

describe('a winmail.dat', () => {
  test('gives the body that Outlook shows, and the attachments', async () => {
    const { texts } = await readAttached(winmail(letter), { name: 'winmail.dat', type: 'application/ms-tnef' })
    expect(texts).toEqual(['body: Call 804 us', 'link: +18045550147', 'text_attachment: or 312 now, please'])
  })
  test('gives the message in it', async () => {
    const { texts } = await readAttached(winmail({ attachments: [{ rtf: HTML_IN_RTF }] }))
    expect(texts).toEqual(['nested_message: Call \u2009804\u00A0555'])
  })
  test('whose lengths lie is read as far as they can be true', async () => {
    const good = winmail({
      body: 'Call 804',
      attachments: [{ name: 'a.txt', bytes: Buffer.from('and 206 too, please') }],
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.integer({ min: 6, max: good.length - 1 }), fc.constantFrom(0, 1, 127, 128, 255)), {
          maxLength: 12,
        }),
        async (changes) => {
          const bytes = Uint8Array.from(good)
          for (const [at, byte] of changes) bytes[at] = byte
          await expect(readAttached(bytes)).resolves.toBeDefined()
        },
      ),
      { numRuns: 300 },
    )
  })
})

test('a message of Outlook on its own is a message', async () => {
  const headers = 'Message-ID: <1@example.org>\r\nDate: Mon, 2 Mar 2026 10:11:12 +0000\r\nReply-To: <b@example.org>\r\n'
  const message = await readMessage(msg({ ...letter, headers }), blindEngines)
  expect(message).toMatchObject({
    messageId: '<1@example.org>',
    sentAt: Date.UTC(2026, 2, 2, 10, 11, 12),
    from: { name: 'Norton Help', address: 'help@example.org' },
    replyTo: 'b@example.org',
    subject: 'Your renewal',
    issues: [],
  })
  expect(message.parts.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
    'subject: Your renewal',
    'sender_name: Norton Help',
    'body: Call 804 us',
    'link: +18045550147',
    'text_attachment: or 312 now, please',
  ])
})

test('packed rich text is unpacked as the specification shows it', () => {
  // MS-OXRTFCP, section 3.1.3.1 and 3.2.1.
  const example = '2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0'
  expect(Buffer.from(unpackRtf(Buffer.from(example, 'hex'), 1_000)).toString('latin1')).toBe(
    '{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n',
  )
})
