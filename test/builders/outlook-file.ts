import { Buffer } from 'node:buffer'
import { burn } from '@kenjiuno/msgreader/lib/Burner.js'
import { TypeEnum } from '@kenjiuno/msgreader/lib/Reader.js'

/** What an Outlook message holds. */
export type OutlookMessage = {
  readonly subject: string
  readonly senderName: string
  readonly senderAddress: string
  readonly body: string
  readonly html?: string
  readonly attachments?: readonly { readonly name: string; readonly type: string; readonly body: Uint8Array }[]
}

type Node = { readonly name: string; readonly data?: Buffer; readonly children?: readonly Node[] }
type Property = { readonly id: string; readonly type: '001F' | '0102' | '0003'; readonly value: Buffer }

const text = (id: string, value: string): Property => ({ id, type: '001F', value: Buffer.from(value, 'utf16le') })
const bytes = (id: string, value: Uint8Array): Property => ({ id, type: '0102', value: Buffer.from(value) })
const long = (id: string, value: number): Property => {
  const data = Buffer.alloc(4)
  data.writeInt32LE(value)
  return { id, type: '0003', value: data }
}

const MESSAGE_HEAD = 32
const ATTACHMENT_HEAD = 8
const BY_VALUE = 1

/**
 * Writes an Outlook message: a compound file whose streams are properties.
 *
 * Source: MS-OXMSG 2.2 to 2.4; MS-OXPROPS for the ids.
 */
export function outlookFile({
  subject,
  senderName,
  senderAddress,
  body,
  html,
  attachments = [],
}: OutlookMessage): Uint8Array {
  const own = [
    text('001A', 'IPM.Note'),
    text('0037', subject),
    text('0C1A', senderName),
    text('0C1E', 'SMTP'),
    text('0C1F', senderAddress),
    text('1000', body),
    ...(html === undefined ? [] : [bytes('1013', Buffer.from(html))]),
    ...(html === undefined ? [] : [long('3FDE', 65001)]),
  ]
  const children: Node[] = [
    ...streams(own, MESSAGE_HEAD),
    { name: '__nameid_version1.0', children: [{ name: '__substg1.0_00020102', data: Buffer.alloc(16) }] },
    ...attachments.map(({ name, type, body: data }, at) => ({
      name: `__attach_version1.0_#${at.toString(16).toUpperCase().padStart(8, '0')}`,
      children: streams(
        [text('3707', name), text('3704', name), text('370E', type), bytes('3701', data), long('3705', BY_VALUE)],
        ATTACHMENT_HEAD,
      ),
    })),
  ]
  return burn(flattened({ name: 'Root Entry', children }))
}

function streams(properties: readonly Property[], head: number): Node[] {
  const table = [Buffer.alloc(head)]
  for (const { id, type, value } of properties) {
    const row = Buffer.alloc(16)
    row.writeUInt16LE(Number.parseInt(type, 16), 0)
    row.writeUInt16LE(Number.parseInt(id, 16), 2)
    row.writeUInt32LE(6, 4)
    if (type === '0003') value.copy(row, 8)
    else row.writeUInt32LE(value.length + (type === '001F' ? 2 : 0), 8)
    table.push(row)
  }
  return [
    { name: '__properties_version1.0', data: Buffer.concat(table) },
    ...properties
      .filter(({ type }) => type !== '0003')
      .map(({ id, type, value }) => ({ name: `__substg1.0_${id}${type}`, data: value })),
  ]
}

function flattened(root: Node): Parameters<typeof burn>[0] {
  const entries: {
    -readonly [K in keyof Parameters<typeof burn>[0][number]]: Parameters<typeof burn>[0][number][K]
  }[] = []
  const add = (node: Node, type: TypeEnum): number => {
    const at = entries.length
    const { data } = node
    // A copy with memory of its own: the writer forgets where in a shared one its bytes begin.
    entries.push({
      name: node.name,
      type,
      length: data?.length ?? 0,
      ...(data && { binaryProvider: () => Uint8Array.from(data) }),
    })
    const own = entries[at]
    if (own && node.children)
      own.children = node.children.map((child) => add(child, child.children ? TypeEnum.DIRECTORY : TypeEnum.DOCUMENT))
    return at
  }
  add(root, TypeEnum.ROOT)
  return entries
}
