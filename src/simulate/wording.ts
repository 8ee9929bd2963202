import type { Language } from './cast.ts'

/**
 * The phrases of a template, in one language. A dialect picks one of each; {brand}, {product}, {name}, {amount}, {id},
 * {date} and {number} differ from mail to mail.
 */
export type Wording = {
  readonly subject: readonly string[]
  readonly greeting: readonly string[]
  /** What is said to have happened, where money was taken. */
  readonly charge: readonly string[]
  /** The same, where somebody was in the account. */
  readonly alarm: readonly string[]
  readonly urge: readonly string[]
  /** The sentence with the number. */
  readonly call: readonly string[]
  readonly closing: readonly string[]
  readonly helpLine: string
  readonly officialLine: string
  /** A text part that has nothing to do with what the reader sees. */
  readonly otherText: string
  readonly newsletter: string
  readonly months: readonly string[]
  readonly currency: string
}

const ENGLISH: Wording = {
  subject: [
    'Your {brand} order {id} is confirmed',
    'Invoice {id}: thank you for your payment',
    'Auto-renewal notice for {product}',
    'Payment of {amount} received, reference {id}',
    'Action needed on your {brand} account',
  ],
  greeting: ['Dear {name},', 'Hello {name}', 'Dear customer,', 'Hi {name}, thank you for choosing us.'],
  charge: [
    'Your subscription to {product} has been auto-renewed today. The amount of {amount} will be debited from your account within 24 hours.',
    'We have received your order for {product}. An amount of {amount} was charged to your saved card, invoice {id}.',
    'Thank you for your purchase. {amount} for {product} will appear on your statement as {brand}, order {id}.',
    'Your yearly plan {product} was successfully renewed on {date} for {amount}. No further step is needed.',
  ],
  alarm: [
    'We noticed a sign-in to your {brand} account from a new device on {date}. A transfer of {amount} is pending under case {id}.',
    'A withdrawal of {amount} was requested from your {brand} account and is waiting for approval. Case {id}.',
    'Our security team has blocked suspicious activity in {product}. Case {id} was opened for you on {date}.',
  ],
  urge: [
    'If you did not authorize this transaction, you have 24 hours to cancel and ask for a full refund.',
    'If this was not done by you, kindly get in touch with our billing department immediately.',
    'Did you not place this order? Cancel it before it is shipped to avoid any charges.',
  ],
  call: [
    'Call our toll-free help line now: {number}',
    'To dispute or cancel, please call customer support at {number}',
    'For a refund, dial {number} (24x7).',
    'Reach us at {number} to speak with a specialist.',
  ],
  closing: ['Regards, Billing Department', 'Thank you, the {brand} team', 'Sincerely, Customer Care'],
  helpLine: 'Help line',
  officialLine: 'Corporate office',
  otherText:
    'The choir meets on Thursday at the usual place. Please bring the green folders and something warm to drink.',
  newsletter:
    'Our spring programme is out. Visit us at the shop or ask at the front desk of {company}, phone {number}.',
  months: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  currency: '$',
}

const PORTUGUESE: Wording = {
  subject: [
    'Compra aprovada: {product}',
    'Fatura {id} do seu pedido {brand}',
    'Renovação automática de {product}',
    'Alerta de segurança {brand}',
  ],
  greeting: ['Prezado(a) {name},', 'Olá {name},', 'Caro cliente,'],
  charge: [
    'Sua compra de {product} no valor de {amount} foi aprovada em {date}. Pedido {id}.',
    'A assinatura {product} foi renovada automaticamente. O valor de {amount} será debitado em até 24 horas.',
    'Recebemos o seu pagamento de {amount} referente a {product}, fatura {id}.',
  ],
  alarm: [
    'Identificamos um acesso à sua conta {brand} em um novo aparelho. Uma transferência de {amount} está pendente, protocolo {id}.',
    'Por segurança, bloqueamos uma transação de {amount} em {date}. Protocolo {id}.',
  ],
  urge: [
    'Caso não reconheça esta compra, cancele imediatamente e peça o reembolso.',
    'Se não foi você, entre em contato em até 24 horas.',
  ],
  call: [
    'Ligue agora para a central de atendimento: {number}',
    'Para cancelar, ligue para {number}',
    'Fale com um atendente pelo telefone {number}',
  ],
  closing: ['Atenciosamente, Setor de Cobrança', 'Obrigado, equipe {brand}'],
  helpLine: 'Central de atendimento',
  officialLine: 'Sede',
  otherText: 'O ensaio do coral será na quinta-feira no lugar de sempre. Tragam as pastas verdes.',
  newsletter: 'A programação de outono já saiu. Visite a loja {company} ou ligue para {number}.',
  months: [
    'janeiro',
    'fevereiro',
    'março',
    'abril',
    'maio',
    'junho',
    'julho',
    'agosto',
    'setembro',
    'outubro',
    'novembro',
    'dezembro',
  ],
  currency: 'R$ ',
}

