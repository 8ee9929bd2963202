import { issue } from '../../model/issue.ts'
import type { Part, PartKind } from '../../model/message.ts'
import { openMail } from '../open-mail.ts'
import type { OpenedMail } from '../open-mail.ts'
import type { Opened } from '../opened.ts'
import type { FileToRead, Means } from './readers.ts'

/** The parts that a mail in a mail has of its own. */
const OWN: ReadonlySet<PartKind> = new Set<PartKind>(['subject', 'sender_name', 'body'])

/** Reads a mail in a mail; its attachments are files inside like any other. */
export function readNestedMail(file: FileToRead, { limits }: Means): Opened {
  return nested(openMail(file.bytes, limits), file)
}

/** What a mail opened to, as a part of the mail it came in. */
export function nested({ parts, issues, files }: OpenedMail, { name, part, hash }: FileToRead): Opened {
  return {
    parts: parts.map((own): Part =>
      OWN.has(own.kind) ? { ...own, kind: 'nested_message', name, attachment: hash } : own,
    ),
    issues: issues.flatMap((one) => {
      if (one.code === 'date_implausible') return []
      const isUnread = one.code === 'message_empty' || one.code === 'message_unreadable'
      return [isUnread ? issue('attachment_unread', { part }) : { part, ...one }]
    }),
    files,
  }
}
