import type { Region } from '../../model/phone-number.ts'
import { forEachWord } from './letters.ts'

/**
 * words: the commonest short ones that tell a language from the others, and those that mails about money and calls are
 * made of. endings: what only its words end in. letters: that it has and the others here have not, with two points each.
 * regions: where it is spoken, the likeliest first.
 */
type Language = {
  readonly words: string
  readonly endings: string
  readonly letters: RegExp | null
  readonly regions: readonly Region[]
}

const LANGUAGES: readonly Language[] = [
  {
    words:
      'the and you your to of is this with for have from that are not will our has been was were if call please by at it or be we us my any customer receipt payment charged refund order ready delivery security alert unusual activity zero oh one two three four five six seven eight nine',
    endings: 'ing ight ould',
    letters: null,
    regions: ['US', 'GB'],
  },
  {
    words:
      'não você para com uma sua seu está ao da do em os pelo pela mais conta seus um no na ou por até foi ligue ligar telefone valor compra pedido fatura olá prezado prezada caro cara reserva informações dúvidas apoio linha cobrança cancelar aprovada boleto encomenda segurança bloqueada cliente atendimento de que zero um dois três quatro cinco seis meia sete oito nove',
    endings: 'ção ções ões ável eiro eira dade mento',
    letters: /[ãõ]/gi,
    regions: ['BR', 'PT'],
  },
  {
    words:
      'el los las de es su para con una por está usted del más cuenta si que se al un lo ha no llame llámenos teléfono tel importe pedido factura hola gracias reservas atención tiene le compra fecha en sus estimado estimada cargo cliente soporte equipo pago vuelo entrega seguridad detectado llamada llamar cancelar departamento cero uno dos tres cuatro cinco seis siete ocho nueve',
    endings: 'ción ciones idad iento mente ado ada ados adas ible',
    letters: /[ñ¿¡]/gi,
    regions: ['ES', 'MX'],
  },
  {
    words:
      'und der die das sie ihr ihre ihrem ihren ist nicht mit für auf von wir bei zu werden uns bitte an im ein eine wurde oder bis rufen anrufen unter telefon rechnung betrag hallo gruß uhr termin gebühr liegt sehr geehrte geehrter konto kunde zahlung bestellung rückfragen sparkasse sicherheit vorgang abbuchung null eins zwei drei vier fünf sechs sieben acht neun',
    endings: 'ung ungen keit heit lich liche schaft',
    letters: /[ßäöü]/gi,
    regions: ['DE', 'AT', 'CH'],
  },
  {
    words:
      'le les des vous votre vos est pour avec une dans sur nous pas du ce cette au un la ou par notre sera appelez téléphone tél montant commande facture bonjour merci compte numéro cordialement retour et en chère cher client paiement livraison colis sécurité carte réunion rendez de zéro deux trois quatre cinq six sept huit neuf annuler',
    endings: 'ement aire eur euse ière ez aux',
    letters: /[èêëùûîïœ]/gi,
    regions: ['FR', 'BE'],
  },
  {
    words:
      'het een van uw is niet voor met op wij je dat zijn naar bij ook bel bellen onze ons telefoon telefonisch bedrag bestelling factuur beste geachte groet betalen vragen dag de vanaf kan wordt en rekening pakket bezorging beveiliging klantenservice klant nul twee drie vier vijf zes zeven acht negen annuleren',
    endings: 'lijk ijk heid eld aat ijn ijf ing',
    letters: null,
    regions: ['NL', 'BE'],
  },
  {
    words: 'il di che per con una non sono del della suo gli nel questo è',
    endings: 'zione zioni mento',
    letters: /[ìò]/gi,
    regions: ['IT'],
  },
  { words: 'och att det som är inte med för din ditt har till', endings: '', letters: /[å]/gi, regions: ['SE'] },
  { words: 'og det som er ikke med for din til har på vi', endings: '', letters: /[æø]/gi, regions: ['NO', 'DK'] },
  { words: 'się nie na jest do oraz że twoje konto dla przez', endings: '', letters: /[ąęłśźżćń]/gi, regions: ['PL'] },
  { words: 've bir bu için ile hesap lütfen olarak daha', endings: '', letters: /[ğşı]/g, regions: ['TR'] },
]

/** No language is told by a longer word. */
const LONGEST_WORD = 18
/** Shorter words end by chance. */
const LEAST_WITH_ENDING = 6
const LONGEST_ENDING = 6
const SHORTEST_ENDING = 2
const POINTS = { word: 2, ending: 1, letter: 2 }
/** More of the same letter is one long word, or a name. */
const MOST_LETTERS = 3
const ENOUGH = 8
/** A line or two tells its language where no other has half as many signs. */
const ENOUGH_ALONE = 3

type Places = ReadonlyMap<string, readonly number[]>
const byWord = placesOf(({ words }) => words)
const byEnding = placesOf(({ endings }) => endings)

function placesOf(listOf: (language: Language) => string): Places {
  const places = new Map<string, number[]>()
  for (const [index, language] of LANGUAGES.entries()) {
    for (const entry of listOf(language).split(' ').filter(Boolean))
      places.set(entry, [...(places.get(entry) ?? []), index])
  }
  return places
}

/** Where the language of a text is spoken, likeliest first; nowhere where the text is too short to tell. */
export function regionsOfLanguage(text: string): readonly Region[] {
  const points = LANGUAGES.map(({ letters }) =>
    letters ? Math.min(MOST_LETTERS, text.match(letters)?.length ?? 0) * POINTS.letter : 0,
  )
  const give = (languages: readonly number[], more: number): void => {
    for (const language of languages) points[language] = (points[language] as number) + more
  }
  forEachWord(text, (start, end) => {
    if (end - start > LONGEST_WORD) return
    const word = text.slice(start, end).toLowerCase()
    const known = byWord.get(word)
    if (known) give(known, POINTS.word)
    else if (word.length >= LEAST_WITH_ENDING) give(languagesOfEnding(word), POINTS.ending)
  })
  const [most = 0, next = 0] = points.toSorted((a, b) => b - a)
  const isTold = most >= ENOUGH ? most > next : most >= ENOUGH_ALONE && most >= 2 * next
  return isTold ? (LANGUAGES[points.indexOf(most)]?.regions ?? []) : []
}

/** By the longest ending that tells. */
function languagesOfEnding(word: string): readonly number[] {
  for (let length = LONGEST_ENDING; length >= SHORTEST_ENDING; length--) {
    const languages = byEnding.get(word.slice(-length))
    if (languages) return languages
  }
  return NONE
}

const NONE: readonly number[] = []
