import { expect, test } from 'vitest'
import { blindEngines } from '../../../test/read-attached.ts'
import { readMessage } from '../read-message.ts'

const HEADER = 'From: a@example.org\r\nSubject: outer\r\nDate: Mon, 2 Mar 2026 10:11:12 +0000\r\n'
const INNER =
  'From: "Help" <help@example.org>\r\nSubject: inner\r\nContent-Type: text/plain\r\n\r\nCall 804 555 0147\r\n'
const ENCODED = `Content-Transfer-Encoding: base64\r\n\r\n${Buffer.from(INNER).toString('base64')}`

const multipart = (kind: string, ...parts: string[]): string =>
  `${HEADER}Content-Type: multipart/${kind}; boundary="b"\r\n\r\n${parts.map((part) => `--b\r\n${part}\r\n`).join('')}--b--\r\n`

test.each([
  ['as message/rfc822', multipart('mixed', `Content-Type: message/rfc822\r\n\r\n${INNER}`)],
  ['encoded, which no message should be', multipart('mixed', `Content-Type: message/rfc822\r\n${ENCODED}`)],
  [
    'of no type and name',
    multipart('mixed', `Content-Type: application/octet-stream\r\nContent-Disposition: attachment\r\n${ENCODED}`),
  ],
  [
    'called a picture',
    multipart('mixed', `Content-Type: image/png; name="a.png"\r\nContent-Disposition: attachment\r\n${ENCODED}`),
  ],
  ['in a digest, which has a type of its own', multipart('digest', `\r\n${INNER}`)],
  ['in part', multipart('mixed', `Content-Type: message/partial; id="q"; number=1; total=2\r\n\r\n${INNER}`)],
  ['as the whole of the mail', `${HEADER}Content-Type: message/rfc822\r\n\r\n${INNER}`],
  ['in a report of what was not delivered', multipart('report', `Content-Type: text/rfc822-headers\r\n\r\n${INNER}`)],
])('a mail in a mail is read, %s', async (_, mail) => {
  const { parts, issues } = await readMessage(Buffer.from(mail), blindEngines)
  const nested = parts.filter(({ kind }) => kind === 'nested_message').map(({ text }) => text.trim())
  expect(nested).toEqual(['inner', 'Help', 'Call 804 555 0147'])
  expect(issues).toEqual([])
})
