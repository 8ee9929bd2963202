import type { IssueCode } from '../../src/model/issue.ts'

/** A mail that is built to break its reader. */
export type Bomb = {
  readonly name: string
  /** Built when it is wanted: some are large. */
  readonly mail: () => Buffer | Promise<Buffer>
  /** What has to be told of it, one of these; empty where nothing is amiss once it is read within its limits. */
  readonly tells: readonly IssueCode[]
  /** Whether CALL, which stands at its beginning, has to be found. */
  readonly calls: boolean
}

export const CALL = 'Call +1 206 547 1200 today.'
export const CALLED = '+12065471200'

export const HEADER =
  'From: a@example.org\r\nTo: b@example.org\r\nSubject: hello\r\nDate: Mon, 2 Mar 2026 10:11:12 +0000\r\n'

/** A mail of one part. */
export const mailOf = (type: string, body: string | Buffer, header = HEADER): Buffer =>
  Buffer.concat([Buffer.from(`${header}Content-Type: ${type}\r\n\r\n`), Buffer.from(body)])

export const textMail = (body: string): Buffer => mailOf('text/plain; charset=utf-8', `${CALL}\r\n${body}`)
export const htmlMail = (body: string): Buffer => mailOf('text/html; charset=utf-8', `<p>${CALL}</p>\r\n${body}`)

/** A mail that says CALL and carries files. */
export function mailWith(
  ...files: readonly (readonly [name: string, type: string, bytes: Uint8Array | string])[]
): Buffer {
  const parts = files.map(([name, type, bytes]) => {
    const encoded = Buffer.from(bytes as Uint8Array)
      .toString('base64')
      .replaceAll(/.{76}/g, '$&\r\n')
    return (
      `--zoo\r\nContent-Type: ${type}; name="${name}"\r\nContent-Transfer-Encoding: base64\r\n` +
      `Content-Disposition: attachment; filename="${name}"\r\n\r\n${encoded}\r\n`
    )
  })
  const body = `--zoo\r\nContent-Type: text/plain\r\n\r\n${CALL}\r\n`
  return mailOf('multipart/mixed; boundary=zoo', `${body}${parts.join('')}--zoo--\r\n`)
}
