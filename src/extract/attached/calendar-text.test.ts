import { expect, test } from 'vitest'
import { calendarText } from './calendar-text.ts'

test('folded lines are joined, so that a number cut in two is one again', () => {
  const { plain } = calendarText('BEGIN:VEVENT\r\nSUMMARY:Call +1 804 55\r\n 5 0147 now\r\nEND:VEVENT\r\n')
  expect(plain).toBe('Call +1 804 555 0147 now')
})

test('what a calendar shows is kept, and what it does not show is not', () => {
  const { plain } = calendarText(
    [
      'PRODID:8045550100',
      'UID:8045550101',
      'ORGANIZER;CN="Norton; Help":mailto:a@example.org',
      'SUMMARY;LANGUAGE=en;X="a:b":Renewal',
      'LOCATION:Call\\, 804\\n555',
      'DESCRIPTION:one\\\\two\\;three',
    ].join('\r\n'),
  )
  expect(plain).toBe('Norton; Help\nRenewal\nCall, 804\n555\none\\two;three')
})

test('HTML in a description is given as HTML', () => {
  const calendar = 'DESCRIPTION:<p>Call</p>\nX-ALT-DESC;FMTTYPE=text/html:<b>804</b>\n'
  expect(calendarText(calendar)).toEqual({ plain: '', html: '<p>Call</p><hr><b>804</b>' })
})
