import fc from 'fast-check'
import PostalMime from 'postal-mime'
import { describe, expect, test } from 'vitest'
import type { Issue } from '../../model/issue.ts'
import { leanMail } from './lean-mail.ts'

const lean = (mail: string): { mail: string; codes: string[] } => {
  const issues: Issue[] = []
  const bytes = leanMail(Buffer.from(mail, 'latin1'), issues)
  return { mail: Buffer.from(bytes).toString('latin1'), codes: issues.map(({ code }) => code) }
}

const HEADER = 'From: a@b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n'
const encoded = (content: Buffer): string => content.toString('base64').replaceAll(/.{76}/g, '$&\r\n')
const attachment = (content: Buffer): string =>
  `--b\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment\r\n\r\n${encoded(content)}\r\n`

describe('what a mail says', () => {
  test('is the same in its lean form, whatever is attached', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 1_000 }), { maxLength: 5 }), async (contents) => {
        const mail = `${HEADER}${contents.map((content) => attachment(Buffer.from(content))).join('')}--b--\r\n`
        const [whole, short] = [await PostalMime.parse(mail), await PostalMime.parse(lean(mail).mail)]
        expect(short).toEqual(whole)
        expect(whole.attachments).toHaveLength(contents.length)
      }),
    )
  })
  test('is the same where lines look like Base64 and are none', () => {
    const mail = `From: a@b\n\n${'A'.repeat(76)}\n${'B'.repeat(76)}\n8045550147\n`
    expect(lean(mail)).toEqual({ mail, codes: [] })
  })
  test('keeps every line of any bytes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('--b', '', '\r', 'Content-Type: a/b', '=41', ' x'), { maxLength: 60 }),
        (all) => {
          expect(lean(all.join('\n'))).toEqual({ mail: all.join('\n'), codes: [] })
        },
      ),
    )
  })
})

test('the lines of Base64 are one', () => {
  expect(lean(HEADER + attachment(Buffer.alloc(57_000))).mail.length).toBeLessThan(77_000)
})

test('Base64 that is padded a million times in a line is left out', () => {
  const short = lean(
    `${HEADER}--b\r\nContent-Transfer-Encoding: base64\r\n\r\n${'AA=='.repeat(1_000_000)}\r\n--b--\r\n`,
  )
  expect(short.codes).toEqual(['text_too_large'])
  expect(short.mail.length).toBeLessThan(1_000)
})

test('Base64 in one long line, as some mailers write it, is kept', () => {
  const mail = `${HEADER}--b\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.alloc(1_000_000).toString('base64')}\r\n--b--\r\n`
  expect(lean(mail)).toEqual({ mail, codes: [] })
})

describe('a mail of millions of lines', () => {
  test('is cut, and what comes after the long text is kept', () => {
    const short = lean(`${HEADER}--b\r\n\r\n${'a\n'.repeat(2_000_000)}--b\r\n\r\nCall 804\r\n--b--\r\n`)
    expect(short.codes).toEqual(['text_too_large'])
    expect(short.mail.length).toBeLessThan(1_000_000)
    expect(short.mail).toContain('Call 804')
  })
  test('that all begin a part is cut where there are too many', () => {
    const short = lean(HEADER + '--b\n\nx\n'.repeat(1_000_000))
    expect(short.codes).toEqual(['part_limit'])
    expect(short.mail.length).toBeLessThan(1_000_000)
  })
})
