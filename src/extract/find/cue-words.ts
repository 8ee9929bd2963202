/** Words before digits that say a telephone number follows; en, pt, es, de, fr, nl, it. Stems, as words begin. */
const CUES = [
  'call phone ph tel telephone mobile mob cell fax dial ring whatsapp whats viber signal telegram sms text hotline helpline helpdesk',
  'toll contact reach support toll-free tollfree desk line custcare care help info landline office voicemail',
  'ligue ligar telefone fone celular central sac whatsapp atendimento ouvidoria zap contato capitais regiões',
  'llame llamar teléfono telefono móvil movil contacto atención',
  'rufen anruf telefon mobil handy rufnummer durchwahl kundenservice fernsprecher',
  'appel téléphone portable joindre',
  'bel belt bellen telefoon mobiel klantenservice',
  'chiama chiamare cellulare',
].flatMap((words) => words.split(' '))

/** Words before digits that say they are something else. */
const OTHER_THINGS = [
  'order invoice id ids ref reference ticket case code protocol account acct acc tracking card iban serial license licence key pin',
  'otp ssn vat tax batch policy receipt transaction txn confirmation token sku isbn issn bsn imei document registration',
  'member membership customerid userid hash uid message-id msgid pmid doi lat lon latitude longitude port version zip amount total',
  'pedido fatura protocolo conta cartão boleto nota cpf cnpj código codigo cep agência agencia contrato',
  'factura cuenta tarjeta cuit nif rechnung rechnungsnummer auftrag auftragsnummer kundennummer bestellnummer konto steuernummer hrb ust-idnr',
  'siret siren rcs commande facture compte bestelling factuur rekening kvk btw ordine fattura conto p.iva',
].flatMap((words) => words.split(' '))

export type Hint = 'phone' | 'other' | null

const WINDOW = 48
const LINES_OF_OTHERS = /^[^]*\d[^\n]*\n/
const MARK_WINDOW = 8
const MARK_OF_TELEPHONE = /(?:[☎☏✆📞📱📲]|(?<![\p{L}\d])[cfmopt][:.])[^\p{L}\d]{0,4}$/iu
const AFTER_WINDOW = 16
const meaning = new Map<string, Hint>([
  ...CUES.map((word) => [word, 'phone'] as const),
  ...OTHER_THINGS.map((word) => [word, 'other'] as const),
])
const STEMS_OF_CUES = /^(?:call|phon|tele|tel[eé]f|mobil|whats|anruf|appel|ligue|llam|bellen|contact)/u

/** What the nearest telling word before `start` says of the digits that follow it, unless a line of others parts them. */
export function hintBefore(text: string, start: number): Hint {
  const before = text.slice(Math.max(0, start - WINDOW), start)
  const words =
    before
      .replace(LINES_OF_OTHERS, '')
      .toLowerCase()
      .match(/\p{L}[\p{L}-]*/gu) ?? []
  for (const word of words.reverse()) {
    const hint = meaning.get(word) ?? (STEMS_OF_CUES.test(word) ? 'phone' : undefined)
    if (hint) return hint
  }
  return MARK_OF_TELEPHONE.test(before.slice(-MARK_WINDOW)) ? 'phone' : null
}

/** Whether a label follows the digits: `804 713 4598 (mobile)`, `…-Office`. */
export function isLabelledAfter(text: string, end: number): boolean {
  const word = /^[\s(\\,-]{0,3}(\p{L}+)/u.exec(text.slice(end, end + AFTER_WINDOW))?.[1]?.toLowerCase()
  return word !== undefined && /^(?:office|fax|mobile|cell|phone|tel|voice|whatsapp|home|work|direct)$/.test(word)
}
