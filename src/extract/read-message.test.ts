import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Message } from '../model/message.ts'
import { readMessage } from './read-message.ts'
import { READ_LIMITS } from './read-limits.ts'
import type { Engines } from './engines.ts'
import type { ReadLimits } from './read-limits.ts'

/** A reader of a made-up kind of PDF: its text stands behind the header, a form feed between pages. */
const engines: Engines = {
  readPdf: async (bytes, passwords) => {
    const [, locked, text = ''] = /%PDF-(?:\[(.*?)\])?([^]*)/.exec(Buffer.from(bytes).toString()) ?? []
    const isOpen = locked === undefined || passwords.includes(locked)
    const blank = { hidden: [], links: [], notes: [], drawn: null }
    const pages = text.split('\f').map((page) => ({ ...blank, text: page, isUnread: page.trim() === '' }))
    return { pages: isOpen ? pages : [], issue: isOpen ? null : 'pdf_encrypted', facts: null, files: [], filesLeft: 0 }
  },
  readPicture: async () => ({ text: '', codes: [], pictureHash: null, issue: 'picture_unread' }),
}

const read = (mail: string, limits: Partial<ReadLimits> = {}): Promise<Message> =>
  readMessage(Buffer.from(mail), engines, { ...READ_LIMITS, ...limits })

const HEADER = [
  'Received: from a by b; Mon, 2 Mar 2026 10:12:00 +0000',
  'From: "Norton Help" <help@example.org>',
  'Reply-To: <other@example.org>',
  'Subject: =?utf-8?q?Your_renewal?=',
  'Message-ID: <1@example.org>',
  'Date: Mon, 2 Mar 2026 10:11:12 +0000',
].join('\r\n')

const part = (type: string, content: string, disposition = ''): string =>
  `--b\r\nContent-Type: ${type}\r\n${disposition}\r\n${content}\r\n`

const attached = (name: string): string => `Content-Disposition: attachment; filename="${name}"\r\n`

const multipart = (kind: string, ...parts: string[]): string =>
  `${HEADER}\r\nContent-Type: multipart/${kind}; boundary="b"\r\n\r\n${parts.join('')}--b--\r\n`

const texts = (message: Message): string[] => message.parts.map(({ kind, text }) => `${kind}: ${text}`)
const codes = (message: Message): string[] => message.issues.map(({ code }) => code)

describe('the message itself', () => {
  test('tells who sent it when, what about, and what it says', async () => {
    const mail = `${HEADER}\r\n\r\nCall 804\r\n`
    const message = await read(mail)
    expect(message).toMatchObject({
      id: createHash('sha256').update(mail).digest('hex'),
      messageId: '<1@example.org>',
      sentAt: Date.UTC(2026, 2, 2, 10, 11, 12),
      receivedAt: Date.UTC(2026, 2, 2, 10, 12),
      from: { name: 'Norton Help', address: 'help@example.org' },
      replyTo: 'other@example.org',
      subject: 'Your renewal',
      issues: [],
    })
    expect(texts(message)).toEqual(['subject: Your renewal', 'sender_name: Norton Help', 'body: Call 804\n'])
  })
  test('shows its HTML where it has one, whatever its text part says', async () => {
    const message = await read(
      multipart('alternative', part('text/plain', 'other 206'), part('text/html', '<p>Call 804')),
    )
    expect(texts(message)).toContain('body: Call 804')
    expect(texts(message).join()).not.toContain('206')
  })
  test('shows all of the texts it is put together of', async () => {
    const message = await read(multipart('mixed', part('text/plain', 'one 206'), part('text/html', '<p>two 804')))
    expect(texts(message)[2]).toMatch(/one 206\n+two 804/)
  })
  test('gives what a link dials as a part of its own', async () => {
    const message = await read(multipart('mixed', part('text/html', 'Call <a href="tel:206">804</a>')))
    expect(message.parts.at(-1)).toMatchObject({ kind: 'link', via: 'link', text: '206', hidden: [] })
  })
  test('sent after it was received was not sent then', async () => {
    const message = await read(`${HEADER.replace('Date: Mon, 2 Mar 2026', 'Date: Mon, 2 Mar 2037')}\r\n\r\nx`)
    expect(message).toMatchObject({ sentAt: null, receivedAt: Date.UTC(2026, 2, 2, 10, 12) })
    expect(message.issues).toEqual([{ code: 'date_implausible', saw: 'Mon, 2 Mar 2037 10:11:12 +0000' }])
  })
})

