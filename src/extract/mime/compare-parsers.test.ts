import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { simpleParser } from 'mailparser'
import PostalMime from 'postal-mime'
import { describe, expect, test } from 'vitest'
import { writeMime } from '../../simulate/mime.ts'
import { decodeText } from './decode-text.ts'
import { headerOf } from './mail-part.ts'
import type { MailPart } from './mail-part.ts'
import { parseMail } from './parse-mail.ts'

/** What all three tell of a mail, blanks apart. */
type Told = Readonly<Record<'subject' | 'name' | 'address' | 'text' | 'html' | 'files', string>>
type Field = keyof Told

const MAIL = fileURLToPath(new URL('../../../../shared/data/mail/', import.meta.url))

/** mailparser parts what it joins with a `<br/>` of its own. */
const words = (text: string | undefined | false): string =>
  (text || '').replaceAll('<br/>', ' ').replace(/\s+/g, ' ').trim()
/** postal-mime writes ends of lines of its own, and one at the end. */
const inLines = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1').replaceAll('\r\n', '\n').trimEnd()
const hash = (bytes: Uint8Array): string =>
  createHash('sha256').update(inLines(bytes), 'latin1').digest('hex').slice(0, 16)
const isBlank = (bytes: Uint8Array): boolean => bytes.every((byte) => byte <= 0x20)
const filesOf = (files: readonly Uint8Array[]): string =>
  files
    .filter((bytes) => !isBlank(bytes))
    .map(hash)
    .join()
const leaves = (part: MailPart): readonly MailPart[] => (part.parts.length > 0 ? part.parts.flatMap(leaves) : [part])
const isShown = ({ type, disposition }: MailPart): boolean =>
  /^text\/(?:plain|html)$/.test(type) && disposition !== 'attachment'

function oursOf(bytes: Buffer): Told {
  const { subject, from, root } = parseMail(bytes)
  const shown = (type: string): string =>
    words(
      leaves(root)
        .filter((part) => isShown(part) && part.type === type)
        .map((part) => decodeText(part.bytes, part.params.get('charset')))
        .join('\n'),
    )
  const files = leaves(root).filter((part) => !isShown(part))
  return {
    subject: words(subject),
    name: words(from.name),
    address: from.address,
    text: shown('text/plain'),
    html: shown('text/html'),
    files: filesOf(files.map((part) => part.bytes)),
  }
}

async function mailparserOf(bytes: Buffer): Promise<Told> {
  const mail = await simpleParser(bytes, { skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true })
  const [from] = mail.from?.value ?? []
  return {
    subject: words(mail.subject),
    name: words(from?.name),
    address: from?.address ?? '',
    text: words(mail.text),
    html: words(mail.html),
    files: filesOf(mail.attachments.map(({ content }) => content)),
  }
}

/** It joins texts and turns one kind into the other, so only the header and the files can be held against it. */
async function postalMimeOf(bytes: Buffer): Promise<Omit<Told, 'text' | 'html'>> {
  const mail = await PostalMime.parse(bytes, { forceRfc822Attachments: true })
  const files = mail.attachments.filter(({ mimeType }) => !/calendar|\/ics/.test(mimeType))
  return {
    subject: words(mail.subject),
    name: words(mail.from?.name),
    address: mail.from?.address ?? '',
    files: filesOf(files.map(({ content }) => new Uint8Array(content as ArrayBuffer))),
  }
}

