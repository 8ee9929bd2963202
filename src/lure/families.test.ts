import { describe, expect, test } from 'vitest'
import { mentionsOf, message, part } from '../../test/hand-made-message.ts'
import { loadReference } from '../collect/reference.ts'
import type { Part } from '../model/message.ts'
import { judge } from './judge.ts'

const reference = await loadReference()
const NUMBER = '+1 808 201 7788'
const PERSON = { name: 'Orders', address: 'k.miller2470@outlook.com' }

type From = { readonly name: string; readonly address: string }

const verdictOf = (from: From, subject: string, parts: readonly Part[], authentication = null as string | null) => {
  const mail = {
    ...message(parts, from, subject),
    authentication: authentication === null ? null : { proven: [authentication], isRefuted: false },
  }
  return judge(mail, mentionsOf(mail, NUMBER), reference)
}

const isLure = (from: From, subject: string, parts: readonly Part[], service: string | null = null): void => {
  const { callbackPhishing, roles } = verdictOf(from, subject, parts, service)
  expect(callbackPhishing).toBe(true)
  expect(roles).toContain('callback')
}

describe('an authority that writes from no house of its own', () => {
  test.each([
    [
      'County Sheriff Office',
      'Final notice',
      'A warrant for your arrest was issued. To stop the legal proceedings call the officer at',
    ],
    ['Vara do Tribunal', 'Intimação', 'Há um processo judicial em seu nome. Para evitar o mandado, ligue para'],
    [
      'Juzgado de guardia',
      'Expediente',
      'Se ha dictado orden de detención contra usted. Para evitar el embargo llame al',
    ],
    [
      'Amtsgericht Zentrale',
      'Letzte Mahnung',
      'Gegen Sie wurde ein Haftbefehl erlassen. Um die Vollstreckung abzuwenden, rufen Sie an:',
    ],
    [
      'Direction des douanes',
      'Dernier rappel',
      'Une saisie sera engagée. Pour éviter les poursuites judiciaires, appelez le',
    ],
    ['Deurwaarder Kantoor', 'Laatste aanmaning', 'Er volgt beslag op uw rekening. Om de dagvaarding te voorkomen, bel'],
  ])('%s threatens', (name, subject, words) => {
    isLure({ name, address: 'case771@outlook.com' }, subject, [part('body', `${words} ${NUMBER}.`)])
  })

  test('is believed where the domain is one that only authorities get', () => {
    const words = `A warrant was issued in case 11-22. To speak with the clerk call ${NUMBER}.`
    const from = { name: 'County Court', address: 'clerk@court.example.gov' }
    expect(verdictOf(from, 'Notice', [part('body', words)]).signals.map(({ code }) => code)).not.toContain(
      'sender.plays_authority',
    )
  })
})

test.each([
  ['Zelle', 'no-reply@zellepay.com', 'Memo: Unauthorised debit of $412.00. To stop it dial'],
  ['Yammer', 'noreply@yammer.com', 'Invoice 5512: $412.00 charged to your account. Not authorised? Help desk:'],
  [
    'Docusign',
    'dse@docusign.net',
    'Your order is confirmed and $412.00 will be taken from your bank. Any concern? Kindly talk to us:',
  ],
  ['Docusign', 'dse@docusign.net', 'Su pedido de 412,00 € está confirmado. Para anularlo, teléfono de atención'],
  ['Facebook', 'notification@facebookmail.com', 'Hi Your payment of 412.00 USD is done to cancel call'],
  [
    'Google Drive',
    'drive-shares-noreply@google.com',
    'Ihre Bestellung über 412,00 € wird abgebucht. Zum Stornieren rufen Sie an:',
  ],
  ['GitHub', 'notifications@github.com', 'Votre paiement de 412,00 € est validé. Pour annuler, appelez le'],
  ['Trello', 'do-not-reply@trello.com', 'Uw betaling van € 412,00 is verwerkt. Om te annuleren belt u'],
  ['Dropbox', 'no-reply@dropbox.com', 'Sua compra de R$ 412,00 foi debitada. Para cancelar, ligue para'],
])('a bill that a stranger writes through %s <%s> is a lure: %s', (name, address, words) => {
  isLure({ name, address }, 'Notification', [part('body', `${words} ${NUMBER}`)], address.split('@')[1])
})

