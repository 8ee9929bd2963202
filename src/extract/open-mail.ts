import { issue } from '../model/issue.ts'
import type { Issue } from '../model/issue.ts'
import { showsAnything } from '../model/message.ts'
import type { Message } from '../model/message.ts'
import { authenticationOf } from './mime/authentication.ts'
import { beginsLikeMail } from './mime/begins-like-mail.ts'
import { blankLength } from './mime/blank-length.ts'
import { messageTimes } from './mime/message-times.ts'
import { parseMail } from './mime/parse-mail.ts'
import type { ParsedMail } from './mime/parse-mail.ts'
import { opened } from './opened.ts'
import type { Opened } from './opened.ts'
import type { ReadLimits } from './read-limits.ts'
import type { Picture } from './html/markup.ts'
import { readMarkup, textPart } from './readable-parts.ts'
import { sha256 } from './sha256.ts'
import { shownBody } from './shown-body.ts'

/** A mail with its own parts read, and its attachments not yet. */
export type OpenedMail = Omit<Message, 'parts' | 'attachments' | 'issues'> & Opened

const HEAD_LENGTH = 64 * 1024

/**
 * Reads what a mail itself says: subject, sender's name, the body that is shown (HTML where there is one), and what its
 * links dial.
 *
 * In:  bytes of one mail, as raw as it comes.
 */
export function openMail(bytes: Uint8Array, limits: ReadLimits): OpenedMail {
  const seen = opened()
  const mail = parse(bytes.subarray(blankLength(bytes)), seen.issues)
  const { from, replyTo, subject, messageId, headers } = mail
  seen.issues.push(...mail.issues)
  if (subject) seen.parts.push(textPart('subject', subject, limits, seen.issues))
  if (from.name) seen.parts.push(textPart('sender_name', from.name, limits, seen.issues))
  readBody(mail, limits, seen)
  return {
    id: sha256(bytes),
    messageId,
    ...messageTimes(headers, seen.issues),
    from,
    replyTo,
    authentication: authenticationOf(headers),
    subject,
    ...seen,
  }
}

/** Nothing of a mail. */
const NOTHING = parseMail(Buffer.alloc(0))

/** Takes the mail apart, where it is one. */
function parse(bytes: Uint8Array, issues: Issue[]): ParsedMail {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD_LENGTH)).toString('latin1')
  if (bytes.length > 0 && beginsLikeMail(head)) return parseMail(bytes)
  issues.push(issue(bytes.length === 0 ? 'message_empty' : 'message_unreadable', { saw: head.slice(0, 80) }))
  return NOTHING
}

function readBody({ root }: ParsedMail, limits: ReadLimits, seen: Opened): void {
  const { html, text, instead, files, isCut } = shownBody(root, limits)
  if (isCut) seen.issues.push(issue('text_too_large', { part: 'body' }))
  const first = seen.parts.length
  const pictures = html ? readMarkup(html, { kind: 'body', name: null, attachment: null }, limits, seen) : []
  // Of a page that shows nothing, mail programs show the text that came with it.
  const isShown = pictures.some(({ isVisible }) => isVisible) || seen.parts.slice(first).some(showsAnything)
  const plain = isShown ? '' : text || instead()
  if (plain) seen.parts.push(textPart('body', plain.replaceAll('\r\n', '\n'), limits, seen.issues))
  // One that is shown anywhere is seen, as is one that nothing refers to: it is an attachment.
  const shown = new Set(pictures.filter(({ isVisible }) => isVisible).map(contentIdOf))
  const hidden = new Set(pictures.map(contentIdOf).filter((id) => id !== null && !shown.has(id)))
  seen.files.push(
    ...files.map((file) => ({ ...file, isHidden: file.contentId !== null && hidden.has(file.contentId) })),
  )
}

/** What a `cid:` address names. */
function contentIdOf({ src }: Picture): string | null {
  const [, id = null] = /^cid:(.{1,1000})$/i.exec(src) ?? []
  return id?.replace(/%([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) ?? null
}
