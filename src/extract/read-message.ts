import { createHash } from 'node:crypto'
import PostalMime from 'postal-mime'
import type { Attachment as MimePart, Email } from 'postal-mime'
import { issue } from '../model/issue.ts'
import type { Issue, IssueCode } from '../model/issue.ts'
import type { Attachment, Message, Part, PartKind } from '../model/message.ts'
import { attachmentKind } from './attached/attachment-kind.ts'
import { beginsLikeMail } from './mime/begins-like-mail.ts'
import { isCutOff } from './mime/is-cut-off.ts'
import { leanMail } from './mime/lean-mail.ts'
import { messageTimes } from './mime/message-times.ts'
import { messageOf, parseMime } from './mime/mime-parser.ts'
import { printedPasswords } from './attached/printed-passwords.ts'
import { readAttachment } from './attached/read-attachment.ts'
import { readMarkup, textPart } from './readable-parts.ts'

/** The text of a PDF by page; issue: why it could not be opened, or not all of it was read. */
export type PdfText = {
  readonly pages: readonly string[]
  readonly issue: 'pdf_encrypted' | 'pdf_damaged' | 'pdf_pages_skipped' | null
}

/** Readers with files or memory of their own, opened by app/. */
export type Engines = {
  /** Throws nothing: what is wrong with the bytes is in the answer. */
  readonly readPdf: (bytes: Uint8Array, passwords: readonly string[]) => Promise<PdfText>
}

/** parts: attachments of a mail; nesting: mails in mails; textLength, htmlLength: UTF-16 code units a part. */
export type ReadLimits = {
  readonly parts: number
  readonly nesting: number
  readonly textLength: number
  readonly htmlLength: number
}

export const READ_LIMITS: ReadLimits = { parts: 500, nesting: 8, textLength: 2_000_000, htmlLength: 10_000_000 }

/** What reading collects on its way. */
export type Collected = { readonly parts: Part[]; readonly attachments: Attachment[]; readonly issues: Issue[] }

const HEAD_LENGTH = 64 * 1024

/**
 * Reads a mail as its reader finds it: subject, sender's name, the body that is shown (HTML where there is one), what
 * its links dial, and every attachment a reader exists for.
 *
 * In:  bytes of one mail, as raw as it comes.
 * Out: the message; whatever could not be read stands in its issues.
 */
export async function readMessage(
  bytes: Uint8Array,
  engines: Engines,
  limits: ReadLimits = READ_LIMITS,
): Promise<Message> {
  const collected: Collected = { parts: [], attachments: [], issues: [] }
  const raw = bytes.subarray(blankLength(bytes))
  const email = await parse(raw, limits, collected.issues)
  const subject = email.subject ?? ''
  const from = { name: email.from?.name ?? '', address: email.from?.address ?? '' }
  if (subject) collected.parts.push(textPart('subject', subject, limits, collected.issues))
  if (from.name) collected.parts.push(textPart('sender_name', from.name, limits, collected.issues))
  readBody(email, limits, collected)
  const passwords =
    email.attachments.length > 0 ? printedPasswords(collected.parts.map((part) => part.text).join('\n')) : []
  for (const [index, part] of email.attachments.entries()) {
    if (index === limits.parts) {
      collected.issues.push(issue('part_limit', { saw: `${email.attachments.length} parts` }))
      break
    }
    await readPart(part, passwords, engines, limits, collected)
  }
  return {
    id: sha256(bytes),
    messageId: email.messageId ?? null,
    ...messageTimes(email.headers, collected.issues),
    from,
    replyTo: email.replyTo?.find((address) => address.address)?.address ?? null,
    subject,
    ...collected,
  }
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** What stands before the header: blank lines and a byte order mark, which end no header here. */
function blankLength(bytes: Uint8Array): number {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  while (bytes[at] === 0x0a || bytes[at] === 0x0d || bytes[at] === 0x20 || bytes[at] === 0x09) at++
  return at
}

/** Takes the mail apart; of one that is built to break this, what stands before that, the header at least. */
async function parse(bytes: Uint8Array, limits: ReadLimits, issues: Issue[]): Promise<Email> {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD_LENGTH)).toString('latin1')
  if (bytes.length === 0 || !beginsLikeMail(head)) {
    issues.push(issue(bytes.length === 0 ? 'message_empty' : 'message_unreadable', { saw: head.slice(0, 80) }))
    return { headers: [], headerLines: [], attachments: [] }
  }
  try {
    const { email, wasCut, failure } = await parseMime(leanMail(bytes, issues), {
      plain: limits.textLength,
      html: limits.htmlLength,
    })
    if (wasCut) issues.push(issue('text_too_large', { part: 'body' }))
    if (failure !== null) issues.push(issue(codeOf(failure), { saw: failure }))
    else if (isCutOff(email.headers, bytes)) issues.push(issue('message_truncated'))
    return email
  } catch (error) {
    const saw = messageOf(error)
    issues.push(issue(codeOf(saw), { saw }))
    const header = head.split(/\r?\n\r?\n/, 1)[0] ?? ''
    return PostalMime.parse(`${header.replace(/^content-type:/im, 'X-Content-Type:')}\r\n\r\n`)
  }
}

