import { describe, expect, test } from 'vitest'
import { mentionsOf, message, part } from '../../test/hand-made-message.ts'
import { loadReference } from '../collect/reference.ts'
import { judge } from './judge.ts'

const reference = await loadReference()

/** Genuine mail with a number in it: who sends it, what it is about, what it says. */
type Genuine = readonly [name: string, address: string, subject: string, words: string, number: string]

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

const BANK_NOTICES: readonly Genuine[] = [
  [
    'Chase',
    'no.reply.alerts@chase.com',
    'Your debit card transaction',
    'You made a $219.30 transaction with HOME GOODS on Mar 3. If you do not recognize this transaction, sign in to chase.com or call us at the number on the back of your card, or +1 212 270 6000.',
    '+1 212 270 6000',
  ],
  [
    'Bradesco',
    'avisos@bradesco.com.br',
    'Compra no seu cartão',
    'Compra aprovada no seu cartão Bradesco final 4410: R$ 189,90 em LIVRARIA. Se você não reconhece esta compra, ligue para +55 11 3684 5022.',
    '+55 11 3684 5022',
  ],
  [
    'BBVA',
    'notificaciones@bbva.es',
    'Cargo en su tarjeta',
    'Se ha realizado un cargo de 54,20 € con su tarjeta BBVA. Si no reconoce esta operación, llame al +34 913 224 118.',
    '+34 913 224 118',
  ],
  [
    'ING',
    'info@ing.de',
    'Neue Umsätze auf Ihrem Konto',
    'Guten Tag, am 3. März wurde Ihr Girokonto bei der ING mit 129,00 EUR belastet. Wenn Sie diese Zahlung nicht veranlasst haben, rufen Sie uns bitte an: +49 69 2722 6511.',
    '+49 69 2722 6511',
  ],
  [
    'BNP Paribas',
    'alertes@bnpparibas.com',
    'Opération sur votre carte',
    "Bonjour, un paiement de 210,00 € a été effectué avec votre carte BNP Paribas. Si vous n'êtes pas à l'origine de cette opération, appelez-nous au +33 1 60 94 22 10.",
    '+33 1 60 94 22 10',
  ],
  [
    'Rabobank',
    'berichten@rabobank.nl',
    'Betaling met uw pas',
    'Er is € 75,00 betaald met uw Rabobank-pas. Heeft u deze betaling niet gedaan? Bel ons op +31 30 216 4410.',
    '+31 30 216 4410',
  ],
]

