import { expect, test } from 'vitest'
import { attachmentKind } from './attachment-kind.ts'

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1')

test.each([
  ['a PDF behind junk, called a picture', '\0junk\r\n%PDF-1.7', 'image/png', 'x.png', 'pdf'],
  ['a picture called a PDF', '\x89PNG\r\n\x1A\n', 'application/pdf', 'x.pdf', 'picture'],
  ['HEIC by its brand', '\0\0\0\x18ftypheic', 'application/octet-stream', null, 'heic'],
  ['an invitation called text', 'BEGIN:VCALENDAR\r\n', 'text/plain', 'x.txt', 'calendar'],
  ['HTML called anything', '\xEF\xBB\xBF \n<!DOCTYPE html>', 'application/octet-stream', 'x.bin', 'html'],
  ['a drawing', '<?xml version="1.0"?><svg xmlns="x">', 'image/svg+xml', 'x.svg', 'drawing'],
  ['a mail without a type', 'Received: x\r\nFrom: a@b\r\nSubject: c\r\n\r\n', 'application/octet-stream', null, 'mail'],
  ['a mail by its type', 'nonsense', 'message/rfc822', null, 'mail'],
  ['text by its type', 'hello', 'text/plain', null, 'text'],
  ['text by its name', 'hello', 'application/octet-stream', 'a.TXT', 'text'],
  ['an archive called text', 'PK\x03\x04', 'text/plain', 'a.txt', 'zip'],
  ['words called a picture', 'Call us at 804 now', 'image/png', 'a.png', 'text'],
  ['a mail called a picture', 'From: a@b\r\nSubject: c\r\n\r\n', 'image/png', 'a.png', 'mail'],
  ['a program', 'var a = "call 804"', 'application/octet-stream', 'a.js', 'unread'],
  ['RTF called text', '{\\rtf1', 'text/plain', 'a.txt', 'rtf'],
  ['a signature', '-----BEGIN', 'application/pgp-signature', 'signature.asc', 'seal'],
  ['what is nothing known', '\x01\x02', 'application/octet-stream', 'a.xyz', 'unread'],
] as const)('%s', (_, content, type, name, kind) => {
  expect(attachmentKind(bytes(content), type, name)).toBe(kind)
})
