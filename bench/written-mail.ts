import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { domainOf } from '../src/model/message.ts'
import type { Message, Part, PartKind } from '../src/model/message.ts'

/**
 * One mail written by hand as it might arrive, with what is true of it. Each round was written before anything was
 * measured on it, and is never changed after.
 *
 * parts:    what stands outside the body; pictures hold what OCR would make of them.
 * passes:   domains that the receiving server found authenticated.
 * callback: numbers a lure wants called; absent in genuine mail.
 */
export type WrittenMail = {
  readonly lang: string
  readonly kind: string
  readonly name: string
  readonly address: string
  readonly subject: string
  readonly body: string
  readonly parts?: readonly (readonly [kind: PartKind, text: string])[]
  readonly passes?: readonly string[]
  readonly callback?: readonly string[]
}

const FOLDER = fileURLToPath(new URL('written-mail/', import.meta.url))

/** The message that a written mail is. */
export function messageOf({ name, address, subject, body, passes, parts = [] }: WrittenMail): Message {
  const part = (kind: PartKind, text: string): Part => ({
    kind,
    name: null,
    page: null,
    via: kind === 'image' ? 'ocr' : 'text',
    text,
    hidden: [],
    attachment: null,
  })
  return {
    id: '',
    messageId: null,
    sentAt: null,
    receivedAt: null,
    from: { name, address },
    replyTo: null,
    // Scammers sign their mail as well as anybody does.
    authentication: { proven: passes ?? [domainOf({ name, address })], isRefuted: false },
    subject,
    parts: [
      part('subject', subject),
      part('sender_name', name),
      part('body', body),
      ...parts.map(([kind, text]) => part(kind, text)),
    ],
    attachments: [],
    issues: [],
  }
}

/** All written mails, with the round they belong to. */
export function writtenMails(): readonly { readonly round: string; readonly mail: WrittenMail }[] {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.jsonl'))
  return files.sort().flatMap((name) => {
    const round = name.replace(/-[a-z]+\.jsonl$/, '')
    const lines = readFileSync(`${FOLDER}${name}`, 'utf8').split('\n')
    return lines.filter((line) => line.trim()).map((line) => ({ round, mail: JSON.parse(line) as WrittenMail }))
  })
}
