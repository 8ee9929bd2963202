import { expect, test } from 'vitest'
import { sentenceOf } from '../../web/src/sentence-of.ts'

test('a date that cannot be true is shown as it was written', () => {
  expect(sentenceOf({ code: 'date_implausible', saw: 'Mon, 99 Foo 2026' })).toBe(
    'the date of the mail is missing or cannot be true: Mon, 99 Foo 2026',
  )
})

test('what was not read is told with its name', () => {
  expect(sentenceOf({ code: 'pdf_encrypted', part: 'a.pdf' })).toBe('the PDF wants a password (a.pdf)')
})
