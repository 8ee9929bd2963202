import { describe, expect, test } from 'vitest'
import { mentionsOf, message, part } from '../../test/hand-made-message.ts'
import { loadReference } from '../collect/reference.ts'
import { judge } from './judge.ts'

const reference = await loadReference()

type Lure = readonly [name: string, subject: string, words: string, number: string]

/** From a domain that has nothing to do with the brand. */
const LURES: Readonly<Record<string, readonly Lure[]>> = {
  English: [
    [
      'McAfee Billing',
      'Your plan has been extended',
      'Hello, we have extended your McAfee Total Protection for another 24 months. $412.18 will show up on your bank statement shortly. Was this a mistake? Our cancellation desk picks up around the clock: +1 808 201 7788.',
      '+1 808 201 7788',
    ],
    [
      'PayPal',
      'You sent 0.0134 BTC',
      'You sent a payment of $689.99 USD to CRYPTO EXCHANGE LTD. It may take a few hours before it appears in your account. Not you? Talk to our fraud team straight away on +1 (808) 201-7788.',
      '+1 (808) 201-7788',
    ],
    [
      'Geek Squad',
      'Thank you for staying with us',
      'Your Geek Squad membership was renewed this morning and $349.00 has been taken from the card on file. To have the money returned, phone us on +1 808 201 7788 before the end of the day.',
      '+1 808 201 7788',
    ],
  ],
  Portuguese: [
    [
      'Nubank Segurança',
      'Compra em análise',
      'Cliente Nubank, identificamos uma compra de R$ 2.340,00 nas Casas Bahia. Caso desconheça a transação, fale com nossa central: +55 11 3003 4410.',
      '+55 11 3003 4410',
    ],
    [
      'Amazon',
      'Seu pedido foi confirmado',
      'Olá! O pagamento do seu pedido Amazon de R$ 4.199,00 (Smart TV 55) foi aprovado e a entrega já está a caminho. Não fez este pedido? Ligue já para +55 11 4858 1122 e solicite o estorno.',
      '+55 11 4858 1122',
    ],
    [
      'Norton',
      'Renovação concluída',
      'Sua licença Norton 360 foi renovada por mais 3 anos e o valor de R$ 899,90 será cobrado no seu cartão hoje. Para cancelar a cobrança, telefone para o suporte: +55 21 4040 1188.',
      '+55 21 4040 1188',
    ],
  ],
  Spanish: [
    [
      'BBVA Seguridad',
      'Operación retenida',
      'Hemos retenido una transferencia de 1.250,00 € desde su cuenta BBVA. Si usted no la ha ordenado, llámenos cuanto antes al +34 912 345 678 para anularla.',
      '+34 912 345 678',
    ],
    [
      'Amazon',
      'Compra confirmada',
      'Gracias por su compra en Amazon: iPhone 16 Pro, 1.219,00 €. ¿No reconoce este pedido? Comuníquese con nuestro departamento de reembolsos en el +34 932 200 114.',
      '+34 932 200 114',
    ],
    [
      'McAfee',
      'Su suscripción se ha renovado',
      'Su protección McAfee se ha renovado por dos años y hoy se cobrarán 379,99 € de su tarjeta. Para darse de baja y recuperar su dinero marque el +34 955 011 220.',
      '+34 955 011 220',
    ],
  ],
  German: [
    [
      'PayPal Sicherheit',
      'Zahlung an Coinbase',
      'Guten Tag, Sie haben 749,00 EUR über PayPal an Coinbase gesendet. Das waren Sie nicht? Unsere Betrugsabteilung hilft Ihnen rund um die Uhr: +49 30 5557 1234.',
      '+49 30 5557 1234',
    ],
    [
      'Norton Kundenservice',
      'Ihr Schutz wurde verlängert',
      'Ihr Norton 360 wurde um zwei Jahre verlängert. In den nächsten Stunden buchen wir 389,99 Euro von Ihrem Konto ab. Möchten Sie das nicht, wählen Sie bitte +49 800 555 1234 und kündigen Sie.',
      '+49 800 555 1234',
    ],
    [
      'Amazon',
      'Bestellbestätigung',
      'Vielen Dank für Ihren Einkauf bei Amazon: MacBook Air, 1.499,00 €. Falls Sie den Artikel nicht bestellt haben, melden Sie sich bitte sofort telefonisch unter +49 69 1200 4410, damit wir Ihnen das Geld zurückerstatten.',
      '+49 69 1200 4410',
    ],
  ],
  French: [
    [
      'PayPal',
      'Paiement envoyé',
      "Vous avez envoyé 629,00 € à BITSTORE avec PayPal. Vous n'avez pas fait ce paiement ? Joignez notre cellule fraude au +33 9 70 01 22 33, 24h/24.",
      '+33 9 70 01 22 33',
    ],
    [
      'Norton',
      'Confirmation de renouvellement',
      'Votre licence Norton vient d’être prolongée de deux ans. 399,99 € seront prélevés sur votre carte dans la journée. Pour demander le remboursement, composez le +33 9 70 44 18 20.',
      '+33 9 70 44 18 20',
    ],
    [
      'Amazon',
      'Votre achat',
      'Merci pour votre achat sur Amazon : TV OLED 1 249,00 €. Si vous ne reconnaissez pas cette commande, contactez sans tarder notre service des litiges au +33 1 86 26 11 40.',
      '+33 1 86 26 11 40',
    ],
  ],
  Dutch: [
    [
      'ING Fraudedesk',
      'Betaling tegengehouden',
      'Wij hebben een overschrijving van € 1.450,00 van uw ING-rekening tegengehouden. Was u dit niet zelf? Neem dan direct telefonisch contact op met onze fraudedesk: +31 20 808 1234.',
      '+31 20 808 1234',
    ],
    [
      'Norton',
      'Uw licentie is verlengd',
      'Uw Norton-licentie is met twee jaar verlengd. Vandaag schrijven wij € 379,99 van uw rekening af. Wilt u dit niet? Bel dan voor 18.00 uur naar +31 85 208 4410 om te stoppen.',
      '+31 85 208 4410',
    ],
    [
      'Amazon',
      'Bedankt voor uw aankoop',
      'Bedankt voor uw aankoop bij Amazon: iPhone 16, € 1.129,00. Heeft u dit niet besteld, dan kunt u ons bereiken op +31 10 808 2210 voor terugbetaling.',
      '+31 10 808 2210',
    ],
  ],
}

describe.each(Object.entries(LURES))('a lure in %s', (_, lures) => {
  test.each(lures)('from %s, %s', (name, subject, words, number) => {
    const mail = message([part('body', words)], { name, address: 'info@notice-hub-41.example' }, subject)
    expect(judge(mail, mentionsOf(mail, number), reference)).toMatchObject({
      callbackPhishing: true,
      roles: ['callback'],
    })
  })
})
