import { Buffer } from 'node:buffer'
import PostalMime from 'postal-mime'
import { expect, test } from 'vitest'
import { headerText, writeMime } from './mime.ts'

const TEXT = 'Größe = 5 €, Ende. \nZweite Zeile mit 全角 und einem sehr langen Satz, der mehr als eine Zeile braucht.\n'

test.each(['base64', 'quoted-printable'] as const)('what is written as %s is read as it was', async (encoding) => {
  const mail = writeMime(
    [['Subject', headerText(`Rechnung über 5 € ${'ü'.repeat(80)}`)]],
    { type: 'text/plain; charset=utf-8', body: TEXT, encoding },
    'b',
  )
  const read = await PostalMime.parse(mail)
  expect(read.subject).toBe(`Rechnung über 5 € ${'ü'.repeat(80)}`)
  expect(read.text?.trimEnd()).toBe(TEXT.trimEnd())
})

test('parts of parts and attached bytes come back', async () => {
  const bytes = Uint8Array.from({ length: 300 }, (_, at) => at % 256)
  const mail = writeMime(
    [],
    {
      subtype: 'mixed',
      parts: [
        {
          subtype: 'alternative',
          parts: [
            { type: 'text/plain', body: 'a' },
            { type: 'text/html', body: '<p>b</p>' },
          ],
        },
        { type: 'application/pdf', name: 'c.pdf', body: bytes },
      ],
    },
    'b',
  )
  const read = await PostalMime.parse(mail)
  expect([read.text?.trim(), read.html?.trim()]).toEqual(['a', '<p>b</p>'])
  expect(read.attachments.map(({ filename }) => filename)).toEqual(['c.pdf'])
  expect(Buffer.from(read.attachments[0]?.content as ArrayBuffer).equals(bytes)).toBe(true)
})
