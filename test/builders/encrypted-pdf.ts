import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'

const PADDING = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex')
const KEY_BYTES = 16
const PERMISSIONS = -44
const FILE_ID = Buffer.from('00112233445566778899aabbccddeeff', 'hex')

/**
 * Writes a PDF of one page of text that opens only with a password (128-bit RC4).
 *
 * In:     lines, characters of Windows-1252.
 * Source: ISO 32000-1, 7.6: standard security handler, revision 3.
 */
export function encryptedPdf(lines: readonly string[], password: string): Uint8Array {
  const owner = ownerEntry(password)
  const key = fileKey(password, owner)
  const shown = lines.map((line, at) => `1 0 0 1 40 ${780 - at * 18} Tm (${line.replace(/[\\()]/g, '\\$&')}) Tj`)
  const content = rc4(objectKey(key, 4), Buffer.from(`BT /F1 11 Tf ${shown.join(' ')} ET`, 'latin1'))
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    Buffer.concat([Buffer.from(`<< /Length ${content.length} >>\nstream\n`), content, Buffer.from('\nendstream')]),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< /Filter /Standard /V 2 /R 3 /Length 128 /P ${PERMISSIONS} /O <${owner.toString('hex')}> /U <${userEntry(key).toString('hex')}> >>`,
  ]
  const pieces = [Buffer.from('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n', 'latin1')]
  const offsets: number[] = []
  let length = pieces[0]?.length ?? 0
  for (const [at, object] of objects.entries()) {
    offsets.push(length)
    const piece = Buffer.concat([
      Buffer.from(`${at + 1} 0 obj\n`),
      Buffer.from(object as string),
      Buffer.from('\nendobj\n'),
    ])
    pieces.push(piece)
    length += piece.length
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const id = FILE_ID.toString('hex')
  pieces.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ` +
        `/Encrypt 6 0 R /ID [<${id}> <${id}>] >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(pieces)
}

const md5 = (...parts: readonly Uint8Array[]): Buffer => {
  const hash = createHash('md5')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

const padded = (password: string): Buffer =>
  Buffer.concat([Buffer.from(password, 'latin1'), PADDING]).subarray(0, PADDING.length)

function fileKey(password: string, owner: Buffer): Buffer {
  const permissions = Buffer.alloc(4)
  permissions.writeInt32LE(PERMISSIONS)
  let key = md5(padded(password), owner, permissions, FILE_ID)
  for (let round = 0; round < 50; round++) key = md5(key.subarray(0, KEY_BYTES))
  return key.subarray(0, KEY_BYTES)
}

function ownerEntry(password: string): Buffer {
  let key = md5(padded(password))
  for (let round = 0; round < 50; round++) key = md5(key)
  return rc4Rounds(key.subarray(0, KEY_BYTES), padded(password))
}

function userEntry(key: Buffer): Buffer {
  return Buffer.concat([rc4Rounds(key, md5(PADDING, FILE_ID)), Buffer.alloc(16)])
}

function rc4Rounds(key: Buffer, data: Buffer): Buffer {
  let out = data
  for (let round = 0; round < 20; round++) out = rc4(Buffer.from(key.map((byte) => byte ^ round)), out)
  return out
}

function objectKey(key: Buffer, object: number): Buffer {
  return md5(key, Buffer.from([object & 0xff, object >> 8, 0, 0, 0])).subarray(0, KEY_BYTES)
}

function rc4(key: Buffer, data: Buffer): Buffer {
  const state = Array.from({ length: 256 }, (_, at) => at)
  const swap = (a: number, b: number): void => {
    ;[state[a], state[b]] = [state[b] ?? 0, state[a] ?? 0]
  }
  for (let at = 0, other = 0; at < 256; at++) {
    other = (other + (state[at] ?? 0) + (key[at % key.length] ?? 0)) & 0xff
    swap(at, other)
  }
  let [a, b] = [0, 0]
  return Buffer.from(
    data.map((byte) => {
      a = (a + 1) & 0xff
      b = (b + (state[a] ?? 0)) & 0xff
      swap(a, b)
      return byte ^ (state[((state[a] ?? 0) + (state[b] ?? 0)) & 0xff] ?? 0)
    }),
  )
}