const GERMAN: Wording = {
  subject: [
    'Ihre Bestellung {id} bei {brand}',
    'Rechnung {id} über {amount}',
    'Automatische Verlängerung: {product}',
    'Sicherheitshinweis zu Ihrem {brand}-Konto',
  ],
  greeting: ['Sehr geehrte(r) {name},', 'Guten Tag {name},', 'Sehr geehrter Kunde,'],
  charge: [
    'Ihr Abonnement {product} wurde heute automatisch verlängert. Der Betrag von {amount} wird innerhalb von 24 Stunden abgebucht.',
    'Vielen Dank für Ihre Bestellung von {product}. Ihr Konto wurde am {date} mit {amount} belastet.',
    'Wir haben Ihre Zahlung von {amount} für {product} erhalten, Rechnung {id}.',
  ],
  alarm: [
    'Wir haben am {date} eine Anmeldung von einem neuen Gerät festgestellt. Eine Überweisung von {amount} steht aus, Vorgang {id}.',
    'Aus Sicherheitsgründen wurde eine Auszahlung von {amount} angehalten. Vorgang {id}.',
  ],
  urge: [
    'Wenn Sie diese Zahlung nicht veranlasst haben, stornieren Sie bitte umgehend.',
    'Waren Sie das nicht? Dann melden Sie sich innerhalb von 24 Stunden bei uns.',
  ],
  call: [
    'Rufen Sie jetzt unsere Hotline an: {number}',
    'Zum Stornieren rufen Sie bitte {number} an.',
    'Unser Kundendienst ist unter {number} erreichbar.',
  ],
  closing: ['Mit freundlichen Grüßen, Ihre Buchhaltung', 'Ihr {brand}-Team'],
  helpLine: 'Hotline',
  officialLine: 'Hauptsitz',
  otherText: 'Die Chorprobe findet am Donnerstag wie gewohnt statt. Bitte bringt die grünen Mappen mit.',
  newsletter: 'Unser Frühlingsprogramm ist da. Besuchen Sie {company} oder rufen Sie uns an: {number}.',
  months: [
    'Januar',
    'Februar',
    'März',
    'April',
    'Mai',
    'Juni',
    'Juli',
    'August',
    'September',
    'Oktober',
    'November',
    'Dezember',
  ],
  currency: '€ ',
}

const FRENCH: Wording = {
  subject: [
    'Votre commande {id} chez {brand}',
    'Facture {id} de {amount}',
    'Renouvellement automatique de {product}',
    'Alerte de sécurité {brand}',
  ],
  greeting: ['Bonjour {name},', 'Cher client,', 'Madame, Monsieur {name},'],
  charge: [
    'Votre abonnement {product} a été renouvelé automatiquement. Le montant de {amount} sera débité sous 24 heures.',
    'Merci pour votre achat de {product}. Votre carte a été débitée de {amount} le {date}.',
    'Nous avons bien reçu votre paiement de {amount} pour {product}, facture {id}.',
  ],
  alarm: [
    'Une connexion depuis un nouvel appareil a été détectée le {date}. Un virement de {amount} est en attente, dossier {id}.',
    'Par sécurité, une opération de {amount} a été suspendue. Dossier {id}.',
  ],
  urge: [
    "Si vous n'êtes pas à l'origine de cette opération, annulez-la sans attendre.",
    "Ce n'était pas vous ? Vous avez 24 heures pour demander un remboursement.",
  ],
  call: [
    'Appelez maintenant notre assistance : {number}',
    'Pour annuler, appelez le {number}',
    'Notre service client vous répond au {number}',
  ],
  closing: ['Cordialement, le service facturation', "L'équipe {brand}"],
  helpLine: 'Assistance',
  officialLine: 'Siège social',
  otherText: 'La chorale se réunit jeudi au lieu habituel. Merci de prendre les classeurs verts.',
  newsletter: 'Notre programme de printemps est arrivé. Passez chez {company} ou appelez le {number}.',
  months: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
  currency: '€ ',
}

