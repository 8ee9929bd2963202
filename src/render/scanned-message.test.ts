import { expect, test } from 'vitest'
import type { PhoneNumber } from '../model/phone-number.ts'
import type { ScannedMessage, ScannedNumber } from '../model/scanned-message.ts'
import { scannedMessageJson, scannedMessageLine, scannedMessageView } from './scanned-message.ts'
import { NO_FACTS } from '../model/verdict.ts'

const number = (own: Partial<ScannedNumber>): ScannedNumber => ({
  e164: '+18035550147' as PhoneNumber,
  raw: '1 (8O3) 555~O147',
  region: 'US',
  lineType: 'voip_unknown',
  provider: null,
  company: null,
  carrierClass: 'unknown',
  extension: null,
  role: 'callback',
  roleWhy: 'asked_to_call',
  visible: true,
  where: [
    { part: 'pdf', name: 'inv.pdf', page: 1, via: 'text', raw: '1 (8O3) 555~O147', visible: true, attachment: 'ab' },
  ],
  disguises: ['letter_for_digit', 'separator'],
  ...own,
})

const message: ScannedMessage = {
  file: 'a.eml',
  id: 'ff',
  messageId: '<1@example.org>',
  sentAt: Date.UTC(2026, 2, 2, 10, 11, 12),
  receivedAt: null,
  from: { name: 'Norton', address: 'help@example.org' },
  replyTo: null,
  subject: 'Your renewal',
  verdict: {
    callbackPhishing: true,
    confidence: 0.98,
    theme: 'subscription_renewal',
    brands: ['norton'],
    facts: NO_FACTS,
    signals: [],
  },
  template: '',
  sketch: '',
  attachments: [],
  numbers: [number({})],
  issues: [{ code: 'pdf_encrypted', part: 'x.pdf' }],
}

test('the JSON says times as ISO 8601 and keeps the rest', () => {
  expect(scannedMessageJson(message)).toMatchObject({
    file: 'a.eml',
    sentAt: '2026-03-02T10:11:12Z',
    receivedAt: null,
    from: { name: 'Norton', address: 'help@example.org' },
    verdict: { callbackPhishing: true, confidence: 0.98, theme: 'subscription_renewal', brands: ['norton'] },
    numbers: [{ e164: '+18035550147', where: [{ part: 'pdf', name: 'inv.pdf', page: 1, via: 'text' }] }],
    issues: [{ code: 'pdf_encrypted', part: 'x.pdf' }],
  })
})

test('the view tells the verdict, the numbers and the issues, a line each', () => {
  expect(scannedMessageView(message)).toBe(
    [
      'a.eml  callback phishing 98 %  subscription renewal, norton',
      '  Your renewal  Norton <help@example.org>',
      '  +18035550147      call back  US voip unknown, in pdf inv.pdf page 1, written 1 (8O3) 555~O147 (letter for digit, separator)',
      '  ! pdf_encrypted x.pdf',
    ].join('\n'),
  )
})

const NONE = {
  callbackPhishing: false,
  confidence: 0.1,
  theme: 'telecom_tv',
  brands: ['norton'],
  facts: NO_FACTS,
  signals: [],
} as const

test('a mail without a lure is told by that, not by the theme it would have', () => {
  expect(scannedMessageLine({ ...message, verdict: NONE, issues: [] })).toBe('a.eml  no call-back lure')
  expect(scannedMessageLine({ ...message, verdict: NONE, numbers: [], issues: [] })).toBe('a.eml  no numbers')
})

test('where something was not read and no lure was found, nothing can be told', () => {
  const picture = { code: 'picture_unread', part: 'a.png' } as const
  const issues = [picture, { code: 'attachment_unread', part: 'b.docx' } as const, { ...picture, saw: '3 in the HTML' }]
  const line = (own: Partial<ScannedMessage>): string => scannedMessageLine({ ...message, issues, ...own })
  expect(line({ verdict: NONE, numbers: [] })).toBe('a.eml  cannot tell: 4 pictures not read, 1 attachment not read')
  expect(line({ verdict: NONE })).toContain('cannot tell')
  expect(line({})).not.toContain('cannot tell')
  expect(line({ verdict: NONE, issues: [{ code: 'date_implausible' }] })).not.toContain('cannot tell')
})

test('hidden numbers are counted and the first of them named', () => {
  const hidden = Array.from({ length: 117 }, () => number({ visible: false, role: 'other' }))
  expect(scannedMessageView({ ...message, numbers: hidden })).toContain(
    '117 hidden from the reader: +18035550147, +18035550147, +18035550147, …',
  )
})

test('nothing in a mail reaches the terminal as a command', () => {
  const evil = '\u001B]0;owned\u0007\u009B2J\r\n\u202Ex'
  const view = scannedMessageView({
    ...message,
    file: `${evil}.eml`,
    subject: evil,
    from: { name: evil, address: evil },
    verdict: { ...message.verdict, brands: [evil] },
    numbers: [
      number({
        raw: evil,
        extension: evil,
        where: [{ part: 'pdf', name: evil, page: 1, via: 'text', raw: evil, visible: true, attachment: null }],
      }),
    ],
    issues: [{ code: 'attachment_unread', part: evil, saw: evil }],
  })
  expect(view.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
  expect(view.split('\n')).toHaveLength(4)
})
