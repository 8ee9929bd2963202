import { isDigitAt, isLetterAt } from './letters.ts'

/** Words before digits that say a telephone number follows; en, pt, es, de, fr, nl, it. Stems, as words begin. */
const CUES = [
  'call phone ph tel telephone mobile mob cell fax dial ring whatsapp whats viber signal telegram sms text hotline helpline helpdesk',
  'toll contact reach support toll-free tollfree desk line custcare care help info landline office voicemail',
  'ligue ligar disque apoio gratuita gratuito telefone fone celular central sac whatsapp atendimento ouvidoria zap contato capitais regiões',
  'llame llamar marque línea linea teléfono telefono móvil movil contacto atención',
  'rufen anruf telefon mobil handy rufnummer durchwahl kundenservice fernsprecher',
  'appel téléphone portable joindre composez gratuit standard accueil',
  'bel belt bellen toestel gratis telefoon mobiel klantenservice',
  'chiama chiamare cellulare',
].flatMap((words) => words.split(' '))

/** Words before digits that say they are something else. */
const OTHER_THINGS = [
  'order invoice id ids ref reference ticket case code protocol account acct acc tracking card iban serial license licence key pin',
  'otp ssn vat tax batch policy receipt transaction txn confirmation token sku isbn issn bsn imei document registration',
  'member membership customerid userid hash uid message-id msgid pmid doi lat lon latitude longitude port version zip amount total',
  'pedido fatura protocolo conta cartão boleto nota cpf cnpj código codigo cep agência agencia contrato',
  'factura cuenta tarjeta cuit nif rechnung rechnungsnummer auftrag auftragsnummer kundennummer bestellnummer konto steuernummer hrb ust-idnr',
  'meeting-id parcel permit vin ein pnr locator passport routing swift bic iccid',
  'localizador billete expediente póliza siniestro albarán bilhete apólice sinistro processo matrícula entidade referência',
  'aktenzeichen vorgang buchungscode police kundennr rechnungsnr auftragsnr blz',
  'dossier réf référence billet contrat sinistre polis kenmerk',
  'siret siren rcs commande facture compte bestelling factuur rekening kvk btw ordine fattura conto p.iva',
].flatMap((words) => words.split(' '))

/** other_afar: a word for something else, but with other words or the end of a sentence in between. */
export type Hint = 'phone' | 'other' | 'other_afar' | null

/** Words that may stand between a word and the digits it speaks of. */
const FILLERS = new Set(
  'no nr num number numero número nummer nº numéro id is are was your ist lautet ihre es su é sua est votre uw de do da der the'.split(
    ' ',
  ),
)
const MAX_WORDS_BETWEEN = 1

const WINDOW = 48
const meaning = new Map<string, Hint>([
  ...CUES.map((word) => [word, 'phone'] as const),
  ...OTHER_THINGS.map((word) => [word, 'other'] as const),
])
/** Numbers of other things, in languages that write them as one word; those one calls are told before. */
const NUMBERS_OF_OTHERS = /.(?:nummer|nr)$/
const CALLED =
  /^(?:tele|mobiel|mobil|handy|ruf|bel|fax|service|klantenservice|kontakt|contact|hotline|support|nood|not|gratis|behörde|info|alarm|storing)/

const STEMS_OF_CUES = /^(?:call|phon|tele|tel[eé]f|mobil|whats|anruf|appel|ligue|llam|bellen|contact)/

