const META_CHARSET = /<meta[^>]{0,200}charset\s{0,5}=\s{0,5}["']?([\w-]{1,40})/i

/**
 * Decodes the text of an attachment, whose charset the mail does not tell: by its byte order mark, by what HTML says of
 * itself, as UTF-8 where it is that, else as Windows-1252, which every byte can be.
 */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return decode(bytes, 'utf-16le')
  if (first === 0xfe && second === 0xff) return decode(bytes, 'utf-16be')
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  try {
    return utf8.decode(bytes)
  } catch {
    const head = decode(bytes.subarray(0, 2048), 'windows-1252')
    return decode(bytes, META_CHARSET.exec(head)?.[1] ?? 'windows-1252')
  }
}

function decode(bytes: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