const SPANISH: Wording = {
  subject: [
    'Su pedido {id} de {brand}',
    'Factura {id} por {amount}',
    'Renovación automática de {product}',
    'Alerta de seguridad de {brand}',
  ],
  greeting: ['Estimado/a {name}:', 'Hola, {name}:', 'Estimado cliente:'],
  charge: [
    'Su suscripción a {product} se ha renovado automáticamente. El importe de {amount} se cargará en las próximas 24 horas.',
    'Gracias por su compra de {product}. Se ha cargado {amount} en su tarjeta el {date}.',
    'Hemos recibido su pago de {amount} por {product}, factura {id}.',
  ],
  alarm: [
    'Hemos detectado un acceso a su cuenta desde un dispositivo nuevo el {date}. Hay una transferencia pendiente de {amount}, caso {id}.',
    'Por seguridad hemos retenido una operación de {amount}. Caso {id}.',
  ],
  urge: [
    'Si usted no ha autorizado este cargo, cancélelo de inmediato y pida el reembolso.',
    '¿No ha sido usted? Póngase en contacto antes de 24 horas.',
  ],
  call: [
    'Llame ahora a nuestra línea de ayuda: {number}',
    'Para cancelar, llame al {number}',
    'Hable con un agente en el {number}',
  ],
  closing: ['Atentamente, Departamento de facturación', 'El equipo de {brand}'],
  helpLine: 'Línea de ayuda',
  officialLine: 'Sede central',
  otherText: 'El coro se reúne el jueves en el sitio de siempre. Traed las carpetas verdes.',
  newsletter: 'Ya está aquí el programa de primavera. Visite {company} o llame al {number}.',
  months: [
    'enero',
    'febrero',
    'marzo',
    'abril',
    'mayo',
    'junio',
    'julio',
    'agosto',
    'septiembre',
    'octubre',
    'noviembre',
    'diciembre',
  ],
  currency: '€ ',
}

const DUTCH: Wording = {
  subject: [
    'Uw bestelling {id} bij {brand}',
    'Factuur {id} van {amount}',
    'Automatische verlenging van {product}',
    'Beveiligingsmelding {brand}',
  ],
  greeting: ['Beste {name},', 'Geachte klant,', 'Geachte {name},'],
  charge: [
    'Uw abonnement {product} is vandaag automatisch verlengd. Het bedrag van {amount} wordt binnen 24 uur afgeschreven.',
    'Bedankt voor uw bestelling van {product}. Uw rekening is op {date} belast met {amount}.',
    'Wij hebben uw betaling van {amount} voor {product} ontvangen, factuur {id}.',
  ],
  alarm: [
    'Op {date} is vanaf een nieuw apparaat op uw account ingelogd. Een overboeking van {amount} staat klaar, dossier {id}.',
    'Uit veiligheid is een opname van {amount} tegengehouden. Dossier {id}.',
  ],
  urge: [
    'Heeft u deze betaling niet gedaan? Annuleer dan direct.',
    'Was u dit niet? U heeft 24 uur om het bedrag terug te vragen.',
  ],
  call: [
    'Bel nu onze hulplijn: {number}',
    'Om te annuleren belt u {number}',
    'Onze klantenservice is bereikbaar op {number}',
  ],
  closing: ['Met vriendelijke groet, de administratie', 'Het {brand}-team'],
  helpLine: 'Hulplijn',
  officialLine: 'Hoofdkantoor',
  otherText: 'Het koor komt donderdag bijeen op de gewone plek. Neem de groene mappen mee.',
  newsletter: 'Ons voorjaarsprogramma is er. Kom langs bij {company} of bel {number}.',
  months: [
    'januari',
    'februari',
    'maart',
    'april',
    'mei',
    'juni',
    'juli',
    'augustus',
    'september',
    'oktober',
    'november',
    'december',
  ],
  currency: '€ ',
}

export const WORDINGS: Readonly<Record<Language, Wording>> = {
  en: ENGLISH,
  pt: PORTUGUESE,
  de: GERMAN,
  fr: FRENCH,
  es: SPANISH,
  nl: DUTCH,
}