/** What the nearest telling word before `start` says of the digits that follow it, unless a line of others parts them. */
export function hintBefore(text: string, start: number): Hint {
  const from = lineOfOthersEnd(text, start)
  let between = 0
  // `file 77120, call 0685142290`: a word that has its digits speaks of no others.
  let hasDigits = false
  let end = start
  while (end > from) {
    if (!isLetterAt(text, end - 1) && text.charCodeAt(end - 1) !== HYPHEN) {
      hasDigits ||= between > 0 && isDigitAt(text, end - 1)
      if (between <= MAX_WORDS_BETWEEN && endsSentence(text, end - 1)) between = MAX_WORDS_BETWEEN + 1
      end--
      continue
    }
    let first = end
    while (first > from && (isLetterAt(text, first - 1) || text.charCodeAt(first - 1) === HYPHEN)) first--
    let begin = first
    while (begin < end && text.charCodeAt(begin) === HYPHEN) begin++
    if (begin < end) {
      const word = text.slice(begin, end).toLowerCase()
      const hint = meaning.get(word) ?? hintOfCompound(word)
      if (hint !== null && hint !== 'other') return hint
      if (hint === 'other') {
        const isApart = between > 0 || /[^\p{L}\p{N}#]*[:,;–—-]/u.test(text.slice(end, start))
        if (asksForCall(text, begin)) return isApart ? 'phone' : 'other_afar'
        return between > MAX_WORDS_BETWEEN || hasDigits ? 'other_afar' : 'other'
      }
      if (!FILLERS.has(word)) between++
    }
    end = first
  }
  return hasMarkBefore(text, start) ? 'phone' : null
}

const ASKS_WINDOW = 90
const ASKS =
  /\b(?:call|dial|ring|phone|reach|contact|ligue|ligar|disque|telefone|contate|llam[ea]|ll[aá]m[ea]nos|llamar|marque|comun[ií]quese|rufen|anrufen|w[aä]hlen|appel(?:ez|er|ant)|composez|joindre|bel|bellen)(?![\p{L}])(?! ?(?:center|centre|id|log))/iu

/** `call us now to cancel your order: 808-201-7788`: who is asked to call is not told the order's number. */
function asksForCall(text: string, before: number): boolean {
  const words = text.slice(Math.max(0, before - ASKS_WINDOW), before)
  const sentence = Math.max(...['. ', '! ', '? ', '.\n', '!\n', '?\n', '\n\n'].map((end) => words.lastIndexOf(end)))
  return ASKS.test(words.slice(sentence + 1))
}

function hintOfCompound(word: string): Hint {
  if (STEMS_OF_CUES.test(word)) return 'phone'
  if (!NUMBERS_OF_OTHERS.test(word)) return null
  return CALLED.test(word) ? 'phone' : 'other'
}

/** A sign that ends a sentence, and a space or a line behind it. */
function endsSentence(text: string, at: number): boolean {
  const sign = text.charAt(at)
  return (
    (sign === '.' || sign === '!' || sign === '?') &&
    /\s/.test(text.charAt(at + 1)) &&
    isLetterAt(text, at - 1) &&
    isLetterAt(text, at - 2) &&
    isLetterAt(text, at - 3)
  )
}

/** Where words may begin to speak of what stands at `start`: behind the last line of other digits, within the window. */
function lineOfOthersEnd(text: string, start: number): number {
  const first = Math.max(0, start - WINDOW)
  let line = -1
  for (let at = start - 1; at >= first; at--) {
    const code = text.charCodeAt(at)
    if (code === NEWLINE) line = at + 1
    else if (line >= 0 && code >= ZERO && code <= NINE) return line
  }
  return first
}

const HYPHEN = 0x2d
const NEWLINE = 0x0a
const ZERO = 0x30
const NINE = 0x39
const MARKS = ['☎', '☏', '✆', '📞', '📱', '📲']
const INITIALS = 'cfmoptCFMOPT'
const MAX_SIGNS = 4

/** Whether a sign for a telephone leads: its picture, or one letter and a colon, `T: `. */
function hasMarkBefore(text: string, start: number): boolean {
  for (let at = start; at >= start - MAX_SIGNS; at--) {
    if (MARKS.some((mark) => text.endsWith(mark, at))) return true
    const isInitial = /[:.]/.test(text.charAt(at - 1)) && INITIALS.includes(text.charAt(at - 2) || ' ')
    if (isInitial && !isLetterAt(text, at - 3) && !isDigitAt(text, at - 3)) return true
    if (isLetterAt(text, at - 1) || isDigitAt(text, at - 1)) return false
  }
  return false
}

const AFTER_WINDOW = 16
const LABELS = /^[\s(\\,-]{0,3}(?:office|fax|mobile|cell|phone|tel|voice|whatsapp|home|work|direct)(?![a-z])/i

/** Whether a label follows the digits: `804 713 4598 (mobile)`, `…-Office`. */
export function isLabelledAfter(text: string, end: number): boolean {
  return LABELS.test(text.slice(end, end + AFTER_WINDOW))
}
