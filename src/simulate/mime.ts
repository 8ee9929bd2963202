import { Buffer } from 'node:buffer'

/** A part of a mail. */
export type MimePart = {
  readonly type: string
  readonly body: string | Uint8Array
  readonly name?: string
  /** Shown in the text by `cid:`. */
  readonly contentId?: string
  readonly encoding?: 'base64' | 'quoted-printable' | '7bit'
}

export type MimeGroup = { readonly subtype: 'mixed' | 'alternative' | 'related'; readonly parts: readonly MimeNode[] }
export type MimeNode = MimePart | MimeGroup

const LINE = 76

/**
 * Writes a mail as bytes.
 *
 * In: headers in order, values already encoded; boundary, a word that no part holds.
 */
export function writeMime(
  headers: readonly (readonly [string, string])[],
  root: MimeNode,
  boundary: string,
): Uint8Array {
  const head = [...headers, ['MIME-Version', '1.0'] as const].map(([name, value]) => `${name}: ${value}\r\n`).join('')
  return Buffer.from(`${head}${writeNode(root, boundary)}\r\n`)
}

/** Header text as an encoded word (RFC 2047) where it is not ASCII. */
export function headerText(text: string): string {
  if (!/[^\x20-\x7e]/.test(text)) return text
  const words: string[] = []
  let word = ''
  for (const character of text) {
    // 45 bytes become 60 characters of base64; with its frame a word must stay within 75.
    if (Buffer.byteLength(word + character) > 45) {
      words.push(word)
      word = ''
    }
    word += character
  }
  return [...words, word].map((part) => `=?utf-8?B?${Buffer.from(part).toString('base64')}?=`).join('\r\n ')
}

function writeNode(node: MimeNode, boundary: string): string {
  return 'parts' in node ? writeGroup(node, boundary) : writePart(node)
}

function writeGroup({ subtype, parts }: MimeGroup, boundary: string): string {
  const inner = parts.map((part, at) => `--${boundary}\r\n${writeNode(part, `${at}${boundary}`)}\r\n`)
  return `Content-Type: multipart/${subtype}; boundary="${boundary}"\r\n\r\n${inner.join('')}--${boundary}--`
}

function writePart({ type, body, name, contentId, encoding = 'base64' }: MimePart): string {
  const bytes =
    typeof body === 'string' ? Buffer.from(body) : Buffer.from(body.buffer, body.byteOffset, body.byteLength)
  const lines = [
    `Content-Type: ${type}${name ? `; name="${name}"` : ''}`,
    `Content-Transfer-Encoding: ${encoding}`,
    ...(contentId ? [`Content-ID: <${contentId}>`] : []),
    ...(name ? [`Content-Disposition: ${contentId ? 'inline' : 'attachment'}; filename="${name}"`] : []),
  ]
  const content =
    encoding === 'base64' ? base64Lines(bytes) : encoding === '7bit' ? bytes.toString('latin1') : quotedPrintable(bytes)
  return `${lines.join('\r\n')}\r\n\r\n${content}`
}

function base64Lines(bytes: Buffer): string {
  return bytes.toString('base64').replace(/.{76}(?=.)/g, '$&\r\n')
}

function quotedPrintable(bytes: Buffer): string {
  const lines: string[] = []
  let line = ''
  for (const byte of bytes) {
    if (byte === 0x0a) {
      lines.push(line.replace(/ $/, '=20'))
      line = ''
      continue
    }
    const text =
      byte > 0x7e || byte < 0x20 || byte === 0x3d
        ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
        : String.fromCharCode(byte)
    if (line.length + text.length >= LINE) {
      lines.push(`${line}=`)
      line = ''
    }
    line += text
  }
  return [...lines, line].join('\r\n')
}
