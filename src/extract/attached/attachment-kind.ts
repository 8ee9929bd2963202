import { beginsLikeMail } from '../mime/begins-like-mail.ts'

/** How an attachment is read. `unread` is what no reader exists for; `seal` is a signature, which nobody looks at. */
export type AttachmentKind =
  | 'pdf'
  | 'picture'
  | 'heic'
  | 'drawing'
  | 'calendar'
  | 'contact'
  | 'html'
  | 'text'
  | 'zip'
  | 'flat'
  | 'rtf'
  | 'compound'
  | 'gzip'
  | 'tar'
  | 'signed'
  | 'winmail'
  | 'mail'
  | 'seal'
  | 'unread'

/** PDF 1.7, implementation note 13: the header may stand anywhere in the first 1,024 bytes. */
const HEAD_LENGTH = 1024

/** What files of each kind begin with, in Latin-1. The sender may say what he likes of them. */
const BEGINNINGS: readonly (readonly [RegExp, AttachmentKind])[] = [
  [/%PDF-/, 'pdf'],
  [/^(?:\x89PNG\r\n|\xFF\xD8\xFF|GIF8[79]a|RIFF[^]{4}WEBP|II\*\0|MM\0\*|BM[^]{4}\0{4}|\0\0\x01\0)/, 'picture'],
  [/^[^]{4}ftyp(?:hei[cxms]|hev[cx]|mif1|msf1|avif)/, 'heic'],
  [/^(?:PK\x03\x04|PK\x05\x06)/, 'zip'],
  [
    /^(?:\xEF\xBB\xBF)?\s*<\?xml[^]{0,300}?(?:<\?mso-application progid="Word|<w:wordDocument|<pkg:package|<office:document)\b/,
    'flat',
  ],
  // Word opens what begins so, however the rest of the word is written.
  [/^\s{0,50}\{\\rt/, 'rtf'],
  [/^\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1/, 'compound'],
  [/^\x78\x9F\x3E\x22/, 'winmail'],
  [/^\x1F\x8B\x08/, 'gzip'],
  [/^[^]{257}ustar/, 'tar'],
  [
    /^0(?:\x80|\x82[^]{2}|\x83[^]{3}|\x84[^]{4}|[\0-\x7F]|\x81[^])\x06\x09\x2A\x86\x48\x86\xF7\x0D\x01\x07[\x02\x03]/,
    'signed',
  ],
  [/^(?:Rar!|7z\xBC\xAF|MSCF|BZh|\xFD7zXZ|MZ|\x7FELF)/, 'unread'],
  [/^(?:\xEF\xBB\xBF)?\s*BEGIN:VCALENDAR/i, 'calendar'],
  [/^(?:\xEF\xBB\xBF)?\s*BEGIN:VCARD/i, 'contact'],
  [/^(?:\xEF\xBB\xBF)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^]{0,300}?-->\s*)?(?:<!DOCTYPE svg|<svg)\b/i, 'drawing'],
  [/^(?:\xEF\xBB\xBF)?\s*(?:<!--[^]{0,300}?-->\s*)?<(?:!DOCTYPE html|html|head|body)\b/i, 'html'],
]

/** What its type or name says, where the beginning says nothing. */
const NAMED: readonly (readonly [RegExp, RegExp, AttachmentKind])[] = [
  [/^application\/(?:x-)?pdf$/, /\.pdf$/i, 'pdf'],
  [/^image\/(?:heic|heif)/, /\.(?:heic|heif)$/i, 'heic'],
  [/^image\/svg/, /\.svg$/i, 'drawing'],
  [/^image\//, /\.(?:png|jpe?g|gif|webp|tiff?|bmp|ico)$/i, 'picture'],
  [/^(?:text\/calendar|application\/ics)$/, /\.(?:ics|vcs|ifb)$/i, 'calendar'],
  [/^text\/(?:x-)?(?:vcard|directory)$/, /\.vcf$/i, 'contact'],
  [/^(?:text\/(?:html|x-amp-html)|application\/xhtml\+xml)$/, /\.(?:x?html?|shtml)$/i, 'html'],
  [/^message\/(?:rfc822|global)$/, /\.eml$/i, 'mail'],
  [/^application\/(?:pgp-signature|(?:x-)?pkcs7-signature)$/, /\.(?:p7s|asc|sig)$/i, 'seal'],
  [/^(?:text\/(?!rtf)|message\/(?:delivery-status|feedback-report))/, /\.(?:txt|csv|md|log|json|xml)$/i, 'text'],
]

/** How to read an attachment: by what is in it, and only then by what it is called. */
export function attachmentKind(bytes: Uint8Array, type: string, name: string | null): AttachmentKind {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD_LENGTH)).toString('latin1')
  const byContent = BEGINNINGS.find(([beginning]) => beginning.test(head))
  if (byContent) return byContent[1]
  if (beginsLikeMail(head)) return 'mail'
  const byName = NAMED.find(([types]) => types.test(type)) ?? NAMED.find(([, names]) => names.test(name ?? ''))
  // What these begin with is known: what begins otherwise is none, and may be words.
  const isDoubtful = byName === undefined || BINARY.has(byName[2])
  if (isDoubtful && isWords(head) && !PROGRAM.test(name ?? '')) return 'text'
  return byName ? byName[2] : 'unread'
}

const BINARY: ReadonlySet<AttachmentKind> = new Set<AttachmentKind>(['pdf', 'picture', 'heic'])
/** What is run, not read. */
const PROGRAM = /\.(?:[cm]?js|jse|vb[se]?|ps1|bat|cmd|hta|wsf|css|reg|lnk|url|py|sh)$/i
const LEAST_WORDS = 16

/** Whether bytes are letters of a text, in Latin-1 or UTF-8, and look like words: some letters, some blanks. */
function isWords(head: string): boolean {
  return (
    head.length >= LEAST_WORDS &&
    !/[\0-\x08\x0E-\x1A\x1C-\x1F\x7F]/.test(head) &&
    /[a-z]{2}/i.test(head) &&
    /\s\S/.test(head)
  )
}
