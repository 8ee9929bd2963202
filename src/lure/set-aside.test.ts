import { describe, expect, test } from 'vitest'
import { mentionsOf, message, part } from '../../test/hand-made-message.ts'
import { loadReference } from '../collect/reference.ts'
import { judge } from './judge.ts'

const reference = await loadReference()
const PAYLOAD = '+1 808 201 7788'
const OTHER = '+1 415 601 2233'
const FROM = { name: 'Billing', address: 'tk4411@gmail.com' }

function read(body: string, from = FROM) {
  const mail = message([part('body', body)], from)
  const mentions = mentionsOf(mail, PAYLOAD, OTHER)
  const { callbackPhishing, roles } = judge(mail, mentions, reference)
  return { callbackPhishing, roles: roles.map((role, at) => [mentions[at]?.raw, role]) }
}

/** A lure in each language, with words that may stand above it and say nothing. */
const LURES = [
  [
    'English',
    'Dear customer, your Norton plan was renewed for $349.99, order no. 5512. If you did not authorize this, call us at',
    'Hello, please find below the details that we have on file for you. Thank you very much for your trust in us, have a nice day.',
  ],
  [
    'Portuguese',
    'Prezado cliente, sua assinatura Norton foi renovada por R$ 899,90, pedido 5512. Se você não reconhece esta compra, ligue imediatamente para',
    'Olá, seguem abaixo os detalhes que temos em nossos registros. Muito obrigado pela sua confiança em nós e tenha um bom dia.',
  ],
  [
    'Spanish',
    'Estimado cliente: se ha renovado su suscripción Norton por 379,99 €, pedido 5512. Si no reconoce esta compra, llame inmediatamente al',
    'Hola, a continuación encontrará los detalles que tenemos en nuestros registros. Muchas gracias por su confianza y buen día.',
  ],
  [
    'German',
    'Sehr geehrter Kunde, Norton hat 389,99 Euro abgebucht, Rechnungsnummer 5512. Wenn Sie diese Zahlung nicht autorisiert haben, rufen Sie sofort an:',
    'Guten Tag, anbei finden Sie die Angaben, die uns zu Ihnen vorliegen. Vielen Dank für Ihr Vertrauen in uns und einen schönen Tag.',
  ],
  [
    'French',
    "Cher client, 399,99 € seront prélevés pour votre licence Norton, facture 5512. Si vous n'avez pas effectué cet achat, appelez immédiatement le",
    'Bonjour, vous trouverez ci-dessous les informations dont nous disposons. Nous vous remercions de votre confiance, bonne journée.',
  ],
  [
    'Dutch',
    'Geachte klant, uw Norton-licentie is verlengd voor € 379,99, factuur 5512. Heeft u dit niet besteld, bel ons direct op',
    'Hallo, hieronder vindt u de gegevens die wij van u hebben. Hartelijk dank voor uw vertrouwen in ons en nog een prettige dag.',
  ],
] as const

const HEADS = [
  '-----Original Message-----',
  '---------- Forwarded message ---------',
  '-----Ursprüngliche Nachricht-----',
  'On Tue, Mar 3, 2026 at 9:14 AM Billing Desk wrote:',
  'Am Di., 3. März 2026 um 09:14 Uhr schrieb Kundendienst:',
  'El mar, 3 mar 2026 a las 9:14, Facturación escribió:',
  'Em ter., 3 de mar. de 2026, Atendimento escreveu:',
  'Le mar. 3 mars 2026 à 09:14, Service client a écrit :',
  'Op di 3 mrt 2026 om 09:14 schreef Klantenservice:',
  'Von: Kundendienst\nGesendet: Dienstag, 3. März 2026',
  'From: Billing Desk\nSent: Tuesday, March 3, 2026',
  'De: Facturación\nEnviado: martes, 3 de marzo de 2026',
]

const TALKS_ABOUT_NOTHING = LURES.flatMap(([language, lure, above]) =>
  HEADS.map((head) => [language, head, `${above}\n\n${head}\n\n${lure} ${PAYLOAD}.`] as const),
)

test.each(TALKS_ABOUT_NOTHING)('a lure in %s under %j is what the victim reads', (_language, _head, body) => {
  expect(read(body)).toEqual({ callbackPhishing: true, roles: [[PAYLOAD, 'callback']] })
})