test('the foot of a list’s mail is no talk, and money from an account sends nobody to his account', () => {
  const words = `$412.00 was debited from your account for Best Buy protection. If you do not agree, get in touch at ${NUMBER}`
  const foot = '--\nYou received this message because you are subscribed to the Google Groups "Updates" group.'
  const from = { name: 'Billing Update', address: 'updates@googlegroups.com' }
  isLure(from, 'Payment completed', [part('body', `${words}\n\n${foot}`)], 'googlegroups.com')
})

test('a link that is tapped to call is no other way than the call', () => {
  const words = 'Norton renewed your plan for $349.99. If you did not authorize this, tap here to call us.'
  isLure(PERSON, 'Renewal', [part('body', words), part('link', NUMBER, 'call')])
})

describe('a number that stands alone', () => {
  test('in a contact card beside an alarm is given to be called', () => {
    const parts = [
      part('body', 'Your PayPal account is limited.'),
      part('text_attachment', `PayPal Security\n${NUMBER}`),
    ]
    isLure({ name: 'PayPal Security', address: 'service3732@notify-center.example' }, 'Suspicious transfer', parts)
  })
  test('in the place of an invitation in a borrowed name is given to be called', () => {
    const parts = [part('calendar', `Order executed\nRobinhood Trade Desk ${NUMBER}`)]
    isLure({ name: 'Robinhood Trade Desk', address: 'no.reply5889@notify-center.example' }, 'Order executed', parts)
  })
  test('in a person’s contact card is no lure', () => {
    const from = { name: 'Anna Berg', address: 'anna@berg-architekten.example' }
    const parts = [part('body', 'Here is my card.'), part('text_attachment', `Anna Berg\n${NUMBER}`)]
    expect(verdictOf(from, 'My card', parts).callbackPhishing).toBe(false)
  })
})

describe('a logo at the head', () => {
  const carried = (alt: string, words: string): Part => {
    const text = `${alt}\n${words}`
    return { ...part('body', text), hidden: [{ start: 0, end: alt.length, why: 'alt_text' }] }
  }
  const words = `Your plan was renewed for $349.99. To cancel call ${NUMBER}.`
  test('tells whom the lure plays', () => {
    const { facts } = verdictOf(PERSON, 'Renewal', [carried('Norton LifeLock', words)])
    expect(facts.impersonates).toEqual([{ brand: 'norton', in: ['logo'] }])
  })
  test('is not told by the signs of ways to pay at the foot', () => {
    const text = `${'Our roses bloom in May. '.repeat(40)}\nPayPal`
    const mail = { ...part('body', text), hidden: [{ start: text.length - 6, end: text.length, why: 'alt_text' }] }
    expect(verdictOf(PERSON, 'Roses', [mail]).brands).toEqual([])
  })
})

describe('confidence', () => {
  test('lies above a half just where the verdict is callback phishing, and below it leaves room for doubt', () => {
    const words = ['Hello.', 'Your plan was renewed for $349.99.', 'Norton: not you?', `Call us at ${NUMBER}.`]
    const said = words.map((_, at) => verdictOf(PERSON, 'Plan', [part('body', words.slice(0, at + 1).join(' '))]))
    for (const { callbackPhishing, confidence } of said) expect(confidence > 0.5).toBe(callbackPhishing)
    const confidences = said.map(({ confidence }) => confidence)
    expect(confidences).toEqual(confidences.toSorted((a, b) => a - b))
  })
})

