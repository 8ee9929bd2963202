import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { MailPart } from './mail-part.ts'
import { MIME_LIMITS, parseMail } from './parse-mail.ts'
import type { ParsedMail } from './parse-mail.ts'

const parse = (mail: string): ParsedMail => parseMail(Buffer.from(mail, 'latin1'))
const codes = ({ issues }: ParsedMail): string[] => issues.map(({ code }) => code)

/** The tree as nested lists: a type, and what is in it. */
type Shape = readonly [type: string, inside: string | readonly Shape[]]
const shape = ({ type, parts, bytes }: MailPart): Shape =>
  parts.length > 0 ? [type, parts.map(shape)] : [type, Buffer.from(bytes).toString('latin1')]
const shapeOf = (mail: string): Shape => shape(parse(mail).root)

const HEAD = 'From: a@b\r\nSubject: c\r\n'
const multipart = (kind: string, ...parts: string[]): string =>
  `${HEAD}Content-Type: multipart/${kind}; boundary=b\r\n\r\npreamble\r\n${parts.map((part) => `--b\r\n${part}\r\n`).join('')}--b--\r\nepilogue`

describe('the header', () => {
  test('is told field by field, unfolded, whatever ends its lines', () => {
    for (const end of ['\r\n', '\n', '\r', '\r\r\n']) {
      const { headers, root } = parse(['From: a@b', 'X-Long: one', '\ttwo', ' three', '', 'body'].join(end))
      expect(headers).toEqual([
        { key: 'from', value: 'a@b' },
        { key: 'x-long', value: 'one two three' },
      ])
      expect(Buffer.from(root.bytes).toString()).toBe('body')
    }
  })
  test('may begin with the line of an mbox and hold one that is no field', () => {
    const { headers, subject } = parse('From a@b Thu Aug 22 12:36:23 2002\nFrom: a@b\nno field\nSubject : c\n\nbody')
    expect(headers.map(({ key }) => key)).toEqual(['from', 'subject'])
    expect(subject).toBe('c')
  })
  test('with bytes of eight bits is UTF-8 where it can be, else Windows-1252', () => {
    expect(parseMail(Buffer.from('Subject: Größe\n\n')).subject).toBe('Größe')
    expect(parse('Subject: Gr\xf6\xdfe \x80 5\n\n').subject).toBe('Größe € 5')
  })
  test('loses its zero bytes', () => {
    expect(parse('Subject: 804\x00713\n\n').subject).toBe('804713')
  })
  test('tells sender, answer address, subject and id decoded', () => {
    expect(
      parse(
        'From: =?utf-8?Q?N=C3=B6rton?= <a@b>\nReply-To: nobody, <c@d>\nSubject: =?utf-8?B?w5ZsYQ==?=\nMessage-ID: <1@x>\n\n',
      ),
    ).toMatchObject({ from: { name: 'Nörton', address: 'a@b' }, replyTo: 'c@d', subject: 'Öla', messageId: '<1@x>' })
  })
  test('without a blank line ends where something else begins', () => {
    expect(shapeOf('From: a@b\nSubject: c\nCall me now.\nPlease.\n')).toEqual(['text/plain', 'Call me now.\nPlease.\n'])
  })
})

