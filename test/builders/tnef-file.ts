import { Buffer } from 'node:buffer'

const MESSAGE = 1
const ATTACHMENT = 2

/** A file inside of a winmail.dat. */
export type TnefAttachment = { readonly name: string; readonly body: Uint8Array }

/**
 * Writes a winmail.dat: a message's plain text and its files.
 *
 * Source: MS-OXTNEF 2.1.
 */
export function tnefFile(body: string, attachments: readonly TnefAttachment[]): Uint8Array {
  const head = Buffer.alloc(6)
  head.writeUInt32LE(0x223e9f78)
  head.writeUInt16LE(1, 4)
  const version = Buffer.from([0, 0, 1, 0])
  return Buffer.concat([
    head,
    attribute(MESSAGE, 0x00089006, version),
    attribute(MESSAGE, 0x00069007, Buffer.from([0xe4, 0x04, 0, 0, 0, 0, 0, 0])),
    attribute(MESSAGE, 0x00078008, Buffer.from('IPM.Microsoft Mail.Note\0')),
    ...(body ? [attribute(MESSAGE, 0x0002800c, Buffer.from(`${body}\0`, 'latin1'))] : []),
    ...attachments.flatMap(({ name, body: data }) => [
      attribute(ATTACHMENT, 0x00069002, Buffer.from([1, 0, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0, 0, 0, 0, 0])),
      attribute(ATTACHMENT, 0x00018010, Buffer.from(`${name}\0`, 'latin1')),
      attribute(ATTACHMENT, 0x0006800f, Buffer.from(data)),
    ]),
  ])
}

function attribute(level: number, id: number, data: Buffer): Buffer {
  const head = Buffer.alloc(9)
  head[0] = level
  head.writeUInt32LE(id, 1)
  head.writeUInt32LE(data.length, 5)
  const sum = Buffer.alloc(2)
  sum.writeUInt16LE(data.reduce((total, byte) => (total + byte) & 0xffff, 0))
  return Buffer.concat([head, data, sum])
}
