import PostalMime from 'postal-mime'
import type { Attachment as MimePart, Email } from 'postal-mime'
import { issue } from '../model/issue.ts'
import type { Issue, IssueCode } from '../model/issue.ts'
import type { Message } from '../model/message.ts'
import { beginsLikeMail } from './mime/begins-like-mail.ts'
import { blankLength } from './mime/blank-length.ts'
import { isCutOff } from './mime/is-cut-off.ts'
import { leanMail } from './mime/lean-mail.ts'
import { messageTimes } from './mime/message-times.ts'
import { messageOf, parseMime } from './mime/mime-parser.ts'
import { opened } from './opened.ts'
import type { FileInside, Opened } from './opened.ts'
import type { ReadLimits } from './read-message.ts'
import { readMarkup, textPart } from './readable-parts.ts'
import { sha256 } from './sha256.ts'

/** A mail with its own parts read, and its attachments not yet. */
export type OpenedMail = Omit<Message, 'parts' | 'attachments' | 'issues'> & Opened

const HEAD_LENGTH = 64 * 1024

/**
 * Reads what a mail itself says: subject, sender's name, the body that is shown (HTML where there is one), and what its
 * links dial.
 *
 * In:  bytes of one mail, as raw as it comes.
 */
export async function openMail(bytes: Uint8Array, limits: ReadLimits): Promise<OpenedMail> {
  const seen = opened()
  const raw = bytes.subarray(blankLength(bytes))
  const email = await parse(raw, limits, seen.issues)
  const subject = email.subject ?? ''
  const from = { name: email.from?.name ?? '', address: email.from?.address ?? '' }
  if (subject) seen.parts.push(textPart('subject', subject, limits, seen.issues))
  if (from.name) seen.parts.push(textPart('sender_name', from.name, limits, seen.issues))
  readBody(email, limits, seen)
  seen.files.push(...email.attachments.map(fileOf))
  return {
    id: sha256(bytes),
    messageId: email.messageId ?? null,
    ...messageTimes(email.headers, seen.issues),
    from,
    replyTo: email.replyTo?.find((address) => address.address)?.address ?? null,
    subject,
    ...seen,
  }
}

function fileOf({ filename, mimeType, content }: MimePart): FileInside {
  const bytes = typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content as ArrayBuffer)
  return { name: filename, type: mimeType, bytes }
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

function readBody(email: Email, limits: ReadLimits, seen: Opened): void {
  if (email.html) readMarkup(email.html, { kind: 'body', name: null, attachment: null }, limits, seen)
  else if (email.text) seen.parts.push(textPart('body', email.text.replaceAll('\r\n', '\n'), limits, seen.issues))
}
