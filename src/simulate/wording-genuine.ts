import type { Language } from './cast.ts'

/** What honest houses write, with their number in it: {company}, {number}, {name}, {amount}, {id} and {date} differ. */
export type GenuineMail = { readonly subject: string; readonly paragraphs: readonly string[] }

const mail = (subject: string, ...paragraphs: readonly string[]): GenuineMail => ({ subject, paragraphs })

/** A bill with a hotline, a renewal that can be cancelled, a delivery, a newsletter: closest to what lures imitate. */
export const GENUINE: Readonly<Record<Language, readonly GenuineMail[]>> = {
  en: [
    mail(
      'Invoice {id} from {company}',
      'Dear {name}, your invoice {id} for {amount} is attached and will be debited on {date}.',
      'Questions about your bill? The customer service of {company} is on {number}, Monday to Friday.',
    ),
    mail(
      'Your membership at {company}',
      'Hi {name}, your membership at {company} renews on {date} for {amount}.',
      'To cancel, write to us or call {number} before then.',
    ),
    mail(
      'Your order {id} arrives soon',
      'Good news, {name}: order {id} leaves {company} on {date}.',
      'If the day does not suit you, call us on {number}.',
    ),
    mail(
      'News from {company}',
      'Our spring programme is out, with 20 % off for members until {date}.',
      'Visit us at the shop or ask at the front desk of {company}, phone {number}.',
    ),
  ],
  pt: [
    mail(
      'Fatura {id} da {company}',
      'Olá, {name}. A fatura {id} no valor de {amount} segue em anexo e vence em {date}.',
      'Dúvidas sobre a cobrança? Ligue para o atendimento da {company}: {number}.',
    ),
    mail(
      'Sua assinatura na {company}',
      'Olá, {name}. Sua assinatura na {company} será renovada em {date} por {amount}.',
      'Para cancelar, responda a este e-mail ou ligue para {number}.',
    ),
    mail(
      'Seu pedido {id} está a caminho',
      'Boa notícia, {name}: o pedido {id} sai da {company} em {date}.',
      'Se a data não for boa, fale com a gente: {number}.',
    ),
    mail(
      'Novidades da {company}',
      'A programação de outono já saiu, com desconto de 20 % até {date}.',
      'Visite a {company} ou ligue para {number}.',
    ),
  ],
  de: [
    mail(
      'Rechnung {id} von {company}',
      'Guten Tag {name}, anbei Ihre Rechnung {id} über {amount}, die wir am {date} abbuchen.',
      'Fragen zur Rechnung? Der Kundenservice von {company} ist montags bis freitags unter {number} erreichbar.',
    ),
    mail(
      'Ihre Mitgliedschaft bei {company}',
      'Guten Tag {name}, Ihre Mitgliedschaft bei {company} verlängert sich am {date} für {amount}.',
      'Kündigen können Sie schriftlich oder telefonisch unter {number}.',
    ),
    mail(
      'Ihre Bestellung {id} ist unterwegs',
      'Guten Tag {name}, Ihre Bestellung {id} verlässt {company} am {date}.',
      'Passt der Tag nicht, rufen Sie uns bitte an: {number}.',
    ),
    mail(
      'Neues von {company}',
      'Unser Frühlingsprogramm ist da, mit 20 % Rabatt bis {date}.',
      'Besuchen Sie {company} oder rufen Sie uns an: {number}.',
    ),
  ],
  fr: [
    mail(
      'Facture {id} de {company}',
      'Bonjour {name}, votre facture {id} de {amount} est jointe ; elle sera prélevée le {date}.',
      'Une question sur votre facture ? Le service client de {company} vous répond au {number}.',
    ),
    mail(
      'Votre adhésion à {company}',
      'Bonjour {name}, votre adhésion à {company} sera renouvelée le {date} pour {amount}.',
      'Pour résilier, écrivez-nous ou appelez le {number}.',
    ),
    mail(
      'Votre commande {id} arrive',
      'Bonjour {name}, la commande {id} quitte {company} le {date}.',
      'Si ce jour ne vous convient pas, appelez-nous au {number}.',
    ),
    mail(
      'Des nouvelles de {company}',
      'Notre programme de printemps est arrivé : remise de 20 % jusqu’au {date}.',
      'Passez chez {company} ou appelez le {number}.',
    ),
  ],
  es: [
    mail(
      'Factura {id} de {company}',
      'Hola, {name}: adjuntamos la factura {id} por {amount}, que se cargará el {date}.',
      '¿Dudas sobre su factura? Llame a la atención al cliente de {company}: {number}.',
    ),
    mail(
      'Su suscripción en {company}',
      'Hola, {name}: su suscripción en {company} se renovará el {date} por {amount}.',
      'Para cancelarla, escríbanos o llame al {number}.',
    ),
    mail(
      'Su pedido {id} está en camino',
      'Hola, {name}: el pedido {id} sale de {company} el {date}.',
      'Si no le viene bien ese día, llámenos al {number}.',
    ),
    mail(
      'Novedades de {company}',
      'Ya está aquí el programa de primavera, con un descuento del 20 % hasta el {date}.',
      'Visite {company} o llame al {number}.',
    ),
  ],
  nl: [
    mail(
      'Factuur {id} van {company}',
      'Beste {name}, bijgaand uw factuur {id} van {amount}, die wij op {date} afschrijven.',
      'Vragen over uw factuur? De klantenservice van {company} is op werkdagen bereikbaar op {number}.',
    ),
    mail(
      'Uw lidmaatschap van {company}',
      'Beste {name}, uw lidmaatschap van {company} wordt op {date} verlengd voor {amount}.',
      'Opzeggen kan per brief of telefonisch op {number}.',
    ),
    mail(
      'Uw bestelling {id} komt eraan',
      'Beste {name}, bestelling {id} vertrekt op {date} bij {company}.',
      'Komt die dag niet uit, bel ons dan op {number}.',
    ),
    mail(
      'Nieuws van {company}',
      'Ons voorjaarsprogramma is er, met 20 % korting tot {date}.',
      'Kom langs bij {company} of bel {number}.',
    ),
  ],
}
