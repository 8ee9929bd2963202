import type { ReadVia } from '../model/message.ts'
import { fold } from './fold.ts'

/**
 * Words that decide what a lure is, in the six languages, folded; misread ones are put right to these. Only long words:
 * short ones lie too near to each other.
 */
const STRONG_WORDS = (
  'account amount antivirus authorize authorized billing cancel cancellation charged computer confirm contact customer ' +
  'debited deducted department dispute helpdesk helpline immediately invoice license membership number payment please ' +
  'protection purchase receipt refund renewal renewed security service statement subscription successfully support ' +
  'call dial suspicious technician transaction transfer unauthorized withdrawal within total order toll ' +
  'assinatura atendimento atencao aviso bloqueio cancelamento cancelar cartao central cliente cobranca compra conta ' +
  'debitado desconhece estorno fatura importante imediatamente ligue operacao pagamento pedido realizada reconheca ' +
  'reconhece reembolso renovada seguranca suporte suspeita transacao transferencia valor ' +
  'autorizado cargo compra cuenta cliente factura importe inmediatamente llame operacion pedido reconoce reembolso ' +
  'renovacion renovado seguridad servicio soporte suscripcion tarjeta transaccion dispositivo vinculado nuevo ' +
  'abbuchung abgebucht abonnement autorisiert bestellung betrag betrug erstattung hotline konto kunde kundenservice ' +
  'kundigen lastschrift rechnung rufen sicherheit sofort stornieren stornierung telefonisch uberweisung verlangert ' +
  'verlangerung zahlung wenn nicht diese haben ' +
  'abonnement achat annuler annulation appelez carte client commande compte conseiller contactez debite effectue ' +
  'facture immediatement merci montant operation paiement prelevement preleve remboursement renouvele renouvellement ' +
  'securite service virement numero ' +
  'aankoop abonnement afgeschreven annuleren bedrag bellen besteld bestelling betaald betaling factuur fraudeafdeling ' +
  'gedaan geblokkeerd incasso klantenservice medewerkers onmiddellijk opzeggen overboeking rekening terugbetaling ' +
  'terugboeken transactie verlengd verlenging heeft niet deze direct'
).split(' ')

/** Letters and figures that a reader of pictures takes for each other, drawn as one. */
const SHAPES: readonly (readonly [RegExp, string])[] = [
  [/rn|nn/g, 'm'],
  [/vv/g, 'w'],
  [/cl/g, 'd'],
  [/[1il|!j]/g, 'l'],
  [/[0oq]/g, 'o'],
  [/[5s]/g, 's'],
  [/[8b]/g, 'b'],
  [/[9g]/g, 'g'],
  [/[ce]/g, 'c'],
]

const MIN_LENGTH = 4
/** From this length on, one more letter may be wrong, missing or too many. */
const MIN_TOLERANT_LENGTH = 7
const MAX_LENGTH = 24

const TOKEN = /[\p{L}\d|!]{4,24}/gu

type Index = ReadonlyMap<string, string>

/**
 * Puts right what was misread in a picture: `autorlze`, `cal1`, `custorner`. A word is put right where it is drawn like
 * one of the words that matter; long ones also where one letter is off.
 *
 * In:  folded text; names, further words that matter, such as brands.
 * Out: the same, other words as they were.
 */
export function putRight(text: string, names: readonly string[]): string {
  const index = indexOf(names)
  return text.replace(TOKEN, (token) => {
    if (!/\p{L}/u.test(token)) return token
    const word = token.toLowerCase()
    const right = index.get(word) ?? wordLike(word, index)
    return right === undefined || right === word ? token : cased(right, token)
  })
}

/** What makes plain words of the text of a part: look-alike letters read as drawn, and what OCR misread put right. */
export function plainWords(via: ReadVia, names: readonly string[]): (text: string) => string {
  return via === 'ocr' ? (text) => putRight(fold(text), names) : fold
}

function wordLike(word: string, index: Index): string | undefined {
  const shape = shapeOf(word)
  const same = index.get(`=${shape}`)
  if (same !== undefined || shape.length < MIN_TOLERANT_LENGTH) return same
  for (const shorter of withoutOne(shape)) {
    const near = index.get(`-${shorter}`)
    if (near !== undefined) return near
  }
  return index.get(`-${shape}`)
}

/** A word in capitals stays so, and one with a capital before it: a name may be told by that. */
function cased(right: string, token: string): string {
  if (token.length > 1 && token === token.toUpperCase()) return right.toUpperCase()
  return /^\p{Lu}/u.test(token) ? right.charAt(0).toUpperCase() + right.slice(1) : right
}

const indexes = new WeakMap<readonly string[], Index>()

/** By the word itself, by its shape (=), and, where it is long, by its shape and that without each letter (-). */
function indexOf(names: readonly string[]): Index {
  const known = indexes.get(names)
  if (known) return known
  const index = new Map<string, string>()
  const add = (key: string, word: string): void => void (index.has(key) || index.set(key, word))
  const words = [...STRONG_WORDS, ...names].filter(({ length }) => length >= MIN_LENGTH && length <= MAX_LENGTH)
  for (const word of words) add(word, word)
  for (const word of words) add(`=${shapeOf(word)}`, word)
  for (const word of words) {
    const shape = shapeOf(word)
    if (shape.length < MIN_TOLERANT_LENGTH) continue
    add(`-${shape}`, word)
    for (const shorter of withoutOne(shape)) add(`-${shorter}`, word)
  }
  indexes.set(names, index)
  return index
}

function withoutOne(shape: string): string[] {
  return Array.from(shape, (_, at) => shape.slice(0, at) + shape.slice(at + 1))
}

function shapeOf(word: string): string {
  return SHAPES.reduce((shape, [drawn, as]) => shape.replace(drawn, as), word)
}
