import type { Issue } from './issue.ts'

/** Where in a message something can be read. `link` is what a `tel:` or `wa.me` link dials, not what it shows. */
export const PART_KINDS = [
  'subject',
  'sender_name',
  'body',
  'link',
  'pdf',
  'image',
  'heic',
  'calendar',
  'office',
  'html_attachment',
  'text_attachment',
  'nested_message',
  'qr_code',
] as const
export type PartKind = (typeof PART_KINDS)[number]

/** The parts that came as a file, not in the message itself. */
export const ATTACHED: ReadonlySet<PartKind> = new Set<PartKind>([
  'pdf',
  'image',
  'heic',
  'calendar',
  'office',
  'html_attachment',
  'text_attachment',
  'nested_message',
  'qr_code',
])

export type LinkAction = 'call' | 'message'

export type ReadVia = 'text' | 'ocr' | 'link' | 'barcode'

/** Why a reader does not see a span. Offsets are UTF-16 code units into the part's text, end exclusive. */
export type HiddenSpan = { readonly start: number; readonly end: number; readonly why: string }

/** Something a reader can look at: the text as shown, line breaks where they are seen, and the spans nobody sees. */
export type Part = {
  readonly kind: PartKind
  /** File name of an attachment; null for what has none. */
  readonly name: string | null
  /** Counted from 1; null where there are no pages. */
  readonly page: number | null
  readonly via: ReadVia
  readonly text: string
  readonly hidden: readonly HiddenSpan[]
  /** SHA-256 of the attachment it was read from, hex; null for the message itself. */
  readonly attachment: string | null
  /** Of a `link`: whether opening it calls the number or writes to it. */
  readonly opens?: LinkAction
  /** Of a `link`: the words one taps on, at least their beginning; '' where there is a picture or nothing. */
  readonly shows?: string
}

/** What a PDF tells of the program that made it: the same on all that one kit makes. */
export type PdfFacts = {
  /** What the document says made it; '' where it says nothing. */
  readonly producer: string
  readonly pages: number
  /** What stands on the first pages, in short: the same for the same template. */
  readonly shape: string
}

export type Attachment = {
  readonly name: string | null
  readonly type: string
  readonly size: number
  /** SHA-256 of the decoded bytes, hex. */
  readonly hash: string
  /** Of a picture that was decoded: 16 hex digits that differ in few bits where pictures look alike. */
  readonly pictureHash: string | null
  readonly pdf: PdfFacts | null
}

export type Sender = { readonly name: string; readonly address: string }

/** The domain of an address, in small letters; '' where it has none. A quoted name may hold an @ of its own. */
export function domainOf({ address }: Sender): string {
  const at = address.lastIndexOf('@')
  return at < 0 ? '' : address.slice(at + 1).toLowerCase()
}

/**
 * What the receiving server found of where a mail comes from.
 *
 * proven:    domains it found to stand behind the mail: signed (DKIM), allowed to send (SPF), or of the From (DMARC).
 * isRefuted: the domain of the From forbids what this mail is (DMARC failed).
 */
export type Authentication = { readonly proven: readonly string[]; readonly isRefuted: boolean }

/** Whether the receiving server found the domain of the From behind a mail, relaxed as DMARC is. null: nobody looked. */
export function isFromProven({ from, authentication }: Pick<Message, 'from' | 'authentication'>): boolean | null {
  if (!authentication) return null
  const own = domainOf(from)
  return own !== '' && authentication.proven.some((domain) => isAligned(own, domain))
}

/** One domain is the other, or stands below it. */
function isAligned(one: string, other: string): boolean {
  return one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`)
}

/** One mail as its reader finds it. Times are Unix milliseconds. */
export type Message = {
  /** SHA-256 of the raw bytes, hex. */
  readonly id: string
  readonly messageId: string | null
  readonly sentAt: number | null
  /** From the topmost Received header: the operator's own server wrote it, the sender did not. */
  readonly receivedAt: number | null
  readonly from: Sender
  readonly replyTo: string | null
  /** null where no server wrote what it found. */
  readonly authentication: Authentication | null
  readonly subject: string
  readonly parts: readonly Part[]
  readonly attachments: readonly Attachment[]
  readonly issues: readonly Issue[]
}

/** Whether the span [start, end) of a part can be seen: hidden if any of it is. */
export function isVisible(part: Part, start: number, end: number): boolean {
  return !part.hidden.some((span) => span.start < end && start < span.end)
}

/** Whether anything of a part can be seen but white space. */
export function showsAnything({ text, hidden }: Part): boolean {
  let at = 0
  for (const { start, end } of hidden) {
    if (text.slice(at, start).trim() !== '') return true
    at = Math.max(at, end)
  }
  return text.slice(at).trim() !== ''
}
