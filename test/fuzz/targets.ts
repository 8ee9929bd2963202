import { openEngines } from '../../src/app/engines/open-engines.ts'
import { readWithParts } from '../../src/app/read-one.ts'
import { loadReference } from '../../src/collect/reference.ts'
import { findNumbers } from '../../src/extract/find/find-numbers.ts'
import { visibleText } from '../../src/extract/html/visible-text.ts'
import { READ_LIMITS } from '../../src/extract/read-limits.ts'
import { readMessage } from '../../src/extract/read-message.ts'
import type { HiddenSpan } from '../../src/model/message.ts'
import { scannedMessageJson } from '../../src/render/scanned-message.ts'
import { blindEngines, readAttached } from '../read-attached.ts'
import { filesIn, fixtureMails, messages, office, pdfs, pictures, richTexts, text, winmails, zips } from './seeds.ts'
import type { Target } from './target.ts'

const CALL = 'Call +1 (206) 547-1200 today'
const HTML = `<html><style>.a{display:none}p>b{color:red}@media screen{.b{opacity:0}}</style><p class="a">${CALL}<b>x</b></p><a href="tel:+12065471200">call</a><table><tr><td>206<td>547<td>1200</table><img src="cid:a" alt="logo"></html>`
const MARKUP_WORDS = [
  '<div>',
  '</div>',
  '<table>',
  '<td>',
  '<!--',
  '-->',
  '<style>',
  '</style>',
  '<script>',
  '<![CDATA[',
  '&#x38;',
  '&zwj;',
  '\0',
  ' style="display:none"',
  '<p hidden>',
  '<svg>',
  '<template>',
  '<a href=tel:',
]
const CALENDAR = `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY;LANGUAGE=en:${CALL}\r\n  fol\r\n ded\r\nDESCRIPTION:a\\n${CALL}\r\nX-ALT-DESC;FMTTYPE=text/html:<p>${CALL}</p>\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`
const VCARD = `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:A B\r\nTEL;TYPE=CELL:+1-206-547-1200\r\nNOTE;ENCODING=QUOTED-PRINTABLE:=41\r\nEND:VCARD\r\n`
const SVG = `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40"><style>.a{fill:none}</style><text x="1">${CALL}</text><g><text class="a">x</text></g></svg>`
const ZIP_WORDS = ['PK\x03\x04', 'PK\x01\x02', 'PK\x05\x06', 'PK\x06\x06', '\x01\x99\x07\0', '\xff\xff\xff\xff']

const reference = loadReference()

/** What is wrong with spans of a text. */
function wrongSpan(length: number, spans: readonly { readonly start: number; readonly end: number }[]): string | null {
  const wrong = spans.find(
    ({ start, end }) => !(Number.isInteger(start) && 0 <= start && start <= end && end <= length),
  )
  return wrong ? `a span from ${wrong.start} to ${wrong.end} in ${length} characters` : null
}

async function readFile(bytes: Buffer, name: string, type: string): Promise<string | null> {
  const { parts } = await readAttached(bytes, { name, type, body: 'The password is secret' })
  for (const part of parts) {
    const wrong = wrongSpan(part.text.length, part.hidden)
    if (wrong !== null) return wrong
  }
  return null
}

const fileTarget = (
  name: string,
  file: Target['file'],
  seeds: Target['seeds'],
  words: readonly string[],
  millis = 1_500,
): Target => ({
  name,
  seeds,
  words,
  read: (bytes) => readFile(bytes, file.name, file.type),
  file,
  millis,
})

function readHtml(bytes: Buffer): string | null {
  const html = bytes.toString()
  const { text: seen, hidden, links, pictures: drawn } = visibleText(html)
  if (JSON.stringify(visibleText(html).hidden) !== JSON.stringify(hidden)) return 'not the same twice'
  const ordered = hidden.every((span: HiddenSpan, at) => at === 0 || span.start >= (hidden[at - 1] as HiddenSpan).start)
  if (!ordered) return 'hidden spans out of order'
  if (links.some(({ number }) => typeof number !== 'string')) return 'a link without a number'
  return (
    wrongSpan(seen.length, hidden) ??
    wrongSpan(
      seen.length,
      drawn.map(({ at }) => ({ start: at, end: at })),
    )
  )
}

