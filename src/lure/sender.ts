import { domainOf } from '../model/message.ts'
import type { Sender } from '../model/message.ts'
import { isFreeMail } from '../model/open-senders.ts'
import { fold } from './fold.ts'

/** Second-level names under which countries register: the name of the house stands one further left. */
const REGISTRY = new Set(['co', 'com', 'net', 'org', 'gov', 'edu', 'ac', 'or', 'ne'])
const MIN_NAME_LENGTH = 4

/**
 * Whether a mail speaks of the house it comes from, as genuine bills do: `orders@greenleafbooks.com` of Green Leaf Books.
 *
 * In:  text, folded. Addresses and links in it do not count: they name the domain without meaning to.
 */
export function speaksOfItself(sender: Sender, text: string): boolean {
  const domain = domainOf(sender)
  if (isFreeMail(domain)) return false
  const labels = domain.split('.')
  const name = (REGISTRY.has(labels.at(-2) ?? '') ? labels.at(-3) : labels.at(-2))?.replace(/[^a-z0-9]/g, '') ?? ''
  if (name.length < MIN_NAME_LENGTH) return name.length > 1 && saysWord(sender.name, name)
  const words = text.split(/\s+/).filter((word) => !/[@/]|\w\.\w/.test(word))
  return words
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .includes(name)
}

/** A short name is found in many words; it has to be one. */
function saysWord(text: string, name: string): boolean {
  return text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .includes(name)
}

/** Whom people obey, as senders call themselves, in the six languages, folded. */
const AUTHORITY = new RegExp(
  `\\b(?:${[
    'court|sheriff|police|bailiffs?|(?:tax|revenue|customs) (?:office|service|department|authority|administration|agency)|(?:federal|government|immigration|treasury|attorney general|legal affairs)|ministry|department of (?:\\w+ )?(?:justice|labou?r|revenue|education|treasury)|student loans? (?:center|centre|office|department)',
    'policia|tribunal|ministerio|receita|alfandega|cartorio|procuradoria|oficial de justica|fazenda',
    'policia|juzgado|tribunal|ministerio|hacienda|multas|aduanas?|agencia estatal|fiscalia',
    'polizei|gericht|amtsgericht|staatsanwaltschaft|ministerium|\\w*zollamt|zoll|steueramt|gerichtsvollzieher|bundesamt|vollstreckung',
    'police|gendarmerie|tribunal|ministere|impots|douanes?|huissiers?|commissaires? de justice|tresor public|prefecture|amendes|recouvrement public',
    'politie|rechtbank|ministerie|douane|deurwaarder|belastingen|justitie|gemeente',
  ].join('|')})\\b`,
  'i',
)

/** Domains that only authorities get. Source: the registries of those countries. */
const OF_AUTHORITIES =
  /(?:^|\.)(?:gov|mil|gouv|gob|gov\.\w\w|gob\.\w\w|gouv\.\w\w|jus\.br|mp\.br|leg\.br|bund\.de|admin\.ch|gv\.at|police\.uk|nhs\.uk|gc\.ca|europa\.eu|overheid\.nl|rijksoverheid\.nl|rechtspraak\.nl|politie\.nl|polizei\.de|justiz\.de)$/

/** Whether a sender calls itself an authority and writes from a domain that none has. */
export function playsAuthority(sender: Sender): boolean {
  return AUTHORITY.test(fold(sender.name)) && !OF_AUTHORITIES.test(domainOf(sender))
}

/** What lures put beside a name in a domain, in the six languages: no house calls itself a claims desk. */
const DESK = new RegExp(
  `^(?:${[
    'refunds?|claims?|secure|security|verify|verification|alerts?|notices?|notify|notifications?|support|help|helpdesk|desk|resolutions?|billing|payments?|accounts?|review|check|update|penalt(?:y|ies)|pcn|fines?|delivery|tracking|parcels?|cancel|cancellations?|renewals?|orders?|invoices?|customers?|customer|care|case|cases|fraud|compliance|protect|protection|wallet|login|renew|renewals?|assist|assistance|recover|recovery|restore|unlock|release|mail|online|info|portal|team|services?|status|safety|dept',
    'alertas?|avisos?|seguranca|suporte|validar|cobranca|pagamentos?|pedidos?|fatura|bloqueio|protocolo|contestacao|central|liberar|liberacao|desbloqueio|segundavia|regularizar',
    'seguridad|soporte|gestion|gestiones|multas?|sanciones|expedientes?|pagos?|impagos?|facturas?|envios?|cliente|clientes|aclaraciones|renovar|retenido|liberar|desbloqueo|buzon|notificacion',
    'sicherheit|kunden|kundenservice|konto|pruefung|freigabe|zustellung|rechnung|rechnungen|mahnung|verwaltung|zoll|sperre|abo|service|klaerung|vorladung|meldung|hilfe|schutz',
    'securite|facturation|dossiers?|amendes?|livraison|colis|remboursements?|verif|surveillance|recouvrement|recouvrer|assistance|droits|conseil|deblocage',
    'beveiliging|controle|betaling|betalingen|incasso|boete|bezorging|klant|klantenservice|verlenging|veilig|meldpunt|hulp|vrijgave',
  ].join('|')})$`,
)

/** Whether a domain is made of several words, one of them a desk's: `skyrefund-desk.com`, `multas-pagos.example`. */
export function isDeskDomain(domain: string): boolean {
  const labels = domain.split('.')
  const name = (REGISTRY.has(labels.at(-2) ?? '') ? labels.at(-3) : labels.at(-2)) ?? ''
  const words = name.split('-')
  return words.length > 1 && words.some((word) => DESK.test(word))
}