describe('parts', () => {
  test('stand in the order and nesting they came in, without what is around them', () => {
    const inner =
      'Content-Type: multipart/alternative; boundary="i i"\r\n\r\n--i i\r\n\r\na\r\n--i i\r\nContent-Type: text/html\r\n\r\n<b>\r\n--i i--'
    expect(shapeOf(multipart('mixed', inner, '\r\nb'))).toEqual([
      'multipart/mixed',
      [
        [
          'multipart/alternative',
          [
            ['text/plain', 'a'],
            ['text/html', '<b>'],
          ],
        ],
        ['text/plain', 'b'],
      ],
    ])
  })
  test('tell their type, name, id and how they are meant', () => {
    const header = [
      'Content-Type: IMAGE/Png; name="a.png"',
      "Content-Disposition: INLINE; filename*=utf-8''%C3%A4.png",
      'Content-ID: <x@y>',
    ].join('\r\n')
    expect(parse(multipart('related', `${header}\r\n\r\nx`)).root.parts[0]).toMatchObject({
      type: 'image/png',
      disposition: 'inline',
      name: 'ä.png',
      contentId: 'x@y',
    })
  })
  test('end with the part around them where their own end is missing', () => {
    const open = 'Content-Type: multipart/mixed; boundary=i\r\n\r\n--i\r\n\r\na'
    expect(shapeOf(multipart('mixed', open, '\r\nb'))).toEqual([
      'multipart/mixed',
      [
        ['multipart/mixed', [['text/plain', 'a']]],
        ['text/plain', 'b'],
      ],
    ])
  })
  test('may use the boundary of the part around them again', () => {
    const again = 'Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\n\r\na\r\n--b\r\n\r\nb\r\n--b--'
    expect(shapeOf(multipart('mixed', again, '\r\nc'))).toEqual([
      'multipart/mixed',
      [
        [
          'multipart/alternative',
          [
            ['text/plain', 'a'],
            ['text/plain', 'b'],
          ],
        ],
        ['text/plain', 'c'],
      ],
    ])
  })
  test('that come after an end that came too early are read', () => {
    expect(shapeOf(multipart('mixed', '\r\na\r\n--b--', '\r\nb'))).toEqual([
      'multipart/mixed',
      [
        ['text/plain', 'a'],
        ['text/plain', 'b'],
      ],
    ])
  })
  test('are found by what looks like a boundary where none is named, or another', () => {
    for (const named of ['', '; boundary=other']) {
      expect(
        shapeOf(`${HEAD}Content-Type: multipart/mixed${named}\n\n--x-1\nContent-Type: text/plain\n\na\n--x-1--\n`),
      ).toEqual(['multipart/mixed', [['text/plain', 'a']]])
    }
  })
  test('that nothing parts are one text', () => {
    expect(shapeOf(`${HEAD}Content-Type: multipart/mixed\n\nCall 804\n`)).toEqual(['text/plain', 'Call 804\n'])
    expect(shapeOf(`${HEAD}Content-Type: multipart/mixed; boundary=x\n\nCall 804\n`)).toEqual([
      'multipart/mixed',
      [['text/plain', 'Call 804\n']],
    ])
  })
  test('may lack a header, or the blank line after it', () => {
    expect(shapeOf(multipart('mixed', 'Call 804', 'Content-Type: text/html'))).toEqual([
      'multipart/mixed',
      [
        ['text/plain', 'Call 804'],
        ['text/html', ''],
      ],
    ])
  })
  test('of a digest are mails', () => {
    expect(shapeOf(multipart('digest', '\r\nFrom: c@d\r\n\r\nx'))).toEqual([
      'multipart/digest',
      [['message/rfc822', 'From: c@d\r\n\r\nx']],
    ])
  })
  test('are not parted by lines that only begin like their boundary', () => {
    expect(shapeOf(multipart('mixed', '\r\na\r\n--bc\r\n--\r\n -- b\r\n--b x'))).toEqual([
      'multipart/mixed',
      [['text/plain', 'a\r\n--bc\r\n--\r\n -- b\r\n--b x']],
    ])
  })
  test('of a mail that is cut off are read as far as they go', () => {
    const cut = parse(multipart('mixed', '\r\na', '\r\nb').split('--b--')[0] ?? '')
    expect(codes(cut)).toEqual(['message_truncated'])
    expect(shape(cut.root)[1]).toEqual([
      ['text/plain', 'a'],
      ['text/plain', 'b\r\n'],
    ])
  })
  test('that are files in the text of old Unix mail stand beside it', () => {
    const mail = `${HEAD}\r\nSee below.\r\nbegin 644 cat.txt\r\n#0V%T\r\n\`\r\nend\r\nBye.\r\n`
    expect(shapeOf(mail)).toEqual([
      'multipart/mixed',
      [
        ['text/plain', 'See below.\r\nBye.\r\n'],
        ['application/octet-stream', 'Cat'],
      ],
    ])
    expect(parse(mail).root.parts[1]?.name).toBe('cat.txt')
  })
})

describe('whatever a mail is made of', () => {
  test('its parts hold what was put into them', () => {
    const content = fc.uint8Array({ maxLength: 400 })
    fc.assert(
      fc.property(fc.array(content, { minLength: 1, maxLength: 6 }), fc.constantFrom('\r\n', '\n'), (contents, end) => {
        const parts = contents.map((bytes) =>
          [
            '--b',
            'Content-Transfer-Encoding: base64',
            '',
            Buffer.from(bytes).toString('base64').replaceAll(/.{76}/g, `$&${end}`),
          ].join(end),
        )
        const mail = [`From: a@b`, 'Content-Type: multipart/mixed; boundary=b', '', ...parts, '--b--', ''].join(end)
        const { root } = parse(mail)
        expect(root.parts.map(({ bytes }) => Uint8Array.from(bytes))).toEqual(contents)
      }),
    )
  })
  test('every byte after the header is in a part or was told to be left out', () => {
    const line = fc.constantFrom(
      '--b',
      '--b--',
      '--i',
      '--i--',
      '',
      'text',
      'Content-Type: multipart/mixed; boundary=i',
      ' x',
      '\0',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(line, fc.string({ unit: 'binary' })), { maxLength: 40 }), (lines) => {
        const { root } = parse(multipart('mixed', lines.join('\r\n')))
        const all = JSON.stringify(shape(root))
        expect(all.length).toBeGreaterThan(0)
        expect(root.parts.length).toBeGreaterThan(0)
      }),
    )
  })
  test('there is a limit to its parts, their nesting and their headers, and all before it is read', () => {
    const many = parseMail(Buffer.from(multipart('mixed', ...Array.from({ length: 30 }, (_, at) => `\r\n${at}`))), {
      ...MIME_LIMITS,
      parts: 11,
    })
    expect([codes(many), many.root.parts.length]).toEqual([['part_limit'], 10])

    const levels = Array.from(
      { length: 200 },
      (_, at) => `--${at || 'b'}\nContent-Type: multipart/mixed; boundary=${at + 1}\n\n`,
    )
    const deep = parse(`${HEAD}Content-Type: multipart/mixed; boundary=b\n\n--b\n\nfirst\n${levels.join('')}`)
    expect([codes(deep), deep.root.parts[0]?.type]).toEqual([['nested_too_deep'], 'text/plain'])

    const wide = parse(multipart('mixed', '\r\nfirst', `X-Pad: ${'a'.repeat(2_000_000)}\r\n\r\nlast`))
    expect([codes(wide), shape(wide.root)[1]]).toEqual([
      ['text_too_large'],
      [
        ['text/plain', 'first'],
        ['text/plain', 'last'],
      ],
    ])
  })
})
