import { expect, test } from 'vitest'
import { sentenceOf, unreadOf } from '../../web/src/unread.ts'

test('what its reader may see and nobody has read is counted and told', () => {
  const picture = { code: 'picture_unread', part: 'a.png', saw: 'image/png' } as const
  expect(unreadOf([picture])).toEqual(['1 picture was not read'])
  expect(unreadOf([picture, { code: 'picture_unread', saw: '3 in the HTML' }, { code: 'pdf_encrypted' }])).toEqual([
    '4 pictures were not read',
    '1 PDF wants a password',
  ])
  expect(unreadOf([{ code: 'message_unreadable', saw: '…' }])).toEqual(['the bytes are not a mail'])
})

test('a date that cannot be true hides nothing, and is shown', () => {
  const issue = { code: 'date_implausible', saw: 'Mon, 99 Foo 2026' } as const
  expect(unreadOf([issue])).toEqual([])
  expect(sentenceOf(issue)).toBe('the date of the mail is missing or cannot be true: Mon, 99 Foo 2026')
})