function readText(bytes: Buffer): string | null {
  const words = bytes.toString()
  const found = findNumbers(words, ['US', 'GB', 'BR'])
  if (JSON.stringify(findNumbers(words, ['US', 'GB', 'BR'])) !== JSON.stringify(found)) return 'not the same twice'
  for (const [at, { raw, start, end, number }] of found.entries()) {
    if (words.slice(start, end) !== raw) return `${JSON.stringify(raw)} does not stand at ${start}`
    if (!/^\+[1-9]\d{3,14}$/.test(number)) return `${number} is no E.164`
    if (at > 0 && start < (found[at - 1] as { end: number }).end) return 'numbers overlap'
  }
  return wrongSpan(words.length, found)
}

async function readMime(bytes: Buffer): Promise<string | null> {
  const [one, two] = [await readMessage(bytes, blindEngines), await readMessage(bytes, blindEngines)]
  if (JSON.stringify(one) !== JSON.stringify(two)) return 'not the same twice'
  return one.parts.map(({ text: own, hidden }) => wrongSpan(own.length, hidden)).find((wrong) => wrong !== null) ?? null
}

async function readAll(bytes: Buffer): Promise<string | null> {
  const reading = { engines: blindEngines, limits: READ_LIMITS, reference: await reference, region: null }
  const { scanned, parts } = await readWithParts(bytes, 'fuzz.eml', reading)
  const { confidence } = scanned.verdict
  if (!(confidence >= 0 && confidence <= 1)) return `a confidence of ${confidence}`
  if (JSON.stringify(scannedMessageJson(scanned)).length > 20_000_000) return 'an answer of more than 20 MB'
  for (const part of parts) {
    const wrong = wrongSpan(part.text.length, [...part.hidden, ...part.mentions])
    if (wrong !== null) return wrong
  }
  return null
}

const engines = openEngines({ pictures: 'auto', cacheFolder: null, timeLimitMillis: 20_000 })

async function readPdf(bytes: Buffer): Promise<string | null> {
  const { pages } = await engines.ofMail().readPdf(bytes, ['secret'], 'eng')
  return pages.map(({ text: own, hidden }) => wrongSpan(own.length, hidden)).find((wrong) => wrong !== null) ?? null
}

async function readPicture(bytes: Buffer): Promise<string | null> {
  const { text: own } = await engines.ofMail().readPicture(bytes, 'eng')
  return typeof own === 'string' ? null : 'no text'
}

const MAIL_WORDS = [
  'Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\n',
  '--a\r\n',
  '--a--\r\n',
  'Content-Transfer-Encoding: base64\r\n',
  '=?utf-8?b?4oCL?=',
  'charset=utf-16',
  'begin 644 a\r\n',
  '\r\n\r\n',
  'From ',
  'message/rfc822',
  '=\r\n',
  '\0',
  'name*0*=',
]
const mails = (): Uint8Array[] => [
  ...fixtureMails(),
  ...filesIn('mail/scam', /\.eml$/),
  ...filesIn('mail/ham', /\.eml$/),
]

