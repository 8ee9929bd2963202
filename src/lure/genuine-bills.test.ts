import { areGenuine } from '../../test/genuine-mail.ts'
import type { Genuine } from '../../test/genuine-mail.ts'

const INVOICES: readonly Genuine[] = [
  [
    'Brightwater Energy',
    'billing@brightwater-energy.example',
    'Your March invoice',
    'Dear Ms Carter, your invoice no. 20260311 for £84.20 is attached. The amount will be debited by direct debit on 28 March. If you have questions about your bill or want to cancel your contract, call our customer service on +44 161 850 2210, Monday to Friday 8 am to 6 pm.',
    '+44 161 850 2210',
  ],
  [
    'Águas do Vale',
    'fatura@aguasdovale.example',
    'Sua fatura de março',
    'Olá, Marina. Sua fatura nº 88120 no valor de R$ 96,40 vence em 10/04 e será debitada em conta. Dúvidas sobre a cobrança? Fale com o nosso atendimento: +55 11 3842 1907, de segunda a sexta, das 8h às 18h.',
    '+55 11 3842 1907',
  ],
  [
    'Gas Ribera',
    'facturas@gasribera.example',
    'Su factura de marzo',
    'Estimado Sr. Ortega: le enviamos la factura 2026-3391 por un importe de 61,80 €, que se cargará en su cuenta el día 5. Si tiene dudas sobre su factura, llame a atención al cliente al +34 954 220 318, de lunes a viernes.',
    '+34 954 220 318',
  ],
  [
    'Stadtwerke Lindenau',
    'rechnung@stadtwerke-lindenau.example',
    'Ihre Jahresrechnung',
    'Sehr geehrte Frau Kern, Ihre Rechnung Nr. 4471920 über 312,55 EUR liegt bei. Der Betrag wird am 15. April von Ihrem Konto abgebucht. Bei Fragen zu Ihrer Rechnung erreichen Sie unseren Kundenservice unter +49 341 2248 1760, montags bis freitags von 8 bis 18 Uhr.',
    '+49 341 2248 1760',
  ],
  [
    'Eaux de Garonne',
    'factures@eauxdegaronne.example',
    'Votre facture de mars',
    'Bonjour Madame Petit, votre facture n° 77120 d’un montant de 48,15 € est disponible. Elle sera prélevée le 12 avril. Pour toute question, notre service client vous répond au +33 5 61 22 40 18, du lundi au vendredi.',
    '+33 5 61 22 40 18',
  ],
  [
    'Waterbedrijf Veluwe',
    'facturen@waterbedrijfveluwe.example',
    'Uw factuur van maart',
    'Beste mevrouw Smit, uw factuur 551920 van € 38,75 staat klaar. Het bedrag wordt rond 20 april automatisch afgeschreven. Heeft u vragen over uw factuur? Bel onze klantenservice op +31 55 301 4420, op werkdagen van 9 tot 17 uur.',
    '+31 55 301 4420',
  ],
]

const SUBSCRIPTIONS: readonly Genuine[] = [
  [
    'Tidewater Gym',
    'hello@tidewatergym.example',
    'Your membership renews soon',
    'Hi Priya, your annual membership renews on 1 May for $240.00. You can cancel at the front desk, by e-mail, or by phone at +1 503 228 4417. See you at the gym!',
    '+1 503 228 4417',
  ],
  [
    'Revista Horizonte',
    'assinaturas@revistahorizonte.example',
    'Renovação da sua assinatura',
    'Olá, Clara. Sua assinatura da Revista Horizonte será renovada em 1º de maio por R$ 149,00. Para cancelar, responda a este e-mail ou ligue para +55 21 2540 3311.',
    '+55 21 2540 3311',
  ],
  [
    'Revista Horizonte',
    'suscripciones@revistahorizonte.example',
    'Renovación de su suscripción',
    'Hola, Clara: su suscripción a la Revista Horizonte se renovará el 1 de mayo por 49,00 €. Para cancelarla, responda a este correo o llame al +34 915 403 311.',
    '+34 915 403 311',
  ],
  [
    'Wochenblatt Verlag',
    'abo@wochenblatt-verlag.example',
    'Ihr Abo verlängert sich',
    'Sehr geehrter Herr Brandt, Ihr Abonnement des Wochenblatts verlängert sich am 1. Mai um ein Jahr zum Preis von 98,00 EUR. Kündigen können Sie schriftlich oder telefonisch unter +49 40 3344 7120.',
    '+49 40 3344 7120',
  ],
  [
    'Gazette du Midi',
    'abonnements@gazettedumidi.example',
    'Votre abonnement arrive à échéance',
    'Bonjour Anne, votre abonnement à la Gazette du Midi sera renouvelé le 1er mai pour 69,00 €. Pour résilier, écrivez-nous ou appelez le +33 4 91 33 44 71.',
    '+33 4 91 33 44 71',
  ],
  [
    'Streekblad Noord',
    'abonnementen@streekbladnoord.example',
    'Uw abonnement wordt verlengd',
    'Beste Els, uw abonnement op Streekblad Noord wordt op 1 mei verlengd voor € 89,00. Opzeggen kan per brief of telefonisch op +31 50 334 4712.',
    '+31 50 334 4712',
  ],
]

