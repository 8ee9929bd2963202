import type { Storage } from './compound-file.ts'
import { PROPERTY, propertyValue, TYPE } from './mapi.ts'
import type { OutlookAttachment, OutlookMessage, Properties } from './mapi.ts'

const FIXED = '__properties_version1.0'
const ATTACHMENT = /^__attach_version1\.0_#/
const STREAM = /^__substg1\.0_([\dA-F]{4})([\dA-F]{4})$/i
const EMBEDDED = '__substg1.0_3701000D'
const FIXED_LENGTH = 16
/** What stands before the fixed properties: of a message in a file, of one in another, of an attachment. */
const HEADER = { file: 32, nested: 24, attachment: 8 } as const
const MOST_ATTACHMENTS = 2_000
const DEFAULT_CODE_PAGE = 1252

/** Whether a compound file is a message. */
export function isMsg(root: Storage): boolean {
  return root.streamNames.includes(FIXED)
}

/** Reads a message of Outlook. Source: MS-OXMSG. */
export function readMsg(root: Storage, header: keyof typeof HEADER = 'file'): OutlookMessage {
  const properties = propertiesOf(root, HEADER[header], DEFAULT_CODE_PAGE)
  const codePage = properties.get(PROPERTY.messageCodePage)
  const folders = [...root.storages].filter(([name]) => ATTACHMENT.test(name)).slice(0, MOST_ATTACHMENTS)
  return {
    properties: typeof codePage === 'number' ? propertiesOf(root, HEADER[header], codePage) : properties,
    attachments: folders.map(([, folder]) => attachmentOf(folder)),
  }
}

function attachmentOf(folder: Storage): OutlookAttachment {
  const properties = propertiesOf(folder, HEADER.attachment, DEFAULT_CODE_PAGE)
  const embedded = folder.storages.get(EMBEDDED)
  const data = properties.get(PROPERTY.data)
  if (!embedded) return { properties, bytes: data instanceof Uint8Array ? data : new Uint8Array() }
  return { properties, bytes: serialized(embedded), open: () => readMsg(embedded, 'nested') }
}

/** The names and sizes of a folder's streams and their bytes: what tells one message from another. */
function serialized(folder: Storage): Uint8Array {
  return Buffer.concat(folder.streamNames.toSorted().flatMap((name) => [Buffer.from(name), folder.stream(name)]))
}

function propertiesOf(folder: Storage, headerLength: number, codePage: number): Properties {
  const properties = new Map<number, string | number | Uint8Array>()
  const put = (id: number, type: number, bytes: Uint8Array): void => {
    const value = propertyValue(type, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), codePage)
    if (value !== null) properties.set(id, value)
  }
  const fixed = Buffer.from(folder.stream(FIXED))
  for (let at = headerLength; at + FIXED_LENGTH <= fixed.length; at += FIXED_LENGTH) {
    const type = fixed.readUInt16LE(at)
    if (type === TYPE.short || type === TYPE.long || type === TYPE.time)
      put(fixed.readUInt16LE(at + 2), type, fixed.subarray(at + 8, at + FIXED_LENGTH))
  }
  for (const name of folder.streamNames) {
    const [, id, type] = STREAM.exec(name) ?? []
    if (id !== undefined && type !== undefined)
      put(Number.parseInt(id, 16), Number.parseInt(type, 16), folder.stream(name))
  }
  return properties
}
