import { describe, expect, test } from 'vitest'
import { message, part } from '../../../test/hand-made-message.ts'
import type { Message } from '../../model/message.ts'
import { findMentions } from './find-mentions.ts'
import { likelyRegions } from './likely-regions.ts'

const from = (address: string): Message['from'] => ({ name: '', address })

describe('the countries of a message', () => {
  test.each([
    ['Prezado cliente, não reconhece a compra de R$ 1.299,00 em sua conta? Ligue para o SAC.', 'BR'],
    ['Sehr geehrter Kunde, wir haben Ihre Zahlung nicht erhalten. Rufen Sie uns an und bestätigen Sie die', 'DE'],
    ['Votre colis est en attente. Appelez le service pour nous dire ce que vous voulez, avec votre code', 'FR'],
    ['Uw pakket is niet bezorgd, bel ons voor het einde van de dag of ga naar een van onze', 'NL'],
    ['Your parcel to London SW1A 1AA was held; a fee of £2.99 is due', 'GB'],
    ['Visit us: 12 Molesworth St, Lismore NSW 2480', 'AU'],
    ['Your Norton plan has been renewed for $399.99. If this was not you, call the number', 'US'],
    ['Our office: Tel. +39 0323 586216, write to us', 'IT'],
    ['Ungewöhnliche Überweisung', 'DE'],
    ['Virus detectado en su equipo', 'ES'],
    ['Seu boleto não foi encontrado', 'BR'],
    ['Votre livraison est suspendue', 'FR'],
    ['Beveiliging van uw rekening', 'NL'],
    ['Unusual activity on your account', 'US'],
  ])('%j', (text, region) => {
    expect(likelyRegions(message([part('body', text)]), null)[0]).toBe(region)
  })

  test.each(['Information', 'Norton', 'PayPal 4711', 'Total', 'Ref. 77'])(
    'a word of all languages tells none: %j',
    (text) => {
      expect(likelyRegions(message([part('body', text)]), null)).toEqual(['US'])
    },
  )

  test('without any sign the fallback comes first, and the United States last', () => {
    expect(likelyRegions(message([part('body', '0800 555 111')]), null)).toEqual(['US'])
    expect(likelyRegions(message([part('body', '0800 555 111')]), 'NZ')).toEqual(['NZ', 'US'])
  })

  test("the sender's domain counts, but not a country domain the world uses", () => {
    expect(likelyRegions(message([part('body', '1')], from('x@loja.com.br')), null)[0]).toBe('BR')
    expect(likelyRegions(message([part('body', '1')], from('x@wallet.io')), null)).toEqual(['US'])
  })

  test('what nobody sees does not count', () => {
    const text = 'Deutschland Berlin München GmbH und der die das Ihre nicht mit für'
    expect(likelyRegions(message([part('body', `⟦${text}⟧`)]), null)).toEqual(['US'])
  })
})

describe('the numbers of a message', () => {
  test('one number in two parts is two mentions, and a hidden one says so', () => {
    const parts = [part('body', 'Call (804) 713-4598. ⟦206-342-8890⟧'), part('link', '+18047134598')]
    const mentions = findMentions(message(parts), null)
    expect(mentions).toMatchObject([
      { number: '+18047134598', part: 0, visible: true },
      { number: '+12063428890', part: 0, visible: false },
      { number: '+18047134598', part: 1, visible: true },
    ])
  })

  test('the country comes from the rest of the message', () => {
    const parts = [
      part('subject', 'Sua compra de R$ 900 foi aprovada'),
      part('body', 'Não reconhece? Ligue 0800 729 0722'),
    ]
    expect(findMentions(message(parts), null)).toMatchObject([{ number: '+558007290722', region: 'BR' }])
  })
})