/** Every reader there is, each alone. */
export const TARGETS: readonly Target[] = [
  {
    name: 'mime',
    seeds: mails,
    words: MAIL_WORDS,
    read: readMime,
    file: { name: 'a.eml', type: 'message/rfc822' },
    millis: 3_000,
  },
  {
    name: 'html',
    seeds: () => text(HTML),
    words: MARKUP_WORDS,
    read: async (bytes) => readHtml(bytes),
    file: { name: 'a.html', type: 'text/html' },
    millis: 2_000,
  },
  {
    name: 'css',
    seeds: () =>
      text(
        '.a{display:none}p > b:not(.c)[x="y"],#d *{color:rgb(1,2,3)!important;width:calc(1px + 2em)}@media screen and (max-width:600px){.e{opacity:0}}@import url(x);:root{--a:var(--b)}.f::before{content:"206\\35 47"}',
      ),
    words: [
      '{',
      '}',
      '(',
      ')',
      ';',
      ':',
      '*',
      '>',
      '@media (',
      'calc(',
      'var(--a)',
      '/*',
      '*/',
      '"',
      '\\',
      '!important',
      '.a',
      ':not(',
      '::before',
    ],
    read: async (bytes) =>
      readHtml(
        Buffer.from(
          `<style>${bytes.toString()}</style><p class="a e f" style="${bytes.toString().slice(0, 2_000)}">x<b class="c">y</b></p>`,
        ),
      ),
    file: { name: 'a.html', type: 'text/html' },
    millis: 2_000,
  },
  {
    name: 'finder',
    seeds: () =>
      text(
        CALL,
        '0800 123 4567, (11) 98765-4321 ramal 12',
        'eight oh four seven one three double five oh one',
        '1-800-GO-FEDEX',
        '\u202e0021-745-602',
        '1️⃣8️⃣0️⃣4️⃣7️⃣1️⃣3️⃣4️⃣5️⃣9️⃣8️⃣',
        '٢٠٦٥٤٧١٢٠٠',
        ...CALL.split(' '),
      ),
    words: [
      '1',
      '(',
      ')',
      '-',
      '+',
      ' ',
      '.',
      'O',
      'l',
      '\u200b',
      '\u202e',
      '\u202c',
      '⑧',
      '８',
      '\ufe0f\u20e3',
      'oh ',
      'double ',
      'ext. ',
      '\n',
      '00',
      '\ud83d',
    ],
    read: async (bytes) => readText(bytes),
    file: { name: 'a.txt', type: 'text/plain' },
    millis: 1_500,
  },
  {
    name: 'verdict',
    seeds: mails,
    words: [...MAIL_WORDS, CALL, 'refund ', 'cancel ', 'Norton ', 'invoice ', '$499.99 '],
    read: readAll,
    file: { name: 'a.eml', type: 'message/rfc822' },
    millis: 4_000,
  },
  fileTarget('calendar', { name: 'a.ics', type: 'text/calendar' }, () => text(CALENDAR), [
    '\r\n ',
    'BEGIN:VEVENT\r\n',
    'END:VEVENT\r\n',
    'SUMMARY:',
    '\\n',
    ';X="',
    ':',
    'VALUE=',
  ]),
  fileTarget('vcard', { name: 'a.vcf', type: 'text/vcard' }, () => text(VCARD), [
    '\r\n ',
    'TEL:',
    'BEGIN:VCARD\r\n',
    ';',
    '=',
    '=\r\n',
  ]),
  fileTarget('svg', { name: 'a.svg', type: 'image/svg+xml' }, () => text(SVG), [
    ...MARKUP_WORDS,
    '<text>',
    '<tspan>',
    '<use href="#a"/>',
  ]),
  fileTarget('office', { name: 'a.docx', type: 'application/octet-stream' }, office, [
    ...ZIP_WORDS,
    '<w:p>',
    '<w:tbl>',
    '<w:t>',
  ]),
  fileTarget('zip', { name: 'a.zip', type: 'application/zip' }, zips, ZIP_WORDS),
  fileTarget('rtf', { name: 'a.rtf', type: 'application/rtf' }, richTexts, [
    '{',
    '}',
    '\\',
    "\\'41",
    '\\u8730?',
    '\\bin9999 ',
    '\\par',
    '{\\*\\',
    '\\uc99 ',
    '\\v ',
  ]),
  fileTarget('msg', { name: 'a.msg', type: 'application/vnd.ms-outlook' }, messages, [
    '\xff\xff\xff\xff',
    '\xfe\xff\xff\xff',
    '\0\0\0\0',
  ]),
  fileTarget('tnef', { name: 'winmail.dat', type: 'application/ms-tnef' }, winmails, [
    '\xff\xff\xff\xff',
    '\x01\x90\x06\0',
    '\x02\x05\x90\x06\0',
  ]),
  {
    name: 'pdf',
    seeds: pdfs,
    words: [
      'obj',
      'endobj',
      'stream\n',
      '/Kids[2 0 R]',
      '<<',
      '>>',
      '[',
      '/Filter[/FlateDecode/LZWDecode]',
      '1 0 R',
      '/Length 9999999999',
      'xref',
      'trailer',
      '%PDF-1.7\n',
    ],
    read: readPdf,
    file: { name: 'a.pdf', type: 'application/pdf' },
    millis: 8_000,
  },
  {
    name: 'pictures',
    seeds: pictures,
    words: ['\xff\xff\xff\xff', 'IDAT', 'IHDR', '\xff\xc0', '\xff\xda', 'GIF89a', 'RIFF', 'VP8X'],
    read: readPicture,
    file: { name: 'a.png', type: 'image/png' },
    millis: 8_000,
  },
  {
    name: 'heic',
    seeds: () => [
      ...text('\0\0\0\x18ftypheic\0\0\0\0mif1heic\0\0\0\x0cmeta\0\0\0\0'),
      ...filesIn('image/heif', /\.(?:heic|heif|hif)$/),
    ],
    words: ['meta', 'iloc', 'ispe', 'hvcC', '\xff\xff\xff\xff'],
    read: readPicture,
    file: { name: 'a.heic', type: 'image/heic' },
    millis: 8_000,
  },
]

export async function closeTargets(): Promise<void> {
  await engines.close()
}
