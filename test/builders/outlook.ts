import { compoundFile } from './compound-file.ts'
import type { Folder } from './compound-file.ts'

/** What an Outlook message says. attachments: files, or messages of their own. */
export type Letter = {
  readonly subject?: string
  readonly from?: { readonly name: string; readonly address: string }
  readonly headers?: string
  readonly body?: string
  readonly html?: string
  /** Not packed. */
  readonly rtf?: string
  readonly attachments?: readonly ({ readonly name: string; readonly bytes: Uint8Array } | Letter)[]
}

const wide = (text: string): Uint8Array => Buffer.from(text, 'utf16le')

/** Rich text as Outlook keeps it, in the form that is not packed. Source: MS-OXRTFCP, section 3.1.3.2. */
export function keptRtf(rtf: string): Uint8Array {
  const header = Buffer.alloc(16)
  header.writeUInt32LE(rtf.length + 12)
  header.writeUInt32LE(rtf.length, 4)
  header.write('MELA', 8, 'latin1')
  return Buffer.concat([header, Buffer.from(rtf, 'latin1')])
}

/** A `.msg` file. Source: MS-OXMSG. */
export function msg(letter: Letter): Uint8Array {
  return compoundFile(folderOf(letter, 32))
}

function folderOf(letter: Letter, headerLength: number): Folder {
  const { subject, from, headers, body, html, rtf, attachments = [] } = letter
  const streams: readonly (readonly [string, Uint8Array | undefined])[] = [
    ['0037001F', subject === undefined ? undefined : wide(subject)],
    ['0C1A001F', from && wide(from.name)],
    ['5D01001F', from && wide(from.address)],
    ['007D001F', headers === undefined ? undefined : wide(headers)],
    ['1000001F', body === undefined ? undefined : wide(body)],
    ['10130102', html === undefined ? undefined : Buffer.from(html)],
    ['10090102', rtf === undefined ? undefined : keptRtf(rtf)],
  ]
  return {
    '__properties_version1.0': new Uint8Array(headerLength),
    ...Object.fromEntries(streams.flatMap(([name, bytes]) => (bytes ? [[`__substg1.0_${name}`, bytes]] : []))),
    ...Object.fromEntries(
      attachments.map((attachment, index) => [
        `__attach_version1.0_#${String(index).padStart(8, '0')}`,
        attached(attachment),
      ]),
    ),
  }
}

function attached(attachment: { readonly name: string; readonly bytes: Uint8Array } | Letter): Folder {
  const properties = { '__properties_version1.0': new Uint8Array(8) }
  if (!('bytes' in attachment)) return { ...properties, '__substg1.0_3701000D': folderOf(attachment, 24) }
  return { ...properties, '__substg1.0_3707001F': wide(attachment.name), '__substg1.0_37010102': attachment.bytes }
}

/** A `winmail.dat`. Source: MS-OXTNEF. */
export function winmail(letter: Letter): Uint8Array {
  const { body, html, rtf, attachments = [] } = letter
  const attribute = (level: number, id: number, type: number, data: Uint8Array): Buffer => {
    const header = Buffer.alloc(9)
    header.writeUInt8(level)
    header.writeUInt16LE(id, 1)
    header.writeUInt16LE(type, 3)
    header.writeUInt32LE(data.length, 5)
    const sum = Buffer.alloc(2)
    sum.writeUInt16LE(data.reduce((total, byte) => (total + byte) & 0xffff, 0))
    return Buffer.concat([header, data, sum])
  }
  const values = [
    ...(body === undefined ? [] : [value(0x001f, 0x1000, wide(`${body}\0`))]),
    ...(html === undefined ? [] : [value(0x0102, 0x1013, Buffer.from(html))]),
    ...(rtf === undefined ? [] : [value(0x0102, 0x1009, keptRtf(rtf))]),
  ]
  return Buffer.concat([
    Buffer.from('789f3e220100', 'hex'),
    attribute(1, 0x9007, 6, Buffer.from('e404000000000000', 'hex')),
    attribute(1, 0x9003, 6, properties(values)),
    ...attachments.flatMap((attachment) => {
      const begin = attribute(2, 0x9002, 6, Buffer.alloc(14))
      if ('bytes' in attachment)
        return [
          begin,
          attribute(2, 0x8010, 1, Buffer.from(`${attachment.name}\0`)),
          attribute(2, 0x800f, 6, attachment.bytes),
        ]
      const object = Buffer.concat([Buffer.from('0703020000000000c000000000000046', 'hex'), winmail(attachment)])
      return [begin, attribute(2, 0x9005, 6, properties([value(0x000d, 0x3701, object)]))]
    }),
  ])
}

function properties(values: readonly Buffer[]): Buffer {
  const count = Buffer.alloc(4)
  count.writeUInt32LE(values.length)
  return Buffer.concat([count, ...values])
}

function value(type: number, id: number, data: Uint8Array): Buffer {
  const header = Buffer.alloc(12)
  header.writeUInt16LE(type)
  header.writeUInt16LE(id, 2)
  header.writeUInt32LE(1, 4)
  header.writeUInt32LE(data.length, 8)
  return Buffer.concat([header, data, Buffer.alloc((4 - (data.length % 4)) % 4)])
}
