import { decodeCodePage } from '../rtf/code-pages.ts'

/** What Outlook keeps of a message or attachment, by the property's id; times are Unix milliseconds. */
export type Properties = ReadonlyMap<number, string | number | Uint8Array>

/** A message of Outlook, whether it came as .msg or as winmail.dat. */
export type OutlookMessage = { readonly properties: Properties; readonly attachments: readonly OutlookAttachment[] }

/** open: of a message in the message that is no file of its own. */
export type OutlookAttachment = {
  readonly properties: Properties
  readonly bytes: Uint8Array
  readonly open?: () => OutlookMessage
}

/** Source: MS-OXPROPS. */
export const PROPERTY = {
  messageClass: 0x001a,
  subject: 0x0037,
  submittedAt: 0x0039,
  representedName: 0x0042,
  representedAddress: 0x0065,
  headers: 0x007d,
  senderName: 0x0c1a,
  senderAddress: 0x0c1f,
  deliveredAt: 0x0e06,
  body: 0x1000,
  richText: 0x1009,
  html: 0x1013,
  messageId: 0x1035,
  displayName: 0x3001,
  data: 0x3701,
  shortFileName: 0x3704,
  fileName: 0x3707,
  mimeType: 0x370e,
  internetCodePage: 0x3fde,
  messageCodePage: 0x3ffd,
  senderSmtpAddress: 0x5d01,
} as const

/** Source: MS-OXCDATA, section 2.11.1. */
export const TYPE = {
  short: 0x0002,
  long: 0x0003,
  object: 0x000d,
  string8: 0x001e,
  unicode: 0x001f,
  time: 0x0040,
  binary: 0x0102,
} as const

const TICKS_A_MILLISECOND = 10_000n
const MILLIS_1601_TO_1970 = 11_644_473_600_000n

/** A value of one of these types; null for what is of none of them. In: codePage, of letters of one byte. */
export function propertyValue(type: number, bytes: Buffer, codePage: number): string | number | Uint8Array | null {
  switch (type) {
    case TYPE.unicode:
      return bytes.toString('utf16le').replace(/\0+$/, '')
    case TYPE.string8:
      return decodeCodePage(bytes, codePage).replace(/\0+$/, '')
    case TYPE.binary:
    case TYPE.object:
      return bytes
    case TYPE.short:
      return bytes.length >= 2 ? bytes.readUInt16LE() : null
    case TYPE.long:
      return bytes.length >= 4 ? bytes.readUInt32LE() : null
    case TYPE.time:
      return bytes.length >= 8 ? Number(bytes.readBigUInt64LE() / TICKS_A_MILLISECOND - MILLIS_1601_TO_1970) : null
    default:
      return null
  }
}

export function textOf(properties: Properties, ...ids: readonly number[]): string {
  return (
    (ids.map((id) => properties.get(id)).find((value) => typeof value === 'string' && value !== '') as string) ?? ''
  )
}

export function numberOf(properties: Properties, id: number): number | null {
  const value = properties.get(id)
  return typeof value === 'number' ? value : null
}
