import { Buffer } from 'node:buffer'
import { crc32, deflateRawSync } from 'node:zlib'

export type ZipEntry = { readonly name: string; readonly body: string | Uint8Array; readonly isStored?: boolean }

const ENCRYPTED = 1
/** 1 January 2026, as MS-DOS writes it: the same entries give the same bytes. */
const DOS_DATE = ((2026 - 1980) << 9) | (1 << 5) | 1
const CRYPT_HEAD = 12

/**
 * Writes a zip file, with the traditional encryption where a password is given.
 *
 * Source: PKWARE APPNOTE 6.3.10, chapters 4.3 and 6.1.
 */
export function zipFile(entries: readonly ZipEntry[], password?: string): Uint8Array {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, body, isStored = false } of entries) {
    const raw = Buffer.from(body as Uint8Array)
    const sum = crc32(raw)
    const packed = isStored ? raw : deflateRawSync(raw)
    const data = password === undefined ? packed : encrypted(packed, password, sum)
    const nameBytes = Buffer.from(name)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(password === undefined ? 0 : ENCRYPTED, 2)
    fields.writeUInt16LE(isStored ? 0 : 8, 4)
    fields.writeUInt16LE(DOS_DATE, 8)
    fields.writeUInt32LE(sum, 10)
    fields.writeUInt32LE(data.length, 14)
    fields.writeUInt32LE(raw.length, 18)
    fields.writeUInt16LE(nameBytes.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, nameBytes, data])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0', 'latin1'), fields, tail, nameBytes]))
    files.push(local)
    offset += local.length
  }
  const index = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(index.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...files, index, end])
}

/** Chapter 6.1: three keys that every byte of the plain text stirs. */
function encrypted(plain: Buffer, password: string, sum: number): Buffer {
  const keys: [number, number, number] = [0x12345678, 0x23456789, 0x34567890]
  const stir = (byte: number): void => {
    keys[0] = step(keys[0], byte)
    keys[1] = (Math.imul((keys[1] + (keys[0] & 0xff)) | 0, 134775813) + 1) | 0
    keys[2] = step(keys[2], keys[1] >>> 24)
  }
  for (const byte of Buffer.from(password)) stir(byte)
  const head = Buffer.alloc(CRYPT_HEAD, 7)
  // The last byte tells a reader whether the password is right.
  head[CRYPT_HEAD - 1] = sum >>> 24
  const out = Buffer.concat([head, plain])
  for (let at = 0; at < out.length; at++) {
    const byte = out[at] ?? 0
    const mix = (keys[2] & 0xffff) | 2
    out[at] = byte ^ ((Math.imul(mix, mix ^ 1) >>> 8) & 0xff)
    stir(byte)
  }
  return out
}

const TABLE = Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

function step(sum: number, byte: number): number {
  return (sum >>> 8) ^ (TABLE[(sum ^ byte) & 0xff] ?? 0)
}
