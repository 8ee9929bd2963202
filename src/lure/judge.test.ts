import { describe, expect, test } from 'vitest'
import { mentionsOf, message, part } from '../../test/hand-made-message.ts'
import { loadReference } from '../collect/reference.ts'
import type { Message } from '../model/message.ts'
import { judge } from './judge.ts'
import { BASE_POINTS } from './signals.ts'

const reference = await loadReference()
const read = (mail: Message, ...numbers: readonly string[]) => judge(mail, mentionsOf(mail, ...numbers), reference)

const freemail = { name: 'Billing Team', address: 'tk4411@gmail.com' }

describe('a lure in the language of its victim', () => {
  const LURES = [
    [
      'en',
      'Norton',
      'Dear customer, your Norton plan was renewed for $349.99, order no. 5512. If you did not authorize this, call us at',
      '+1 808 201 7788',
    ],
    [
      'pt',
      'Nubank',
      'Prezado cliente, compra suspeita de R$ 1.299,00 no seu cartão Nubank. Se você não reconhece esta compra, ligue imediatamente para',
      '+55 11 4858 1122',
    ],
    [
      'es',
      'BBVA',
      'Estimado cliente de BBVA: cargo de 899,00 EUR en su cuenta. Si no reconoce esta compra, llame inmediatamente al',
      '+34 912 345 678',
    ],
    [
      'de',
      'PayPal',
      'Sehr geehrter Kunde, PayPal hat eine Zahlung von 629,90 EUR abgebucht. Wenn Sie diese nicht autorisiert haben, rufen Sie sofort an:',
      '+49 30 5557 1234',
    ],
    [
      'fr',
      'Amazon',
      "Cher client, votre commande Amazon de 749,00 € est confirmée. Si vous n'avez pas effectué cet achat, appelez immédiatement le",
      '+33 9 70 01 22 33',
    ],
    [
      'nl',
      'ING',
      'Geachte klant, er is een verdachte transactie van € 950,00 op uw ING Bank rekening. Herkent u dit niet herkent, bel ons direct op',
      '+31 20 808 1234',
    ],
  ] as const
  test.each(LURES)('is one in %s', (_, __, words, number) => {
    const mail = message([part('body', `${words} ${number}`)], freemail, 'Invoice')
    expect(read(mail, number)).toMatchObject({ callbackPhishing: true, roles: ['callback'] })
  })
  test.each(LURES)('names its brand in %s', (_, brand, words, number) => {
    const mail = message([part('body', `${words} ${number}`)], freemail, 'Invoice')
    expect(read(mail, number).brands).toContain(brand.toLowerCase())
  })
})

const LURE = 'PayPal\nInvoice no. 4471\nAmount: $499.99\nIf you did not make this payment call us at'

test('a hidden number is never a call-back number', () => {
  const mail = message([part('body', `${LURE} +1 808 201 7788 ⟦or +1 808 201 7799⟧`)], freemail)
  expect(read(mail, '+1 808 201 7788', '+1 808 201 7799').roles).toEqual(['callback', 'other'])
})

test('hidden words carry no verdict', () => {
  const mail = message([part('body', `⟦${LURE}⟧ Lunch on Friday? +1 808 201 7788`)])
  expect(read(mail, '+1 808 201 7788').callbackPhishing).toBe(false)
})

test('a genuine line of a brand is a decoy, also in a lure', () => {
  const mail = message([part('body', `${LURE} +1 808 201 7788. PayPal: +1 888-221-1161`)], freemail)
  expect(read(mail, '+1 808 201 7788', '+1 888-221-1161').roles).toEqual(['callback', 'decoy'])
})

test('a lure that gives nothing but the genuine line is no callback phishing', () => {
  const mail = message([part('body', `${LURE} +1 888-221-1161`)], freemail)
  expect(read(mail, '+1 888-221-1161').callbackPhishing).toBe(false)
})

test('a number in a fictional range is nobody to call', () => {
  const mail = message([part('body', `${LURE} +1 808 555 0147`)], freemail)
  expect(read(mail, '+1 808 555 0147')).toMatchObject({ callbackPhishing: false, roles: ['other'] })
})

test('the number of a quoted mail is a decoy', () => {
  const own =
    'Please look at the invoice we spoke about last week, I still need your signature on the second page of it.'
  const quoted = '\n\n-----Original Message-----\nFrom: Tom\nRegards, Tom, 415 601 2233'
  const mail = message([part('body', own + quoted)])
  expect(read(mail, '415 601 2233').roles).toEqual(['decoy'])
})