describe('attachments', () => {
  test('are listed with the hash of their content', async () => {
    const message = await read(
      multipart(
        'mixed',
        part('text/plain', 'hi'),
        part('text/plain', 'Q2FsbCA4MDQ=', `${attached('a.txt')}Content-Transfer-Encoding: base64\r\n`),
      ),
    )
    const hash = createHash('sha256').update('Call 804').digest('hex')
    expect(message.attachments).toMatchObject([{ name: 'a.txt', type: 'text/plain', size: 8, hash }])
    expect(message.parts.at(-1)).toMatchObject({
      kind: 'text_attachment',
      name: 'a.txt',
      text: 'Call 804',
      attachment: hash,
    })
  })
  test('of the same content are read once', async () => {
    const twice = [attached('a.txt'), attached('b.txt')].map((named) => part('text/plain', 'Call 804', named))
    const message = await read(multipart('mixed', ...twice))
    expect(message.attachments).toHaveLength(2)
    expect(texts(message).filter((text) => text.includes('804'))).toHaveLength(1)
  })
  test('that the page hides are seen where a copy of them is shown, and hidden where none is', async () => {
    const drawing = '<svg><text>804</text></svg>'
    const page = `<img style="display:none" src="data:image/svg+xml;base64,${Buffer.from(drawing).toString('base64')}">x`
    const hiddenIn = async (...parts: string[]): Promise<boolean[]> => {
      const message = await read(multipart('mixed', ...parts))
      return message.parts.filter(({ kind }) => kind === 'image').map(({ hidden }) => hidden.length > 0)
    }
    expect(await hiddenIn(part('text/html', page))).toEqual([true])
    expect(await hiddenIn(part('text/html', page), part('image/svg+xml', drawing, attached('a.svg')))).toEqual([false])
  })
  test('that are PDFs are read page by page, behind junk, with the password the mail prints', async () => {
    const message = await read(
      multipart(
        'mixed',
        part('text/plain', 'Senha de acesso:9x7'),
        part('image/png', 'junk\n%PDF-[9x7]Call 804\f \fend'),
      ),
    )
    expect(message.parts.filter(({ kind }) => kind === 'pdf').map(({ page, text }) => [page, text])).toEqual([
      [1, 'Call 804'],
      [3, 'end'],
    ])
    expect(message.issues).toEqual([{ code: 'picture_unread', part: 'image/png', saw: 'page 2' }])
  })
  test('that are locked, pictures or documents are told', async () => {
    const message = await read(
      multipart(
        'mixed',
        part('application/pdf', '%PDF-[secret]x', attached('a.pdf')),
        part('image/png', '\x89PNG', attached('b.png')),
        part('application/msword', 'x', attached('c.doc')),
        part('text/html', '<img src="data:image/png;base64,AAAA">x', attached('d.html')),
      ),
    )
    expect(message.issues.map(({ code, part }) => [code, part])).toEqual([
      ['picture_unread', 'b.png'],
      ['attachment_unread', 'c.doc'],
      ['pdf_encrypted', 'a.pdf'],
      ['picture_unread', 'image/png'],
    ])
  })
  test('that are mails are read, and what is in those', async () => {
    const inner = `From: "Call 206" <a@b>\r\nSubject: Call 804\r\nContent-Type: text/html\r\n\r\n<p hidden>555<p>312`
    const message = await read(multipart('mixed', part('text/plain', 'see below'), part('message/rfc822', inner)))
    const nested = message.parts.filter(({ kind }) => kind === 'nested_message')
    expect(nested.map(({ text }) => text)).toEqual(['Call 804', 'Call 206', '312\n\n555'])
    expect(nested[2]?.hidden).toEqual([{ start: 5, end: 8, why: 'hidden_attribute' }])
  })
  test('that are invitations and drawings are read', async () => {
    const message = await read(
      multipart(
        'mixed',
        part('text/calendar', 'BEGIN:VCALENDAR\r\nSUMMARY:Call 80\r\n 4'),
        part('image/svg+xml', '<svg><text>206</text></svg>', attached('a.svg')),
      ),
    )
    expect(texts(message).slice(2)).toEqual(['calendar: Call 804', 'image: 206'])
  })
})