describe('a number that nothing asks to call', () => {
  test('beside a pretext in a borrowed name is given to be called', () => {
    const from = { name: 'Norton', address: 'renewals@norton-plans.example' }
    isLure(from, 'Renewal', [part('body', `Renewed: Norton 360, $349.99 debited.\n\nCancellations\n${NUMBER}`)])
  })
  test('that answers a question leads to whom the lure plays', () => {
    const from = { name: 'PayPal', address: 'pagos@pp-avisos.example' }
    const words = `Enviaste 712,00 € a Binance. ¿Algo va mal? Centro de ayuda 24 h: ${NUMBER}`
    isLure(from, 'Has enviado 712,00 €', [part('body', words)])
  })
  test('in a proven house that plays nobody stays its own', () => {
    const from = { name: 'IT', address: 'it@hafen-werft.example' }
    const words = `A virus was found on a computer in the yard, please scan yours.\n\nTel ${NUMBER}`
    expect(verdictOf(from, 'Virus', [part('body', words)], 'hafen-werft.example').callbackPhishing).toBe(false)
  })
})

describe('a domain named after a desk', () => {
  const words = `Your payment of $419.00 is overdue. To appeal call ${NUMBER}.`
  test.each([
    'skyrefund-desk.com',
    'multas-pagos.es',
    'kunden-pruefung.de',
    'dossiers-amendes.fr',
    'boete-controle.nl',
  ])('%s tells of a lure', (domain) => {
    const codes = verdictOf({ name: 'Collections', address: `info@${domain}` }, 'Notice', [part('body', words)]).signals
    expect(codes.map(({ code }) => code)).toContain('sender.desk_domain')
  })
  test.each(['praxis-lehmann.de', 'rivertrust.org', 'support.example.com', 'tv-birkach.de'])('%s is none', (domain) => {
    const { signals } = verdictOf({ name: 'Collections', address: `info@${domain}` }, 'Notice', [part('body', words)])
    expect(signals.map(({ code }) => code)).not.toContain('sender.desk_domain')
  })
})

test.each([
  ['Cobranças', 'Seu contrato está em atraso e será levado a protesto. Para suspender, ligue para'],
  ['Impagos', 'Su recibo impagado tiene recargo y corte previsto para hoy. Para evitarlo llame al'],
  ['Inkasso', 'Letzte Mahnung: Ihr Rückstand führt zur Sperrung. Einspruch nur am Telefon:'],
  ['Recouvrement', 'Facture impayée, coupure demain. Pour suspendre, appelez le'],
  ['Incasso', 'Aanmaning: uw achterstand leidt tot afsluiting. Maak bezwaar, bel'],
  ['Collections', 'Your account is in arrears and a disconnection order was raised. To appeal call'],
])('%s that presses for a debt from a free address is a lure', (name, words) => {
  isLure({ name, address: 'desk4411@gmail.com' }, 'Notice', [part('body', `${words} ${NUMBER}.`)])
})

describe('houses that share a name', () => {
  const words = `Vom Konto wurden 412,00 € abgebucht. Fragen? Rufen Sie an: ${NUMBER}.`
  const brandsOf = (address: string, name = 'Sparkasse Holstein') =>
    verdictOf({ name, address }, 'Ihr Konto', [part('body', words)], address.split('@')[1]).facts.impersonates
  test('have a domain each that bears it', () => expect(brandsOf('info@sparkasse-holstein.de')).toEqual([]))
  test.each([
    'info@sparkasse-sicherheit.de',
    'info@sparkasse-holstein.com',
    'info@sparkasse.com.de',
    'info@konto24.de',
  ])('%s is none of them', (address) => expect(brandsOf(address)).toHaveLength(1))
})

test('a number without anything that worries is no lure, whoever is named', () => {
  const from = { name: 'Zalando Fashion', address: 'info@zalando-mode.de' }
  const { callbackPhishing } = verdictOf(from, 'Neue Schuhe', [
    part('body', `Neue Schuhe sind da. Rufen Sie an: ${NUMBER}`),
  ])
  expect(callbackPhishing).toBe(false)
})
