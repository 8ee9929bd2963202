import { issue } from '../../model/issue.ts'
import type { AttachmentKind } from './attachment-kind.ts'
import { calendarText } from './calendar-text.ts'
import { decodeText } from '../mime/decode-text.ts'
import type { Collected, Engines, ReadLimits } from '../read-message.ts'
import { readMarkup, textPart } from '../readable-parts.ts'

/** An attachment that is no mail itself. hash: SHA-256 of its bytes, hex. */
export type Attached = {
  readonly bytes: Uint8Array
  readonly kind: Exclude<AttachmentKind, 'mail'>
  readonly name: string | null
  readonly type: string
  readonly hash: string
}

/** Reads one attachment into the parts a person would see of it, or says that nothing here reads its kind. */
export async function readAttachment(
  attached: Attached,
  passwords: readonly string[],
  engines: Engines,
  limits: ReadLimits,
  collected: Collected,
): Promise<void> {
  const { bytes, kind, name, type, hash } = attached
  const part = name ?? type
  switch (kind) {
    case 'pdf':
      return readPdf(attached, passwords, engines, limits, collected)
    case 'picture':
    case 'heic':
      collected.issues.push(issue('picture_unread', { part, saw: type }))
      return
    case 'unread':
      collected.issues.push(issue('attachment_unread', { part, saw: type }))
      return
    case 'seal':
      return
    case 'drawing':
      readMarkup(decodeText(bytes), { kind: 'image', name, attachment: hash }, limits, collected)
      return
    case 'html':
      readMarkup(decodeText(bytes), { kind: 'html_attachment', name, attachment: hash }, limits, collected)
      return
    case 'calendar': {
      const { plain, html } = calendarText(decodeText(bytes))
      const of = { kind: 'calendar', name, attachment: hash } as const
      if (plain) collected.parts.push(textPart('calendar', plain, limits, collected.issues, of))
      if (html) readMarkup(html, of, limits, collected)
      return
    }
    case 'text': {
      const text = decodeText(bytes).replaceAll('\r\n', '\n')
      collected.parts.push(textPart('text_attachment', text, limits, collected.issues, { name, attachment: hash }))
    }
  }
}

/** How PDFium writes a hyphen at the end of a line. */
const LINE_END_HYPHEN = /[\u0002\uFFFE]/g

async function readPdf(
  { bytes, name, type, hash }: Attached,
  passwords: readonly string[],
  engines: Engines,
  limits: ReadLimits,
  { parts, issues }: Collected,
): Promise<void> {
  const part = name ?? type
  const { pages, issue: code } = await engines.readPdf(bytes, passwords)
  if (code !== null) issues.push(issue(code, { part }))
  for (const [index, page] of pages.entries()) {
    const text = page.replaceAll('\r\n', '\n').replace(LINE_END_HYPHEN, '-').trim()
    // A page without words is a picture of some.
    if (text === '') issues.push(issue('picture_unread', { part, saw: `page ${index + 1}` }))
    else parts.push(textPart('pdf', text, limits, issues, { name, page: index + 1, attachment: hash }))
  }
}