const DELIVERIES: readonly Genuine[] = [
  [
    'Hollow Oak Furniture',
    'deliveries@hollowoakfurniture.example',
    'Your delivery on Thursday',
    'Hi Ben, your order no. 55102 will be delivered on Thursday between 9 and 12. If nobody is at home, please give us a call on +44 113 320 7718 so that we can rearrange.',
    '+44 113 320 7718',
  ],
  [
    'Móveis Tamandaré',
    'entregas@moveistamandare.example',
    'Sua entrega está a caminho',
    'Olá, Paulo! O pedido nº 55102 será entregue na quinta-feira, entre 9h e 12h. Se não houver ninguém em casa, ligue para +55 41 3322 7718 e remarque.',
    '+55 41 3322 7718',
  ],
  [
    'Muebles Encina',
    'envios@mueblesencina.example',
    'Su entrega del jueves',
    'Hola, Pilar: entregaremos su pedido nº 55102 el jueves entre las 9 y las 12. Si no va a estar en casa, llámenos al +34 976 320 771 y buscamos otra fecha.',
    '+34 976 320 771',
  ],
  [
    'Möbelhaus Eiche',
    'lieferung@moebelhaus-eiche.example',
    'Ihre Lieferung am Donnerstag',
    'Guten Tag Herr Vogt, Ihre Bestellung 55102 liefern wir am Donnerstag zwischen 9 und 12 Uhr. Falls niemand da ist, rufen Sie uns bitte kurz an: +49 511 3207 718.',
    '+49 511 3207 718',
  ],
  [
    'Meubles Duchêne',
    'livraisons@meublesduchene.example',
    'Votre livraison de jeudi',
    'Bonjour Luc, votre commande n° 55102 sera livrée jeudi entre 9 h et 12 h. En cas d’absence, appelez-nous au +33 4 72 32 07 71 pour fixer une autre date.',
    '+33 4 72 32 07 71',
  ],
  [
    'Meubelhuis Eik',
    'bezorging@meubelhuiseik.example',
    'Uw bezorging van donderdag',
    'Beste Joost, uw bestelling 55102 bezorgen wij donderdag tussen 9 en 12 uur. Bent u er niet? Bel ons even op +31 40 320 7718, dan plannen we een andere dag.',
    '+31 40 320 7718',
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

const FRIENDS: readonly Genuine[] = [
  [
    'Tom',
    'tom.hale77@gmail.com',
    'Amazon parcel',
    'Hey, I paid $42.50 for the Amazon order, the parcel should be with you on Friday. If it does not come, call me on +1 415 601 2233 and I will cancel it. Cheers, Tom',
    '+1 415 601 2233',
  ],
  [
    'Bia',
    'bia.moura@gmail.com',
    'Ingressos',
    'Oi! Paguei os ingressos, deu R$ 120,00 para cada uma. Se não der para você ir, me liga no +55 11 98871 2230 que eu peço o reembolso. Beijo, Bia',
    '+55 11 98871 2230',
  ],
  [
    'Nuria',
    'nuria.vidal@gmail.com',
    'Entradas',
    'Hola, ya he pagado las entradas, son 36,00 € cada una. Si no puedes venir, llámame al +34 655 120 334 y las cancelo. Un beso, Nuria',
    '+34 655 120 334',
  ],
  [
    'Jens',
    'jens.holm@gmx.de',
    'Ferienwohnung',
    'Hallo, ich habe die Rechnung für die Ferienwohnung bezahlt, 480,00 EUR. Wenn das nicht passt, ruf mich sofort an: +49 171 558 2231, dann storniere ich. Gruß, Jens',
    '+49 171 558 2231',
  ],
  [
    'Chloé',
    'chloe.marin@orange.fr',
    'Billets de train',
    "Coucou, j'ai payé les billets, 54,00 € chacun. Si tu ne peux pas venir, appelle-moi au +33 6 12 55 40 18 et j'annule. Bises, Chloé",
    '+33 6 12 55 40 18',
  ],
  [
    'Sanne',
    'sanne.devos@ziggo.nl',
    'Kaartjes',
    'Hoi, ik heb de kaartjes betaald, € 32,50 per stuk. Kun je toch niet? Bel me op +31 6 1255 4018, dan annuleer ik ze. Groetjes, Sanne',
    '+31 6 1255 4018',
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

const NEWSLETTERS: readonly Genuine[] = [
  [
    'Juniper Travel',
    'news@juniper-travel.example',
    'Spring breaks from $199',
    'Spring breaks from $199.00 a person! Book before Sunday and get 20 % off. Our team is happy to help: +1 617 330 2218. You receive this newsletter because you subscribed. Unsubscribe. Juniper Travel, 12 Quay St, Boston.',
    '+1 617 330 2218',
  ],
  [
    'Loja Araucária',
    'novidades@lojaaraucaria.example',
    'Ofertas da semana',
    'Ofertas da semana com desconto de até 40 %, a partir de R$ 29,90. Televendas: +55 41 3015 2218. Você recebe este e-mail porque é nosso cliente. Cancelar inscrição. Loja Araucária, Curitiba.',
    '+55 41 3015 2218',
  ],
  [
    'Viajes Olmo',
    'boletin@viajesolmo.example',
    'Escapadas de primavera',
    'Escapadas desde 99,00 € con un descuento de hasta el 20 %. Llámenos al +34 963 302 218 o pase por la agencia. Para darse de baja, pulse aquí. Viajes Olmo, Valencia.',
    '+34 963 302 218',
  ],
  [
    'Reisebüro Linde',
    'newsletter@reisebuero-linde.example',
    'Frühlingsreisen ab 199 Euro',
    'Frühlingsreisen ab 199 Euro, jetzt mit 10 % Rabatt! Buchen Sie telefonisch unter +49 89 3302 2180 oder in unserer Filiale. Newsletter abbestellen. Reisebüro Linde, München. Impressum.',
    '+49 89 3302 2180',
  ],
  [
    'Voyages Tilleul',
    'infos@voyagestilleul.example',
    'Nos escapades de printemps',
    'Escapades à partir de 149 €, remise de 15 % jusqu’à dimanche. Réservez au +33 3 88 33 02 21 ou en agence. Se désabonner. Voyages Tilleul, Strasbourg.',
    '+33 3 88 33 02 21',
  ],
  [
    'Reisbureau Linde',
    'nieuws@reisbureaulinde.example',
    'Voorjaarsreizen vanaf € 199',
    'Voorjaarsreizen vanaf € 199,00, nu met 10 % korting. Boek telefonisch via +31 43 330 2218 of kom langs. Afmelden voor deze nieuwsbrief. Reisbureau Linde, Maastricht.',
    '+31 43 330 2218',
  ],
]

const LANGUAGES = ['English', 'Portuguese', 'Spanish', 'German', 'French', 'Dutch'] as const

describe.each([
  ['a bill with the hotline of the house', INVOICES],
  ["a bank's notice of a payment", BANK_NOTICES],
  ['a delivery notice', DELIVERIES],
  ['the renewal of a subscription', SUBSCRIPTIONS],
  ["a friend's mail", FRIENDS],
  ["a tradesman's bill from a free mail address", TRADESMEN],
  ['a newsletter', NEWSLETTERS],
])('%s is no callback phishing', (_, mails) => {
  test.each(mails.map((mail, index) => [LANGUAGES[index], ...mail] as const))(
    'in %s, from %s',
    (_, name, address, subject, words, number) => {
      const mail = message([part('body', words)], { name, address }, subject)
      const verdict = judge(mail, mentionsOf(mail, number), reference)
      expect(verdict).toMatchObject({ callbackPhishing: false })
      expect(verdict.roles).not.toContain('callback')
    },
  )
})
