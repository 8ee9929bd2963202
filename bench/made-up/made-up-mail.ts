import { Buffer } from 'node:buffer'
import { headerText, writeMime } from '../../src/simulate/mime.ts'
import type { MimeNode } from '../../src/simulate/mime.ts'
import type { Random } from '../../src/simulate/random.ts'
import type { Label } from '../labelled-mail.ts'

/** A generated mail with the truth about it. */
export type MadeUpMail = { readonly file: string; readonly bytes: Uint8Array; readonly label: Label }

/** What stands in the head of a mail and in its parts. auth: the domain the receiving server vouches for. */
export type Sheet = {
  readonly sentAt: number
  readonly fromName: string
  readonly fromAddress: string
  readonly auth: string | null
  readonly subject: string
  readonly text?: string
  readonly html?: string
  readonly related?: readonly MimeNode[]
  readonly attached?: readonly MimeNode[]
}

const TRANSIT_MILLIS = 4_000
const date = (at: number): string => new Date(at).toUTCString().replace('GMT', '+0000')

/** Writes a mail as its parts ask for: one part, alternatives, pictures shown within, files beside. */
export function bytesOf(sheet: Sheet, chance: Random): Uint8Array {
  const { sentAt, fromName, fromAddress, auth, subject, text, html, related = [], attached = [] } = sheet
  const encoding = (): 'base64' | 'quoted-printable' => chance.pick(['base64', 'quoted-printable'])
  const written: MimeNode[] = [
    ...(text === undefined ? [] : [{ type: 'text/plain; charset=utf-8', body: text, encoding: encoding() }]),
    ...(html === undefined ? [] : [{ type: 'text/html; charset=utf-8', body: html, encoding: encoding() }]),
  ]
  const body = together('alternative', written)
  const shown = related.length > 0 ? together('related', [body, ...related]) : body
  const root = attached.length > 0 ? together('mixed', [shown, ...attached]) : shown
  const domain = fromAddress.slice(fromAddress.indexOf('@') + 1)
  const head: (readonly [string, string])[] = [
    [
      'Received',
      `from mail.${domain} (192.0.2.${chance.between(2, 250)}) by mx.recipient.example; ${date(sentAt + TRANSIT_MILLIS)}`,
    ],
    ...(auth === null ? [] : [['Authentication-Results', vouched(auth, domain)] as const]),
    ['X-Ringtrace-Simulated', 'made by bench:made-up; nobody sent this'],
    ['From', `${quoted(fromName)} <${fromAddress}>`],
    ['To', 'recipient@recipient.example'],
    ['Subject', headerText(subject)],
    ['Date', date(sentAt)],
    ['Message-ID', `<${chance.hex(24)}@${domain}>`],
  ]
  return writeMime(head, root, `=_${chance.hex(20)}`)
}

function vouched(auth: string, domain: string): string {
  return `mx.recipient.example; dkim=pass header.d=${auth}; spf=pass smtp.mailfrom=bounce.${auth}; dmarc=pass (p=REJECT) header.from=${domain}`
}

function together(subtype: 'mixed' | 'alternative' | 'related', parts: readonly MimeNode[]): MimeNode {
  const [only] = parts
  return parts.length === 1 && only ? only : { subtype, parts }
}

function quoted(name: string): string {
  if (!/[^\x20-\x7e]/.test(name)) return `"${name.replace(/["\\]/g, '')}"`
  return Buffer.byteLength(name) > 45 ? headerText(name) : `=?utf-8?B?${Buffer.from(name).toString('base64')}?=`
}
