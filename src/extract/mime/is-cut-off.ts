const BOUNDARY = /^multipart\/[^]*?;\s*boundary\s*=\s*(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i

/** Whether a mail of several parts ends before its last boundary does. Of a mail of one part nobody can tell. */
export function isCutOff(
  headers: readonly { readonly key: string; readonly value: string }[],
  bytes: Uint8Array,
): boolean {
  const type = headers.find(({ key }) => key === 'content-type')?.value.slice(0, 2_000)
  const match = BOUNDARY.exec(type ?? '')
  const boundary = match?.[1] ?? match?.[2]
  if (boundary === undefined) return false
  const mail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  return mail.lastIndexOf(`--${boundary.trimEnd()}--`) < 0
}
