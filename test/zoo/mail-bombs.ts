import type { Bomb } from './bomb.ts'
import { CALL, HEADER, htmlMail, mailOf, mailWith, textMail } from './bomb.ts'

const MIXED = 'multipart/mixed; boundary=b'
const FIRST = `--b\r\nContent-Type: text/plain\r\n\r\n${CALL}\r\n`

/** Multiparts in multiparts, each with a boundary of its own. */
function nested(depth: number): string {
  let text = FIRST
  for (let at = 0; at < depth; at++)
    text += `--${at || 'b'}\r\nContent-Type: multipart/mixed; boundary=${at + 1}\r\n\r\n`
  return text
}

/** Mails in mails, the innermost first. */
function mailsInMails(depth: number): Buffer {
  let mail = textMail('innermost')
  for (let at = 0; at < depth; at++)
    mail = mailOf(
      `multipart/mixed; boundary=n${at}`,
      Buffer.concat([
        Buffer.from(
          `--n${at}\r\nContent-Type: text/plain\r\n\r\n${CALL}\r\n--n${at}\r\nContent-Type: message/rfc822\r\n\r\n`,
        ),
        mail,
        Buffer.from(`\r\n--n${at}--\r\n`),
      ]),
    )
  return mail
}

const phoneNumbers = (count: number): string =>
  Array.from({ length: count }, (_, at) => `+1 206 ${200 + (at % 700)} ${String(at % 10_000).padStart(4, '0')}`).join(
    '\n',
  )

