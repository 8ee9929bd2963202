import type { LureFacts, PretextKind } from '../model/verdict.ts'

/** What an id is called, in the six languages; folded, in small letters. */
const NAMES: Readonly<Record<PretextKind, string>> = {
  invoice: 'invoice|receipt|bill|fatura|nota fiscal|factura|facture|rechnung(?:s)?|factuur|recibo|beleg|inv',
  order: 'order|purchase|pedido|bestell(?:ung|-?)|commande|bestelling|compra|auftrag(?:s)?|ordr',
  case: 'case|ticket|reference|ref|file|claim|dossier|expediente|caso|protocolo|vorgang(?:s)?|aktenzeichen|fall|zaak',
  transaction:
    'transaction|payment|transfer|txn|transacao|transaccion|operacion|transaktion(?:s)?|zahlung(?:s)?|transactie',
  customer:
    'customer|client|member(?:ship)?|account|subscription|user|cliente|kunden|vertrag(?:s)?|contrato|contrat|klant',
  shipment: 'tracking|shipment|parcel|package|sendung(?:s)?|paket|colis|paquete|envio|objeto|pacote|pakket|zending',
}
const KINDS = Object.keys(NAMES) as PretextKind[]

const CALLED = '(?:[ -]?(?:id|no|nr|num(?:ber|ero|mer)?|nummer|numero|key|code|n|#))?'
/** After its name come a few marks at most, then the id: letters and dashes around at least three digits. */
const PATTERN_OF = new Map(
  KINDS.map((kind) => [
    kind,
    new RegExp(
      `(?<![\\p{L}])(?:${NAMES[kind]})${CALLED}[ .:#°º-]{1,6}([a-z]{0,8}[a-z0-9/_-]{0,12}\\d[a-z0-9/_-]{2,24})(?![\\p{L}\\p{N}])`,
      'iu',
    ),
  ]),
)
const MIN_DIGITS = 3
/** Years, dates and phone numbers are not ids. */
const NO_ID = /^(?:19|20)\d{2}$|^\d{1,2}[/-]\d{1,2}[/-]\d{2,4}$|^\d{3}-\d{3}-\d{4}$/

/**
 * The id of the invoice, order or case that a lure is about, to be named on the phone.
 *
 * In:  folded text.
 */
export function pretextId(text: string): LureFacts['pretextId'] {
  for (const kind of KINDS) {
    const value = PATTERN_OF.get(kind)?.exec(text)?.[1]
    if (value && !NO_ID.test(value) && value.replace(/\D/g, '').length >= MIN_DIGITS) return { kind, value }
  }
  return null
}
