import type { OpenedMail } from '../../open-mail.ts'
import { openMail } from '../../open-mail.ts'
import { decodeText } from '../../mime/decode-text.ts'
import { opened } from '../../opened.ts'
import type { FileInside, Opened } from '../../opened.ts'
import type { ReadLimits } from '../../read-limits.ts'
import { readMarkup, textPart } from '../../readable-parts.ts'
import { sha256 } from '../../sha256.ts'
import type { Room } from '../archive/unpack.ts'
import { nested } from '../read-nested-mail.ts'
import { readRichText } from '../rtf/read-rtf.ts'
import { openCompoundFile } from './compound-file.ts'
import { unpackRtf } from './compressed-rtf.ts'
import { numberOf, PROPERTY, textOf } from './mapi.ts'
import { isMsg, readMsg } from './msg.ts'
import type { OutlookAttachment, OutlookMessage, Properties } from './mapi.ts'

/** The telephone numbers of a contact. Source: MS-OXOCNTC, section 2.2.1.4. */
const CONTACT_NUMBERS = [
  0x3a02, 0x3a08, 0x3a09, 0x3a18, 0x3a1a, 0x3a1b, 0x3a1c, 0x3a1d, 0x3a1e, 0x3a1f, 0x3a21, 0x3a23, 0x3a24, 0x3a25,
  0x3a2a, 0x3a2d, 0x3a2e, 0x3a2f, 0x3a57, 0x3a68,
]

/**
 * Reads what a message of Outlook says: as `openMail` does it of a mail.
 *
 * In:  bytes, what the message is told from others by; room, which its packed text takes from.
 */
export function openOutlook(
  { properties, attachments }: OutlookMessage,
  bytes: Uint8Array,
  limits: ReadLimits,
  room: Room,
): OpenedMail {
  const seen = opened()
  const header = headerOf(textOf(properties, PROPERTY.headers), limits)
  const subject = textOf(properties, PROPERTY.subject) || (header?.subject ?? '')
  const from = {
    name: textOf(properties, PROPERTY.representedName, PROPERTY.senderName) || (header?.from.name ?? ''),
    address: addressOf(properties) || (header?.from.address ?? ''),
  }
  if (subject) seen.parts.push(textPart('subject', subject, limits, seen.issues))
  if (from.name) seen.parts.push(textPart('sender_name', from.name, limits, seen.issues))
  readOutlookBody(properties, limits, room, seen)
  seen.files.push(...attachments.map((attachment) => fileOf(attachment)))
  return {
    id: sha256(bytes),
    messageId: textOf(properties, PROPERTY.messageId) || (header?.messageId ?? null),
    sentAt: header?.sentAt ?? numberOf(properties, PROPERTY.submittedAt),
    receivedAt: header?.receivedAt ?? numberOf(properties, PROPERTY.deliveredAt),
    replyTo: header?.replyTo ?? null,
    authentication: header?.authentication ?? null,
    from,
    subject,
    ...seen,
  }
}

/** A `.msg` file as a message of its own; null where the bytes are none. */
export function openOutlookFile(bytes: Uint8Array, limits: ReadLimits): OpenedMail | null {
  const root = openCompoundFile(bytes)
  if (root === null || !isMsg(root)) return null
  return openOutlook(readMsg(root), bytes, limits, { bytes: limits.unpackedBytes, tries: 0 })
}

/** The body that Outlook shows: HTML, else rich text, else plain. */
export function readOutlookBody(properties: Properties, limits: ReadLimits, room: Room, seen: Opened): void {
  const of = { kind: 'body', name: null, attachment: null } as const
  const before = seen.parts.length
  const html = properties.get(PROPERTY.html)
  if (html instanceof Uint8Array) readMarkup(decodeText(html), of, limits, seen)
  else if (typeof html === 'string') readMarkup(html, of, limits, seen)
  const packed = properties.get(PROPERTY.richText)
  if (seen.parts.length === before && packed instanceof Uint8Array) {
    const rtf = unpackRtf(packed, Math.min(limits.htmlLength, room.bytes))
    room.bytes -= rtf.length
    readRichText(rtf, of, limits, seen)
  }
  const plain = textOf(properties, PROPERTY.body).replaceAll('\r\n', '\n')
  if (seen.parts.length === before && plain) seen.parts.push(textPart('body', plain, limits, seen.issues))
  const isContact = /^IPM\.(?:Contact|DistList)/i.test(textOf(properties, PROPERTY.messageClass))
  const numbers = isContact ? CONTACT_NUMBERS.map((id) => textOf(properties, id)).filter(Boolean) : []
  if (numbers.length > 0) seen.parts.push(textPart('body', numbers.join('\n'), limits, seen.issues))
}

export function fileOf({ properties, bytes, open }: OutlookAttachment): FileInside {
  const name = textOf(properties, PROPERTY.fileName, PROPERTY.shortFileName, PROPERTY.displayName) || null
  const type = textOf(properties, PROPERTY.mimeType) || 'application/octet-stream'
  if (!open) return { name, type, bytes }
  return {
    name,
    type: 'application/vnd.ms-outlook',
    bytes,
    reader: (file, { limits, room }) => nested(openOutlook(open(), bytes, limits, room), file),
  }
}

/** The header it came with over the internet, without what tells of a body. */
function headerOf(headers: string, limits: ReadLimits): OpenedMail | null {
  const fields = headers.replace(/^Microsoft Mail Internet Headers[^\n]*\n/, '').replace(/^content-/gim, 'X-Content-')
  return fields.trim() === '' ? null : openMail(Buffer.from(`${fields.trim()}\r\n\r\n`), limits)
}

/** Within an organisation an address may be a path that no mail knows. */
function addressOf(properties: Properties): string {
  const { senderSmtpAddress, senderAddress, representedAddress } = PROPERTY
  const known = [senderSmtpAddress, representedAddress, senderAddress].map((id) => textOf(properties, id))
  return known.find((address) => address.includes('@')) ?? ''
}