function codeOf(failure: string): IssueCode {
  if (/nesting/i.test(failure)) return 'nested_too_deep'
  return /header size/i.test(failure) ? 'text_too_large' : 'message_unreadable'
}

function readBody(email: Email, limits: ReadLimits, collected: Collected): void {
  if (email.html) readMarkup(email.html, { kind: 'body', name: null, attachment: null }, limits, collected)
  else if (email.text)
    collected.parts.push(textPart('body', email.text.replaceAll('\r\n', '\n'), limits, collected.issues))
}

async function readPart(
  part: MimePart,
  passwords: readonly string[],
  engines: Engines,
  limits: ReadLimits,
  collected: Collected,
): Promise<void> {
  const content = part.content
  const bytes = typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content as ArrayBuffer)
  const hash = sha256(bytes)
  const isKnown = collected.attachments.some((attachment) => attachment.hash === hash)
  collected.attachments.push({
    name: part.filename,
    type: part.mimeType,
    size: bytes.length,
    hash,
    pictureHash: null,
    pdf: null,
  })
  if (isKnown || blankLength(bytes) === bytes.length) return
  const kind = attachmentKind(bytes, part.mimeType, part.filename)
  if (kind === 'mail') await readNested(bytes, part.filename, hash, engines, limits, collected)
  else
    await readAttachment(
      { bytes, kind, name: part.filename, type: part.mimeType, hash },
      passwords,
      engines,
      limits,
      collected,
    )
}

/** The parts that a mail in a mail has of its own; its attachments stay what they are. */
const OWN: ReadonlySet<PartKind> = new Set<PartKind>(['subject', 'sender_name', 'body'])

async function readNested(
  bytes: Uint8Array,
  name: string | null,
  hash: string,
  engines: Engines,
  limits: ReadLimits,
  collected: Collected,
): Promise<void> {
  if (limits.nesting === 0) {
    collected.issues.push(issue('nested_too_deep', { part: name ?? 'nested_message' }))
    return
  }
  const inner = await readMessage(bytes, engines, {
    ...limits,
    nesting: limits.nesting - 1,
    parts: Math.max(0, limits.parts - collected.attachments.length),
  })
  const parts = inner.parts.map((part): Part =>
    OWN.has(part.kind) ? { ...part, kind: 'nested_message', name, attachment: hash } : part,
  )
  collected.parts.push(...parts)
  collected.attachments.push(...inner.attachments)
  const part = name ?? 'nested_message'
  for (const one of inner.issues) {
    if (one.code === 'date_implausible') continue
    const isUnread = one.code === 'message_empty' || one.code === 'message_unreadable'
    collected.issues.push(isUnread ? issue('attachment_unread', { part }) : { part, ...one })
  }
}
