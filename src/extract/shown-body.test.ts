import { describe, expect, test } from 'vitest'
import { isVisible } from '../model/message.ts'
import { openMail } from './open-mail.ts'
import { READ_LIMITS } from './read-limits.ts'

/** The visible words of the body of a mail. */
function body(mail: string): string {
  const { parts } = openMail(Buffer.from(`From: a@b\r\nSubject: c\r\n${mail}`, 'latin1'), READ_LIMITS)
  return parts
    .filter(({ kind }) => kind === 'body')
    .map((part) => [...part.text].filter((_, at) => isVisible(part, at, at + 1)).join(''))
    .join('|')
    .trim()
}

const part = (type: string, content: string): string => `--b\r\nContent-Type: ${type}\r\n\r\n${content}\r\n`
const multipart = (kind: string, ...parts: readonly string[]): string =>
  `Content-Type: multipart/${kind}; boundary=b\r\n\r\n${parts.join('')}--b--\r\n`

describe('the reader sees', () => {
  test('the HTML and not the text that stands for it, whatever other message that is', () => {
    expect(body(multipart('alternative', part('text/plain', 'Call 804'), part('text/html', '<p>206')))).toBe('206')
  })
  test.each([
    ['is empty', ''],
    ['has no words', '<html><body><br>&nbsp;</body></html>'],
    ['hides all it has', '<p style="display:none">206</p>'],
    ['holds one dot to be fetched', '<img src="https://t.example/o.gif" width=1 height=1>'],
  ])('the text where the HTML beside it %s', (_, html) => {
    expect(body(multipart('alternative', part('text/plain', 'Call 804'), part('text/html', html)))).toContain(
      'Call 804',
    )
  })
  test('a picture, and not the text beside it', () => {
    const html = part('text/html', '<img src="cid:a@b">')
    expect(body(multipart('alternative', part('text/plain', 'Call 804'), html))).toBe('')
  })
  test('several bodies, one after the other', () => {
    const parts = [part('text/plain', 'Call 804'), part('text/html', '<p>206'), part('text/plain', '312 <3')]
    expect(body(multipart('mixed', ...parts))).toMatch(/^Call 804\s+206\s+312 <3$/)
  })
  test('lines that flow put together, also where the blank between them was put in', () => {
    expect(body('Content-Type: text/plain; format=flowed\r\n\r\nCall 804 \r\n555')).toBe('Call 804 555')
    expect(body('Content-Type: text/plain; format=Flowed; DelSp=Yes\r\n\r\nCall 804 \r\n555')).toBe('Call 804555')
    expect(body('Content-Type: text/plain\r\n\r\nCall 804 \r\n555')).toBe('Call 804 \n555')
  })
  test('entities of a plain text as they are written', () => {
    expect(body('Content-Type: text/plain\r\n\r\n&#56;04 &amp; 206')).toBe('&#56;04 &amp; 206')
  })
  test('what is called ASCII and is UTF-8', () => {
    expect(body('Content-Type: text/plain; charset=us-ascii\r\n\r\nZ\xc3\xbcrich')).toBe('Zürich')
  })
})
