import { areGenuine } from '../../test/genuine-mail.ts'
import type { Genuine } from '../../test/genuine-mail.ts'

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

areGenuine("a bank's notice of a payment", BANK_NOTICES)
areGenuine('a delivery notice', DELIVERIES)
areGenuine("a friend's mail", FRIENDS)
areGenuine('a newsletter', NEWSLETTERS)
