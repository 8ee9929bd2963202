import type { Wording } from './wording.ts'

export const ENGLISH: Wording = {
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

export const GERMAN: Wording = {
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

export const DUTCH: Wording = {
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
