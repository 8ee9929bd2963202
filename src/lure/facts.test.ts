import { describe, expect, test } from 'vitest'
import { mentionsOf, message, part } from '../../test/hand-made-message.ts'
import { loadReference } from '../collect/reference.ts'
import { mainAmount } from './amount.ts'
import { fold } from './fold.ts'
import { judge } from './judge.ts'
import { pretextId } from './pretext-id.ts'

describe('the sum a message is about', () => {
  test.each([
    ['Total: $387.54', 387.54, null],
    ['Amount charged: USD 1,299.00', 1299, 'USD'],
    ['$738.20 USD for BTC', 738.2, 'USD'],
    ['valor de R$ 2.340,00 nas lojas', 2340, 'BRL'],
    ['buchen wir 389,99 Euro ab', 389.99, 'EUR'],
    ['paiement de 1 249,00 € effectué', 1249, 'EUR'],
    ['Sie zahlen 1.499,00 €', 1499, 'EUR'],
    ['invoice for £84.20', 84.2, 'GBP'],
    ['cargo por $12,480.00 MXN', 12480, 'MXN'],
  ])('%s', (words, value, currency) => {
    expect(mainAmount(fold(words))).toMatchObject({ value, currency })
  })

  test('of several amounts, the one that is called the total', () => {
    expect(mainAmount('Save $900.00! Price $120.00, tax $10.00, total $130.00')?.value).toBe(130)
  })

  test.each(['Order 8841 of 12 March', 'Version 3.50', 'Room 4.12'])('%s names none', (words) => {
    expect(mainAmount(words)).toBeNull()
  })
})

describe('the id of a pretext', () => {
  test.each([
    ['Invoice no. NLK-20934-881', 'invoice', 'NLK-20934-881'],
    ['order #114-5520917', 'order', '114-5520917'],
    ['case id DC-8812-TX', 'case', 'DC-8812-TX'],
    ['Sua fatura nº 88120 vence', 'invoice', '88120'],
    ['informe o protocolo 2026-3311', 'case', '2026-3311'],
    ['Rechnung Nr. 4471920', 'invoice', '4471920'],
    ['Votre commande n° 7712-8812', 'order', '7712-8812'],
    ['Aktenzeichen: 44/20261', 'case', '44/20261'],
    ['Uw bestelling 551020', 'order', '551020'],
    ['Transaction ID 8XK11290', 'transaction', '8XK11290'],
  ])('%s', (words, kind, value) => {
    expect(pretextId(fold(words))).toEqual({ kind, value })
  })

  test.each(['Invoice of 2026', 'your order on 12/03/2026', 'no order'])('%s has none', (words) => {
    expect(pretextId(words)).toBeNull()
  })
})

test('a lure tells whom it plays, the sum, the id, and the words that ask for the call', async () => {
  const words =
    'Dear customer, PayPaI charged $499.99 for order no. KX-44120. Act within 24 hours.\n\nTo cancel, call us at +1 808 201 7788.'
  const mail = message([part('body', words)], { name: 'N0rton billing', address: 'tk4411@gmail.com' }, 'Your invoice')
  expect(judge(mail, mentionsOf(mail, '+1 808 201 7788'), await loadReference()).facts).toEqual({
    service: null,
    impersonates: [
      { brand: 'norton', in: ['sender_name'] },
      { brand: 'paypal', in: ['text'] },
    ],
    amount: { value: 499.99, currency: null, raw: '$499.99' },
    pretextId: { kind: 'order', value: 'KX-44120' },
    callToAction: { number: '+18082017788', words: 'To cancel, call us at +1 808 201 7788' },
    isUrgent: true,
  })
})