/** Mails whose shape or words are the weapon. */
export const MAIL_BOMBS: readonly Bomb[] = [
  {
    name: 'a mail of 100,000 parts',
    mail: () => mailOf(MIXED, FIRST + '--b\r\nContent-Type: text/plain\r\n\r\nx\r\n'.repeat(100_000) + '--b--\r\n'),
    tells: ['part_limit'],
    calls: true,
  },
  {
    name: 'a mail of 20,000 attachments',
    mail: () =>
      mailOf(MIXED, FIRST + '--b\r\nContent-Type: a/b\r\nContent-Disposition: attachment\r\n\r\nx\r\n'.repeat(20_000)),
    tells: ['part_limit'],
    calls: true,
  },
  {
    name: 'multiparts 10,000 deep',
    mail: () => mailOf(MIXED, nested(10_000)),
    tells: ['nested_too_deep', 'part_limit'],
    calls: true,
  },
  { name: 'mails in mails, 60 deep', mail: () => mailsInMails(60), tells: ['nested_too_deep'], calls: true },
  {
    name: 'a boundary that begins every other one',
    mail: () =>
      mailOf(
        'multipart/mixed; boundary="-"',
        `---\r\n\r\n${CALL}\r\n${'--'.repeat(500_000)}\r\n${'---\r\n'.repeat(100_000)}`,
      ),
    tells: [],
    calls: false,
  },
  {
    name: 'a boundary of 10,000 characters',
    mail: () =>
      mailOf(`multipart/mixed; boundary="${'a'.repeat(10_000)}"`, `--${'a'.repeat(10_000)}\r\n\r\n${CALL}\r\n`),
    tells: [],
    calls: false,
  },
  {
    name: 'a header of 10 MB in one field',
    mail: () => mailOf('text/plain', CALL, `${HEADER}X-Long: ${'a'.repeat(10_000_000)}\r\n`),
    tells: [],
    calls: false,
  },
  {
    name: 'a header of 300,000 fields',
    mail: () =>
      mailOf('text/plain', CALL, HEADER + 'Received: from a by b; Mon, 2 Mar 2026 10:11:12 +0000\r\n'.repeat(150_000)),
    tells: [],
    calls: false,
  },
  {
    name: 'a subject of 5 MB of encoded words',
    mail: () => mailOf('text/plain', CALL, HEADER.replace('hello', '=?utf-8?q?=41?= '.repeat(300_000))),
    tells: ['text_too_large', 'message_unreadable'],
    calls: false,
  },
  {
    name: 'a parameter continued 100,000 times',
    mail: () => mailOf(`text/plain; ${Array.from({ length: 100_000 }, (_, at) => `name*${at}=a`).join(';')}`, CALL),
    tells: [],
    calls: false,
  },
  {
    name: 'a charset that is none',
    mail: () => mailOf('text/plain; charset="\\u0000../../x"', CALL),
    tells: [],
    calls: true,
  },
  {
    name: 'text that calls itself UTF-16 and is not',
    mail: () => mailOf('text/plain; charset=utf-16', `${CALL}${'\xff\xfe\xd8'.repeat(100_000)}`),
    tells: [],
    calls: false,
  },
  {
    name: 'UTF-7 and ISO-2022 shifts without end',
    mail: () => mailOf('text/plain; charset=iso-2022-jp', `${CALL}${'\x1b$B\x1b(B+AAAA-'.repeat(200_000)}`),
    tells: [],
    calls: true,
  },
  {
    name: 'Base64 garbage of 20 MB',
    mail: () => mailOf('text/plain\r\nContent-Transfer-Encoding: base64', '=A=!é\0'.repeat(3_000_000)),
    tells: [],
    calls: false,
  },
  {
    name: 'Quoted-printable of nothing but soft breaks',
    mail: () =>
      mailOf('text/plain\r\nContent-Transfer-Encoding: quoted-printable', `${CALL}\r\n${'=\r\n'.repeat(2_000_000)}`),
    tells: [],
    calls: true,
  },
  {
    name: 'uuencode that never ends',
    mail: () => textMail(`begin 644 a.txt\r\n${'M'.repeat(61)}\r\n`.repeat(60_000)),
    tells: [],
    calls: true,
  },
  {
    name: '90,000 numbers',
    mail: () => textMail(phoneNumbers(90_000)),
    tells: ['part_limit', 'text_too_large'],
    calls: true,
  },
  {
    name: '90,000 numbers in HTML',
    mail: () => htmlMail(phoneNumbers(90_000).replaceAll('\n', '<br>')),
    tells: ['part_limit', 'text_too_large'],
    calls: true,
  },
  {
    name: '100,000 links that dial',
    mail: () => htmlMail('<a href="tel:+12065471200">call</a> '.repeat(100_000)),
    tells: ['part_limit', 'text_too_large'],
    calls: true,
  },
  { name: 'digits without end', mail: () => textMail('1'.repeat(3_000_000)), tells: ['text_too_large'], calls: true },
  { name: 'digits and blanks without end', mail: () => textMail('1 '.repeat(900_000)), tells: [], calls: true },
  { name: 'brackets and digits without end', mail: () => textMail('(1'.repeat(900_000)), tells: [], calls: true },
  {
    name: 'number words without end',
    mail: () => textMail('eight oh double '.repeat(110_000)),
    tells: [],
    calls: true,
  },
  { name: 'letters for digits without end', mail: () => textMail('1OIl8B '.repeat(250_000)), tells: [], calls: true },
  {
    name: 'invisible characters without end',
    mail: () => textMail(`8\u200b0\u00ad4\u202e${'\u200b\u202e\u2066'.repeat(500_000)}`),
    tells: [],
    calls: true,
  },
  {
    name: 'words that make patterns go back',
    mail: () => textMail(`${'a'.repeat(300_000)}!\n${'if you did not '.repeat(50_000)}${'call '.repeat(100_000)}`),
    tells: [],
    calls: true,
  },
  {
    name: 'one mail of 60 MB of text',
    mail: () => textMail('all work and no play '.repeat(3_000_000)),
    tells: ['text_too_large'],
    calls: true,
  },
  {
    name: 'a mail of 57 MB with one attachment',
    mail: () => mailWith(['a.bin', 'application/octet-stream', Buffer.alloc(41_000_000, 0xa5)]),
    tells: ['attachment_unread'],
    calls: true,
  },
  {
    name: 'a mail of 57 MB with 40 attachments of words',
    mail: () =>
      mailWith(
        ...Array.from(
          { length: 40 },
          (_, at) => [`${at}.txt`, 'text/plain', `${at} ${'lorem ipsum 1 '.repeat(73_000)}`] as const,
        ),
      ),
    tells: [],
    calls: true,
  },
]