/** Where ours differs and is to: each was looked at in a mail program's place. */
const JUDGED: readonly (readonly [why: string, fields: readonly Field[], when: (mail: string) => boolean])[] = [
  [
    'a header of eight bits that is no UTF-8 is Windows-1252, not a row of question marks',
    ['subject'],
    (mail) => /[\x80-\xff]/.test(headerOf(parseMail(Buffer.from(mail, 'latin1')).headers, 'subject') + headOf(mail)),
  ],
  [
    'a name with a comma and no quotes is one name, and keeps its address',
    ['name', 'address'],
    (mail) => /^[^<>@]*,[^<>@]*<[^<>]*@/.test(fieldOf(mail, 'from').replace(/"[^"]*"/g, '')),
  ],
  [
    'an address in the place of a name is none',
    ['name'],
    (mail) => /([^\s"<>]+@[^\s"<>]+)"?\s*<\1>/.test(fieldOf(mail, 'from')),
  ],
  [
    'a text of no told charset is UTF-8 or Windows-1252',
    ['text', 'html'],
    (mail) => leaves(parseMail(Buffer.from(mail, 'latin1')).root).some(isUntoldText),
  ],
  [
    'Latin-1 is Windows-1252, as browsers and mail programs have it',
    ['text', 'html'],
    (mail) => /iso-8859-1/i.test(mail),
  ],
  ['lines that flow are joined where they are shown', ['text'], (mail) => /format="?flowed/i.test(mail)],
  [
    'a type without its semicolon is a type',
    ['html', 'files'],
    (mail) => /^content-type: *text\/\w+ +charset/im.test(mail),
  ],
]

function headOf(mail: string): string {
  return mail.slice(0, mail.search(/\r?\n\r?\n/))
}

function fieldOf(mail: string, name: string): string {
  return headerOf(parseMail(Buffer.from(mail, 'latin1')).headers, name)
}

function isUntoldText(part: MailPart): boolean {
  return (
    isShown(part) && /^(?:us-ascii|)$/i.test(part.params.get('charset') ?? '') && part.bytes.some((byte) => byte > 0x7f)
  )
}

/** Fields that a peer tells otherwise, and nothing above says why. */
function unjudged(mail: string, ours: Told, theirs: Partial<Told>): string[] {
  return (Object.keys(theirs) as Field[])
    .filter((field) => ours[field] !== theirs[field])
    .filter((field) => !JUDGED.some(([, fields, when]) => fields.includes(field) && when(mail)))
    .map((field) => `${field}: ${ours[field].slice(0, 80)} | ${theirs[field]?.slice(0, 80)}`)
}

describe.skipIf(!existsSync(MAIL) && !process.env['CI'])(
  'real mail is told as mailparser and postal-mime tell it',
  () => {
    test.each(['scam', 'ham'])('%s', async (kind) => {
      const folder = `${MAIL}${kind}/`
      const different: string[] = []
      for (const name of readdirSync(folder).filter((file) => file.endsWith('.eml'))) {
        const bytes = readFileSync(folder + name)
        const mail = bytes.toString('latin1')
        const ours = oursOf(bytes)
        const withCalendars = leaves(parseMail(bytes).root).filter((part) => !isShown(part))
        const files = filesOf(
          withCalendars.filter(({ type }) => !/calendar|\/ics/.test(type)).map((part) => part.bytes),
        )
        const differences = [
          ...unjudged(mail, ours, await mailparserOf(bytes)),
          ...unjudged(mail, { ...ours, files }, await postalMimeOf(bytes)),
        ]
        different.push(...differences.map((difference) => `${name} ${difference}`))
      }
      expect(different).toEqual([])
    })
  },
)

if (!existsSync(MAIL)) console.warn(`SKIPPED: no mail in ${MAIL} to compare the parsers on`)

test('made-up mail is told as mailparser tells it, and as it was written', async () => {
  const text = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 200 })
    .map((own) => `a${own.replace(/\p{C}/gu, '')}z`)
  const encoding = fc.constantFrom('base64' as const, 'quoted-printable' as const)
  const plain = fc.record({ type: fc.constant('text/plain; charset=utf-8'), body: text, encoding })
  const html = fc.record({ type: fc.constant('text/html; charset=utf-8'), body: text, encoding })
  const file = fc.record({
    type: fc.constant('application/octet-stream'),
    name: fc.constantFrom('a.bin', 'ä b.bin', 'c;"d".bin'),
    body: fc.uint8Array({ minLength: 1, maxLength: 500 }),
  })
  const mail = fc.record({ subtype: fc.constant('mixed'), parts: fc.tuple(plain, html, file, file) })
  await fc.assert(
    fc.asyncProperty(text, mail, async (subject, tree) => {
      const bytes = Buffer.from(
        writeMime(
          [
            ['Subject', subject],
            ['From', 'a <a@b>'],
          ],
          tree,
          'b',
        ),
      )
      const [ours, theirs] = [oursOf(bytes), await mailparserOf(bytes)]
      expect(ours).toEqual(theirs)
      expect(ours.text).toBe(words(tree.parts[0].body))
      expect(ours.files).toBe(filesOf([tree.parts[2].body, tree.parts[3].body]))
    }),
    { numRuns: 50 },
  )
})