test('the number of an advance-fee letter is for messages', () => {
  const letter =
    'Dear beneficiary, the inheritance of $10.5 million USD waits. Contact the barrister for the release, tel +234 706 811 2233'
  const mail = message([part('body', letter)], freemail)
  expect(read(mail, '+234 706 811 2233')).toMatchObject({
    callbackPhishing: false,
    theme: 'advance_fee',
    roles: ['messaging'],
  })
})

test('a WhatsApp number is for messages, and so is what a link writes to', () => {
  const mail = message([
    part('body', 'Work from home! WhatsApp: +44 7400 123456'),
    part('link', '+447400123457', 'message'),
  ])
  expect(read(mail, '+44 7400 123456', '+447400123457').roles).toEqual(['messaging', 'messaging'])
})

test('a lure may show its number nowhere but in what its button dials', () => {
  const mail = message(
    [part('body', `${LURE} our help desk to cancel`), part('link', '+18082017788', 'call')],
    freemail,
  )
  expect(read(mail, '+18082017788')).toMatchObject({ callbackPhishing: true, roles: ['callback'] })
})

test('the signature of a colleague is a contact', () => {
  const mail = message([part('body', 'See you at nine.\n\nAnna Berg\nHead of Sales\nTel: 415 601 2233')])
  expect(read(mail, '415 601 2233')).toMatchObject({ callbackPhishing: false, roles: ['contact'] })
})

test('a shop that bills from its own domain is believed', () => {
  const words =
    'Thank you for your order no. 8841. Total: $48.20. Questions about your order? Call us at (415) 601-2233.'
  const mail = message(
    [part('body', words)],
    { name: 'Green Leaf Books', address: 'orders@greenleafbooks.com' },
    'Your order',
  )
  expect(read(mail, '(415) 601-2233').callbackPhishing).toBe(false)
})

test('a bill in a calendar invitation is a lure', () => {
  const words =
    'Your Premium Membership will renew soon. A charge of $510.22 will be processed. Need assistance? Contact us at +1 808 201 7788.'
  const mail = message([part('body', words), part('calendar', words)], {
    name: 'Joyce Mullen',
    address: 'joyce@sk-home.cfd',
  })
  expect(read(mail, '+1 808 201 7788')).toMatchObject({ callbackPhishing: true, roles: ['callback', 'callback'] })
})

test('the confidence is the logistic of the points', () => {
  const mail = message([part('body', `${LURE} +1 808 201 7788`)], freemail)
  const { confidence, signals } = read(mail, '+1 808 201 7788')
  const logOdds = signals.reduce((sum, { points }) => sum + points, BASE_POINTS)
  expect(confidence).toBeCloseTo(1 / (1 + Math.exp(-logOdds)), 3)
})

test('a stolen thread far below a lure does not excuse it', () => {
  const thread = `${'\n'.repeat(40)}On Monday Tom wrote:\n> See you\n> at nine, 415 601 2233`
  const mail = message([part('body', `${LURE} +1 808 201 7788 to cancel and claim your refund.${thread}`)], freemail)
  expect(read(mail, '+1 808 201 7788', '415 601 2233')).toMatchObject({
    callbackPhishing: true,
    roles: ['callback', 'decoy'],
  })
})

test('a stranger who writes in the field of a service is no part of the service', () => {
  const note =
    'Norton sent you an invoice for $499.99. Seller note: if you did not make this payment, call +1 808 201 7788. ' +
    'Help: +1 888-221-1161. View and pay invoice. Click here to report it.'
  const mail = message([part('body', note)], { name: 'service@paypal.com', address: 'service@paypal.com' }, 'Invoice')
  expect(read(mail, '+1 808 201 7788', '+1 888-221-1161')).toMatchObject({
    callbackPhishing: true,
    roles: ['callback', 'decoy'],
  })
})

test('dial-in numbers of a conference are its template, not the lure', () => {
  const words = `${LURE} +1 808 201 7788\nJoin Zoom Meeting\nDial by your location\n+1 669 900 6833`
  const mail = message([part('body', words)], { name: 'Zoom', address: 'no-reply@zoom.us' })
  expect(read(mail, '+1 808 201 7788', '+1 669 900 6833').roles).toEqual(['callback', 'decoy'])
})

test('a mail without words or numbers is judged too', () => {
  expect(read(message([]))).toMatchObject({
    callbackPhishing: false,
    theme: 'other',
    brands: [],
    roles: [],
    template: '',
  })
})
