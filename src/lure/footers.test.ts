import { describe, expect, test } from 'vitest'
import { mentionsOf, message, part } from '../../test/hand-made-message.ts'
import { loadReference } from '../collect/reference.ts'
import type { Role } from '../model/mention.ts'
import { judge } from './judge.ts'

const reference = await loadReference()

function rolesIn(words: string, ...numbers: readonly string[]): readonly Role[] {
  const from = { name: 'Norton', address: 'info@notice-hub-41.example' }
  const mail = message([part('body', words)], from, 'Norton')
  const { callbackPhishing, roles } = judge(mail, mentionsOf(mail, ...numbers), reference)
  expect(callbackPhishing).toBe(true)
  return roles
}

/** A lure that ends with the number to call, and the foot of the mail it copied. */
const COPIED = [
  [
    'English',
    'Dear customer, your Norton plan was renewed for $349.99, order no. 5512. If you did not authorize this, call us at +1 808 201 7788.',
    'All rights reserved. Privacy policy. Gen Digital, Tempe. Corporate office',
    '+1 480-784-2311',
  ],
  [
    'Portuguese',
    'Prezado cliente, sua assinatura Norton foi renovada por R$ 899,90. Se você não reconhece esta compra, ligue imediatamente para +1 808 201 7788.',
    'Todos os direitos reservados. Política de privacidade. Norton Brasil Ltda, Avenida Paulista 1000, São Paulo. Sede:',
    '+55 11 4858 1122',
  ],
  [
    'Spanish',
    'Estimado cliente: se ha renovado su suscripción Norton por 379,99 €. Si no reconoce esta compra, llame inmediatamente al +1 808 201 7788.',
    'Todos los derechos reservados. Política de privacidad. Norton España S.L., Calle Mayor 1, Madrid. Domicilio social,',
    '+34 912 345 678',
  ],
  [
    'German',
    'Sehr geehrter Kunde, Norton hat 389,99 Euro abgebucht. Wenn Sie diese Zahlung nicht autorisiert haben, rufen Sie sofort an: +1 808 201 7788.',
    'Alle Rechte vorbehalten. Datenschutz. Norton Deutschland GmbH, Hauptstraße 1, Berlin. Sitz der Gesellschaft,',
    '+49 30 5557 1234',
  ],
  [
    'French',
    "Cher client, 399,99 € seront prélevés pour votre licence Norton. Si vous n'avez pas effectué cet achat, appelez immédiatement le +1 808 201 7788.",
    'Tous droits réservés. Politique de confidentialité. Norton France SAS, 1 rue de Paris, Paris. Siège social,',
    '+33 9 70 01 22 33',
  ],
  [
    'Dutch',
    'Geachte klant, uw Norton-licentie is verlengd voor € 379,99. Heeft u dit niet besteld, bel ons direct op +1 808 201 7788.',
    'Alle rechten voorbehouden. Privacybeleid. Norton Nederland B.V., Damrak 1, Amsterdam. Hoofdkantoor',
    '+31 20 808 1234',
  ],
] as const

describe.each(COPIED)('a lure in %s', (_, lure, footer, number) => {
  test('does not accuse the number of the footer it copied', () => {
    expect(rolesIn(`${lure}\n\n${footer} ${number}`, '+1 808 201 7788', number)).toEqual(['callback', 'decoy'])
  })
  test('does not accuse the number of an address below it', () => {
    const address = footer.split('. ').slice(2).join('. ')
    expect(rolesIn(`${lure}\n\n${address} ${number}`, '+1 808 201 7788', number)).toEqual(['callback', 'decoy'])
  })
})

const LURE = COPIED[0][1]

test('small print that asks to call about the pretext gives a number to call', () => {
  const words = `${LURE}\n\nAll rights reserved. Terms and conditions. To cancel your order call +1 480-784-2311`
  expect(rolesIn(words, '+1 808 201 7788', '+1 480-784-2311')).toEqual(['callback', 'callback'])
})

test.each([' or ', '\n', ' / ', ', UK: '])('a number that %j joins to the one to call is to be called too', (join) => {
  const words = `${LURE.slice(0, -1)}${join}+1 480-784-2311.`
  expect(rolesIn(words, '+1 808 201 7788', '+1 480-784-2311')).toEqual(['callback', 'callback'])
})

test('a telephone at the head of a lure is the lure’s own', () => {
  const words = `Invoice 5512\nTelephone: +1 480-784-2311\n\n${LURE}`
  expect(rolesIn(words, '+1 480-784-2311', '+1 808 201 7788')).toEqual(['callback', 'callback'])
})

test('a number of the footer stays a decoy when the words of the lure stand below it', () => {
  const words = `All rights reserved. Gen Digital, Tempe. Phone: +1 480-784-2311\n\n${LURE}`
  expect(rolesIn(words, '+1 480-784-2311', '+1 808 201 7788')).toEqual(['decoy', 'callback'])
})

test('the only number of a lure is the one to call, wherever it stands', () => {
  const words = `${LURE.replace(/ call us at.*/, ' cancel with our help line.')}\nAll rights reserved. Norton\n+1 480-784-2311`
  expect(rolesIn(words, '+1 480-784-2311')).toEqual(['callback'])
})

test('the number to call is called wherever it stands again', () => {
  const words = `${LURE}\n\nAll rights reserved. Norton, Tempe. +1 808 201 7788`
  expect(rolesIn(words, '+1 808 201 7788')).toEqual(['callback', 'callback'])
})
