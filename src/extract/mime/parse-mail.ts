import type { Issue } from '../../model/issue.ts'
import type { Sender } from '../../model/message.ts'
import { readAddresses } from './addresses.ts'
import { decodeWords } from './encoded-words.ts'
import { headerOf } from './mail-part.ts'
import type { HeaderField, MailPart } from './mail-part.ts'
import { splitMail } from './split-mail.ts'
import type { MimeLimits } from './split-mail.ts'

/** A mail taken apart, nothing of it read yet. */
export type ParsedMail = {
  /** All fields in their order, topmost first, `authentication-results` and `list-id` among them. */
  readonly headers: readonly HeaderField[]
  readonly from: Sender
  readonly replyTo: string | null
  readonly subject: string
  readonly messageId: string | null
  readonly root: MailPart
  readonly issues: readonly Issue[]
}

/** Room for whatever mail programs write, and none for a bomb. */
export const MIME_LIMITS: MimeLimits = { parts: 20_000, depth: 64, headerBytes: 1024 * 1024 }

/**
 * Takes a mail apart as tolerantly as mail programs do. Time and memory grow with its bytes alone.
 *
 * In:  bytes of one mail, from the first byte of its header.
 * Out: the tree of its parts; whatever was passed over stands in its issues.
 */
export function parseMail(bytes: Uint8Array, limits: MimeLimits = MIME_LIMITS): ParsedMail {
  const issues: Issue[] = []
  const root = splitMail(withLineFeeds(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)), limits, issues)
  const { headers } = root
  const messageId = headerOf(headers, 'message-id')
  return {
    headers,
    from: readAddresses(headerOf(headers, 'from'))[0] ?? { name: '', address: '' },
    replyTo: readAddresses(headerOf(headers, 'reply-to')).find(({ address }) => address)?.address ?? null,
    subject: decodeWords(headerOf(headers, 'subject')),
    messageId: messageId === '' ? null : decodeWords(messageId),
    root,
    issues,
  }
}

const LF = 0x0a
const CR = 0x0d

/** A mail whose lines end with CR alone, as old Macintoshes wrote it, gets ends of lines that everybody knows. */
function withLineFeeds(mail: Buffer): Buffer {
  let at = mail.indexOf(CR)
  if (at < 0) return mail
  const feed = mail.indexOf(LF)
  while (mail[at] === CR) at++
  if (mail[at] === LF || (feed >= 0 && feed < at)) return mail
  const own = Buffer.from(mail)
  for (at = own.indexOf(CR); at >= 0; at = own.indexOf(CR, at + 1)) if (own[at + 1] !== LF) own[at] = LF
  return own
}