const TRADESMEN: readonly Genuine[] = [
  [
    'Dave Roper Plumbing',
    'daveroperplumbing@gmail.com',
    'Invoice 118',
    'Hi, thanks for having me round on Tuesday. Invoice 118 for $180.00 is attached, payment within 14 days. Any questions, call me on +1 503 771 2094. Dave Roper Plumbing',
    '+1 503 771 2094',
  ],
  [
    'Zé Elétrica',
    'zeeletrica@gmail.com',
    'Fatura do serviço',
    'Bom dia, segue a fatura do serviço de terça, R$ 350,00. Qualquer dúvida, ligue para +55 31 98812 4410. José, Zé Elétrica',
    '+55 31 98812 4410',
  ],
  [
    'Fontanería Ruiz',
    'fontaneriaruiz@gmail.com',
    'Factura 118',
    'Buenos días: le adjunto la factura 118 por la reparación del martes, 145,00 €. Para cualquier duda, llámeme al +34 622 118 440. Fontanería Ruiz',
    '+34 622 118 440',
  ],
  [
    'Malermeister Kunz',
    'malermeister-kunz@web.de',
    'Rechnung 118',
    'Guten Tag, anbei die Rechnung 118 über 640,00 EUR für die Arbeiten im Flur, zahlbar binnen 14 Tagen. Bei Rückfragen rufen Sie mich gern an: +49 172 880 4410. Malermeister Kunz',
    '+49 172 880 4410',
  ],
  [
    'Plomberie Lucas',
    'plomberie.lucas@orange.fr',
    'Facture 118',
    'Bonjour, veuillez trouver ci-joint la facture 118 de 220,00 € pour le dépannage de mardi. Pour toute question, appelez-moi au +33 6 88 04 41 01. Plomberie Lucas',
    '+33 6 88 04 41 01',
  ],
  [
    'Loodgieter De Wit',
    'loodgieterdewit@ziggo.nl',
    'Factuur 118',
    'Goedemorgen, bijgaand de factuur 118 van € 165,00 voor de reparatie van dinsdag, te betalen binnen 14 dagen. Vragen? Bel mij op +31 6 8804 4101. Loodgieter De Wit',
    '+31 6 8804 4101',
  ],
]

const OTHER_BRANDS: readonly Genuine[] = [
  [
    'Northlink IT',
    'billing@northlink-it.example',
    'Your Microsoft 365 renewal',
    'Hi Jo, your 12 Microsoft 365 licences renew on 1 May for $1,584.00, invoice 2231 attached. If you want to change or cancel seats, call Northlink IT on +1 503 228 4417.',
    '+1 503 228 4417',
  ],
  [
    'Elektro Maurer',
    'info@elektro-maurer.example',
    'Ihr Apple MacBook ist fertig',
    'Guten Tag Herr Lang, Ihr Apple MacBook ist repariert, Rechnung 8812 über 219,00 EUR. Bitte rufen Sie uns für einen Abholtermin an: +49 711 228 4417.',
    '+49 711 228 4417',
  ],
  [
    'Informatique Duval',
    'contact@informatique-duval.example',
    'Votre licence Norton',
    'Bonjour, votre licence Norton expire le 3 mai. Le renouvellement coûte 49,00 €, facture n° 88. Pour annuler, appelez Informatique Duval au +33 1 45 22 84 41.',
    '+33 1 45 22 84 41',
  ],
]

const FORWARDED: readonly Genuine[] = [
  [
    'Priya Nair',
    'priya.nair@gmail.com',
    'Fwd: Your Flipkart order',
    'Order no. OD3321. Total amount $120.00. For refund or cancellation call customer support +91 80 4512 3388.',
    '+91 80 4512 3388',
  ],
  [
    'Jens Holm',
    'jens.holm@gmx.de',
    'WG: Ihre Rechnung',
    'Ihre Rechnung Nr. 88120 über 61,80 EUR. Bei Fragen oder zum Stornieren erreichen Sie unseren Kundenservice unter +49 341 2248 1760.',
    '+49 341 2248 1760',
  ],
]

areGenuine('a bill with the hotline of the house', INVOICES)
areGenuine('the renewal of a subscription', SUBSCRIPTIONS)
areGenuine("a tradesman's bill from a free mail address", TRADESMEN)
areGenuine("a house that deals in another's brand", OTHER_BRANDS)
areGenuine('a forwarded bill', FORWARDED)
