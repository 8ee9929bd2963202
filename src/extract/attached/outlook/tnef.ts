import { PROPERTY, propertyValue, TYPE } from './mapi.ts'
import type { OutlookAttachment, OutlookMessage } from './mapi.ts'

const SIGNATURE = 0x223e9f78
const HEADER_LENGTH = 6
const ATTRIBUTE_HEADER = 9
const CHECKSUM = 2
const MOST_ATTACHMENTS = 2_000
const MOST_PROPERTIES = 5_000
/** What stands before an object's bytes: which interface it has. */
const INTERFACE_LENGTH = 16

/** Source: MS-OXTNEF, section 2.1.3.3. */
const ATTRIBUTE = {
  from: 0x8000,
  subject: 0x8004,
  body: 0x800c,
  data: 0x800f,
  title: 0x8010,
  begin: 0x9002,
  message: 0x9003,
  attachment: 0x9005,
  codePage: 0x9007,
} as const

/** Lengths of values that have one; others say how long they are. */
const FIXED_LENGTHS: Readonly<Record<number, number>> = {
  0x0002: 4,
  0x0003: 4,
  0x0004: 4,
  0x0005: 8,
  0x0006: 8,
  0x0007: 8,
  0x000a: 4,
  0x000b: 4,
  0x0014: 8,
  0x0040: 8,
  0x0048: 16,
}
const IS_MANY = 0x1000
const LEAST_NAMED = 0x8000

type Values = Map<number, string | number | Uint8Array>

/**
 * Reads what Outlook packs into `winmail.dat`, as far as its lengths can be true.
 *
 * Out:    null where the bytes are no such file.
 * Source: MS-OXTNEF.
 */
export function readTnef(bytes: Uint8Array): OutlookMessage | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (file.length < HEADER_LENGTH || file.readUInt32LE() !== SIGNATURE) return null
  const properties: Values = new Map()
  const attachments: { properties: Values; bytes: Uint8Array }[] = []
  let codePage = 1252
  for (let at = HEADER_LENGTH; at + ATTRIBUTE_HEADER <= file.length;) {
    const id = file.readUInt16LE(at + 1)
    const start = at + ATTRIBUTE_HEADER
    const data = file.subarray(start, start + file.readUInt32LE(at + 5))
    const last = attachments.at(-1)
    const text = (): string => propertyValue(TYPE.string8, data, codePage) as string
    if (id === ATTRIBUTE.codePage && data.length >= 4) codePage = data.readUInt32LE()
    else if (id === ATTRIBUTE.subject) properties.set(PROPERTY.subject, text())
    else if (id === ATTRIBUTE.body) properties.set(PROPERTY.body, text())
    else if (id === ATTRIBUTE.message) readProperties(data, codePage, properties)
    else if (id === ATTRIBUTE.begin && attachments.length < MOST_ATTACHMENTS)
      attachments.push({ properties: new Map(), bytes: new Uint8Array() })
    else if (last && id === ATTRIBUTE.title) last.properties.set(PROPERTY.shortFileName, text())
    else if (last && id === ATTRIBUTE.data) last.bytes = data
    else if (last && id === ATTRIBUTE.attachment) readProperties(data, codePage, last.properties)
    at = start + data.length + CHECKSUM
  }
  return { properties, attachments: attachments.map(attachmentOf) }
}

/** A message in the message is an object among the properties: what begins it is no part of the file. */
function attachmentOf({ properties, bytes }: { properties: Values; bytes: Uint8Array }): OutlookAttachment {
  const object = properties.get(PROPERTY.data)
  if (bytes.length > 0 || !(object instanceof Uint8Array)) return { properties, bytes }
  const inside = object.subarray(INTERFACE_LENGTH)
  const isMessage = inside.length >= 4 && Buffer.from(inside.subarray(0, 4)).readUInt32LE() === SIGNATURE
  if (!isMessage) return { properties, bytes: inside }
  return { properties, bytes: inside, open: () => readTnef(inside) ?? { properties: new Map(), attachments: [] } }
}

/** Source: MS-OXTNEF, section 2.1.3.4. */
function readProperties(data: Buffer, codePage: number, into: Values): void {
  const cursor = { at: 4 }
  const count = Math.min(data.length >= 4 ? data.readUInt32LE() : 0, MOST_PROPERTIES)
  for (let index = 0; index < count && cursor.at + 4 <= data.length; index++) {
    const type = data.readUInt16LE(cursor.at)
    const id = data.readUInt16LE(cursor.at + 2)
    cursor.at += 4
    if (id >= LEAST_NAMED) skipName(data, cursor)
    const fixed = FIXED_LENGTHS[type & ~IS_MANY]
    const isCounted = fixed === undefined || (type & IS_MANY) !== 0
    const values = isCounted ? numberAt(data, cursor) : 1
    for (let value = 0; value < values && cursor.at < data.length; value++) {
      const length = fixed ?? numberAt(data, cursor)
      const bytes = data.subarray(cursor.at, cursor.at + length)
      cursor.at += Math.ceil(length / 4) * 4
      const read = value === 0 ? propertyValue(type, bytes, codePage) : null
      if (read !== null && id < LEAST_NAMED) into.set(id, read)
    }
  }
}

/** Properties without a number of their own say their name. */
function skipName(data: Buffer, cursor: { at: number }): void {
  cursor.at += 16
  const isText = numberAt(data, cursor) === 1
  const length = isText ? numberAt(data, cursor) : 4
  cursor.at += Math.ceil(length / 4) * 4
}

/** 0 behind the end. */
function numberAt(data: Buffer, cursor: { at: number }): number {
  const number = cursor.at + 4 <= data.length ? data.readUInt32LE(cursor.at) : 0
  cursor.at += 4
  return number
}
