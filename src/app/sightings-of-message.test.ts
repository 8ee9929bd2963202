import { expect, test } from 'vitest'
import { readNumber } from '../model/phone-number.ts'
import type { PhoneNumber } from '../model/phone-number.ts'
import type { Place, ScannedMessage, ScannedNumber } from '../model/scanned-message.ts'
import { sightingsOf } from './sightings-of-message.ts'
import { NO_FACTS } from '../model/verdict.ts'

const numberOf = (text: string): PhoneNumber => (readNumber(text) as { number: PhoneNumber }).number
const CALLED = numberOf('+18034714501')
const COPIED = numberOf('+18034714502')
const HIDDEN = numberOf('+18034714503')

const place = (part: Place['part'], attachment: string | null = null, visible = true): Place => ({
  part,
  visible,
  name: null,
  page: null,
  via: 'text',
  raw: '',
  attachment,
})

const standing = (e164: PhoneNumber, rest: Partial<ScannedNumber> = {}): ScannedNumber => ({
  e164,
  raw: e164,
  region: 'US',
  lineType: 'unknown',
  provider: null,
  company: null,
  carrierClass: 'unknown',
  extension: null,
  role: 'callback',
  roleWhy: 'asked_to_call',
  visible: true,
  where: [place('body')],
  disguises: [],
  ...rest,
})

const message = (rest: Partial<ScannedMessage> = {}): ScannedMessage => ({
  file: 'a.eml',
  id: 'm1',
  messageId: null,
  sentAt: 1_000,
  receivedAt: 2_000,
  from: { name: 'Norton', address: 'a@Billing.example' },
  replyTo: 'b@other.example',
  subject: '',
  verdict: {
    callbackPhishing: true,
    confidence: 1,
    theme: 'subscription_renewal',
    brands: ['norton', 'paypal'],
    facts: NO_FACTS,
    signals: [],
  },
  template: 't1',
  sketch: 's1',
  attachments: [],
  numbers: [],
  issues: [],
  ...rest,
})

test('a number is seen once in each vehicle and each attachment it stands in, which is named by its hash', () => {
  const where = [place('body'), place('pdf', 'h1'), place('pdf', 'h2'), place('body'), place('pdf', 'h1')]
  const sightings = sightingsOf(message({ numbers: [standing(CALLED, { where })] }), 'mail', 2_000)
  expect(sightings.map(({ vehicle, channel, attachment }) => [vehicle, channel, attachment])).toEqual([
    ['body', 'scam_email_body', undefined],
    ['pdf', 'scam_email_attachment', 'h1'],
    ['pdf', 'scam_email_attachment', 'h2'],
  ])
  expect(new Set(sightings.map(({ evidence }) => evidence)).size).toBe(3)
  expect(sightings[0]).toMatchObject({
    number: CALLED,
    seenAt: 2_000,
    source: 'mail',
    message: 'm1',
    role: 'callback',
    brand: 'norton',
    template: 't1',
    senderDomain: 'billing.example',
    replyTo: 'b@other.example',
    scenario: 'callback_phishing',
  })
})

test('what tells the maker of an attachment stands with the numbers in it alone', () => {
  const attachment = { name: 'a', type: 'b', size: 1 }
  const scanned = message({
    subject: 'x'.repeat(1_000),
    attachments: [
      { ...attachment, hash: 'h1', pictureHash: '00ff00ff00ff00ff', pdf: null },
      { ...attachment, hash: 'h2', pictureHash: null, pdf: { producer: 'Kit 1', pages: 2, shape: '595x842' } },
    ],
    numbers: [standing(CALLED, { where: [place('body'), place('image', 'h1'), place('pdf', 'h2')] })],
  })
  expect(
    sightingsOf(scanned, 'mail', 0).map(({ subject, picture, pdfKit }) => [subject?.length, picture, pdfKit]),
  ).toEqual([
    [200, undefined, undefined],
    [200, '00ff00ff00ff00ff', undefined],
    [200, undefined, 'Kit 1 | 2 | 595x842'],
  ])
})

test('a decoy keeps its role, and a hidden number is never a call-back number', () => {
  const numbers = [
    standing(COPIED, { role: 'decoy' }),
    standing(HIDDEN, { visible: false, where: [place('body', null, false)] }),
  ]
  const sightings = sightingsOf(message({ numbers }), 'mail', 0)
  expect(sightings.map(({ number, role, hidden }) => [number, role, hidden])).toEqual([
    [COPIED, 'decoy', undefined],
    [HIDDEN, 'other', true],
  ])
})

test('a number that is hidden in one place is seen where another place of that vehicle shows it, and nowhere else', () => {
  const where = [place('body', null, false), place('pdf', 'h1', false), place('body'), place('pdf', 'h2')]
  const sightings = sightingsOf(message({ numbers: [standing(CALLED, { where })] }), 'mail', 0)
  expect(sightings.map(({ vehicle, attachment, role, hidden }) => [vehicle, attachment, role, hidden])).toEqual([
    ['body', undefined, 'callback', undefined],
    ['pdf', 'h1', 'other', true],
    ['pdf', 'h2', 'callback', undefined],
  ])
})

test('the same message twice is the same evidence, and from another mailbox it is another', () => {
  const scanned = message({ numbers: [standing(CALLED)] })
  const [first, second, other] = ['mail', 'mail', 'desk'].map((source) => sightingsOf(scanned, source, 0)[0]?.evidence)
  expect(second).toBe(first)
  expect(other).not.toBe(first)
})

test('the domain of a sender is what stands after the last @', () => {
  const from = { name: '', address: '"a@b"@evil.example' }
  expect(sightingsOf(message({ from, numbers: [standing(CALLED)] }), 'mail', 0)[0]?.senderDomain).toBe('evil.example')
})

test('what is unknown of a message is absent from its sightings', () => {
  const bare = message({
    template: '',
    sketch: '',
    replyTo: null,
    from: { name: '', address: '' },
    verdict: { callbackPhishing: false, confidence: 0, theme: 'other', brands: [], facts: NO_FACTS, signals: [] },
    numbers: [standing(CALLED)],
  })
  expect(Object.keys(sightingsOf(bare, 'mail', 0)[0] ?? {}).sort()).toEqual(
    ['channel', 'evidence', 'message', 'number', 'role', 'seenAt', 'source', 'vehicle'].sort(),
  )
})