describe('a mail that is not whole', () => {
  test('is told where it has no bytes, or none of a mail', async () => {
    expect(codes(await read(' \r\n\r\n'))).toEqual(['message_empty'])
    expect(codes(await read('\x89PNG\r\n\x1A\n and more'))).toEqual(['message_unreadable'])
  })
  test('is read as far as it goes', async () => {
    const whole = multipart('mixed', part('text/plain', 'Call 804'), part('text/plain', 'more', attached('a.txt')))
    const message = await read(whole.slice(0, whole.indexOf('more')))
    expect(codes(message)).toEqual(['message_truncated'])
    expect(texts(message)).toContain('body: Call 804')
  })
  test('is read as far as its attachment goes, cut within a group of Base64', async () => {
    const encoded = Buffer.from('Call 804 555 0147 or 206').toString('base64')
    const disposition = `${attached('a.txt')}Content-Transfer-Encoding: base64\r\n`
    const whole = multipart('mixed', part('text/plain', 'see'), part('text/plain', encoded, disposition))
    const message = await read(whole.slice(0, whole.indexOf(encoded) + 26))
    expect(codes(message)).toEqual(['message_truncated'])
    expect(texts(message)).toContain('text_attachment: Call 804 555 0147 o')
  })
  test('has no attachment to tell of where there is nothing in it', async () => {
    const message = await read(multipart('mixed', part('application/pdf', '', attached('a.ics'))))
    expect(codes(message)).toEqual([])
  })
  test('begins behind blank lines and a byte order mark', async () => {
    expect((await read(`\uFEFF\r\n\r\n${HEADER}\r\n\r\nhello`)).subject).toBe('Your renewal')
  })
})

describe('a mail built to break this', () => {
  test('with ten thousand parts is read up to the limit', async () => {
    const parts = Array.from({ length: 10_000 }, (_, index) =>
      part('text/plain', `part ${index}`, attached(`${index}`)),
    )
    const message = await read(multipart('mixed', ...parts), { parts: 100 })
    expect(codes(message)).toEqual(['part_limit'])
    expect(message.attachments).toHaveLength(100)
  })
  test('with a thousand levels of parts keeps its header', async () => {
    const levels = Array.from(
      { length: 1_000 },
      (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`,
    )
    const message = await read(`${HEADER}\r\n${levels.join('')}\r\nhello`)
    expect(codes(message)).toEqual(['nested_too_deep'])
    expect(message.subject).toBe('Your renewal')
  })
  test('with mails in mails in mails is read down to the limit', async () => {
    const wrap = (inner: string, depth: number): string =>
      depth === 0 ? inner : wrap(`${HEADER}\r\nContent-Type: message/rfc822\r\n\r\n${inner}`, depth - 1)
    const message = await read(wrap(`${HEADER}\r\n\r\nbottom`, 30))
    expect(codes(message)).toEqual(['nested_too_deep'])
  })
  test('with a header of megabytes keeps what it can', async () => {
    const message = await read(`${HEADER}\r\n${'X-A: b\r\n'.repeat(400_000)}\r\nhello`)
    expect(codes(message)).toEqual(['text_too_large'])
    expect(message.subject).toBe('Your renewal')
  })
  test('with a text longer than the limit is cut, and says so', async () => {
    const message = await read(`${HEADER}\r\n\r\n${'x'.repeat(1_000)}`, { textLength: 100 })
    expect(codes(message)).toEqual(['text_too_large'])
    expect(message.parts.at(-1)?.text).toHaveLength(100)
  })
  test('of any bytes is read or told, never thrown', async () => {
    const line = fc.constantFrom(
      'From: a@b',
      'Subject: c',
      'Content-Type: multipart/mixed; boundary=b',
      '--b',
      '--b--',
      '',
      '=',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(line, fc.string()), { maxLength: 40 }), async (lines) => {
        await expect(read(lines.join('\r\n'))).resolves.toBeDefined()
      }),
    )
  })
})

describe('a mail built to break the parser', () => {
  test('gives what stands before parts that are nested too deep', async () => {
    const nested = Array.from(
      { length: 300 },
      (_, at) => `--${at === 0 ? 'b' : `n${at - 1}`}\r\nContent-Type: multipart/mixed; boundary="n${at}"\r\n\r\n`,
    )
    const message = await read(multipart('mixed', part('text/plain', 'Call 804'), ...nested))
    expect(texts(message)).toContain('body: Call 804')
    expect(codes(message)).toContain('nested_too_deep')
  })
  test('gives what stands before a header of megabytes', async () => {
    const padded = part('image/png', 'x', `X-Pad: ${'a'.repeat(2_200_000)}\r\n`)
    const message = await read(multipart('mixed', part('text/plain', 'Call 804'), padded))
    expect(texts(message).join()).toContain('Call 804')
    expect(codes(message)).toContain('text_too_large')
  })
  test('has its text cut before it is turned into HTML', async () => {
    const long = part('text/plain', `Call 804 ${'&<'.repeat(6_000_000)}`)
    const message = await read(multipart('mixed', part('text/html', '<p>x'), long))
    expect(texts(message).join()).toContain('Call 804')
    expect(codes(message)).toContain('text_too_large')
  })
})