test.each(HEADS)('under %j a genuine line above does not make a lure’s number a quotation', (head) => {
  const [, lure, above] = LURES[0]
  const mail = message([part('body', `${above} Call PayPal at +1 888-221-1161.\n${head}\n${lure} ${PAYLOAD}.`)], FROM)
  expect(judge(mail, mentionsOf(mail, '+1 888-221-1161', PAYLOAD), reference)).toMatchObject({
    callbackPhishing: true,
    roles: ['decoy', 'callback'],
  })
})

test.each(HEADS)('under %j a stolen thread stays one where the lure above it asks for a call', (head) => {
  const [, lure] = LURES[0]
  const thread = `Hi Tom, we cancelled the order and the refund is on its way, call me at ${OTHER} if anything is open.`
  expect(read(`${lure} ${PAYLOAD}.\n\n${head}\n\n${thread}`)).toEqual({
    callbackPhishing: true,
    roles: [
      [PAYLOAD, 'callback'],
      [OTHER, 'decoy'],
    ],
  })
})

test.each(HEADS)('who answers above %j and quotes a signature sends no lure', (head) => {
  const answer =
    'Thank you Tom, I looked at the drawings and they are fine with me, so please go on and let me know how it went.'
  expect(read(`${answer}\n\n${head}\n\nHere are the drawings.\nTom Hill\nTel: ${OTHER}`).callbackPhishing).toBe(false)
})

describe.each(LURES)('words of a conference in a lure in %s', (_language, lure) => {
  test.each(['One tap mobile', 'Dial by your location', 'Join by phone', 'Meeting ID'])(
    '%s above it hides no number',
    (words) => {
      expect(read(`${words}\n${lure} ${PAYLOAD}.`)).toEqual({ callbackPhishing: true, roles: [[PAYLOAD, 'callback']] })
    },
  )
  test.each(['One tap mobile', 'Dial by your location', 'Join by phone'])(
    '%s right before it hides no only number',
    (words) => {
      const body = `${lure.slice(0, lure.lastIndexOf(' '))}.\n${words}: ${PAYLOAD}`
      expect(read(body)).toEqual({ callbackPhishing: true, roles: [[PAYLOAD, 'callback']] })
    },
  )
})

test('a conference’s own numbers below a lure are not the lure’s', () => {
  const [, lure] = LURES[0]
  const body = `${lure} ${PAYLOAD}.\n\nOne tap mobile\n${OTHER},,95512345678# US (New York)\n\nMeeting ID: 955 1234 5678`
  expect(read(body).roles).toEqual([
    [PAYLOAD, 'callback'],
    [OTHER, 'decoy'],
  ])
})

test.each([
  'Our office is at 12 Main Street, phone',
  'The front desk of the hotel is open all night, call',
  'The school of your son is closed today, reach it at',
  'La recepción del hotel atiende en el',
  'A recepção do hotel atende pelo telefone',
  'Das Hotel erreichen Sie unter',
  "L'accueil de l'hôtel répond au",
  'De receptie van het hotel is bereikbaar op',
])('beside a lure, %j gives a number that is not called', (words) => {
  const [, lure] = LURES[0]
  for (const body of [`${words} ${OTHER}.\n\n${lure} ${PAYLOAD}.`, `${lure} ${PAYLOAD}.\n\n${words} ${OTHER}.`]) {
    const { callbackPhishing, roles } = read(body)
    expect(callbackPhishing).toBe(true)
    expect(new Map(roles as [string, string][])).toEqual(
      new Map([
        [PAYLOAD, 'callback'],
        [OTHER, 'decoy'],
      ]),
    )
  }
})

test.each(LURES)('a copied phrase of a foot makes no foot of a lure in %s', (_language, lure) => {
  const foot = 'All rights reserved. Privacy policy.'
  const innocent = `See the map of the garden, ${OTHER}`
  expect(read(`${foot}\n${lure} ${PAYLOAD}.\n\n${innocent}`)).toEqual({
    callbackPhishing: true,
    roles: [
      [PAYLOAD, 'callback'],
      [OTHER, 'decoy'],
    ],
  })
})

test('a text telephone beside a genuine line is no number to call', () => {
  const line = '+1 888-221-1161'
  const body = `Your tax refund of $976.00, case 11-5512, is held. If you did not request it, call PayPal at ${line} | TTY/TDD: ${OTHER}`
  const mail = message([part('body', body)], FROM)
  const { callbackPhishing, roles } = judge(mail, mentionsOf(mail, line, OTHER), reference)
  expect({ callbackPhishing, roles }).toEqual({ callbackPhishing: false, roles: ['decoy', 'decoy'] })
})
