import { connectorEnd, CONNECTORS } from './connectors.ts'
import { isLetterAt } from './letters.ts'
import { hasShape, LONGEST_WORD, shapesOf } from './word-shapes.ts'

/** Digits as words: en, es, pt, de, fr, nl, it. A word two languages share has one value in both. */
const WORDS: readonly (readonly [digits: string, words: string])[] = [
  ['0', 'zero oh cero null nul zéro'],
  ['1', 'one uno um uma eins un une een één'],
  ['2', 'two dos dois duas zwei zwo deux twee due'],
  ['3', 'three tres três drei trois drie tre'],
  ['4', 'four cuatro quatro vier quatre quattro'],
  ['5', 'five cinco fünf fuenf cinq vijf cinque'],
  ['6', 'six seis meia sechs zes sei'],
  ['7', 'seven siete sete sieben sept zeven sette'],
  ['8', 'eight ocho oito acht huit otto'],
  ['9', 'nine nueve nove neun neuf negen'],
  ['00', 'hundred cent'],
  ['100', 'cien einhundert honderd cento'],
  ['200', 'doscientos duzentos zweihundert tweehonderd duecento'],
  ['300', 'trescientos trezentos dreihundert driehonderd trecento'],
  ['400', 'cuatrocientos quatrocentos vierhundert vierhonderd quattrocento'],
  ['500', 'quinientos quinhentos fünfhundert fuenfhundert vijfhonderd cinquecento'],
  ['600', 'seiscientos seiscentos sechshundert zeshonderd seicento'],
  ['700', 'setecientos setecentos siebenhundert zevenhonderd settecento'],
  ['800', 'ochocientos oitocentos achthundert achthonderd ottocento'],
  ['900', 'novecientos novecentos neunhundert negenhonderd novecento'],
]
const REPEATS: readonly (readonly [times: number, words: string])[] = [
  [2, 'double doble dobro duplo doppel dubbel'],
  [3, 'triple triplo dreifach driedubbel'],
]

const digitsOfWord = new Map(WORDS.flatMap(([digits, words]) => words.split(' ').map((word) => [word, digits])))
const timesOfWord = new Map(REPEATS.flatMap(([times, words]) => words.split(' ').map((word) => [word, times])))

/** Ten short words and what parts them: no dictated number is shorter, so one look in so many characters finds it. */
const SHORTEST_DICTATION = 40
const MAX_WORDS_BACK = 24

const NUMBERS = shapesOf([...digitsOfWord.keys(), ...timesOfWord.keys()])
const NUMBERS_AND_CONNECTORS = shapesOf([...digitsOfWord.keys(), ...timesOfWord.keys(), ...CONNECTORS])

export type NumberWord = { readonly digits: string; readonly end: number }

/** The number word that begins at `start`, with `double` or `triple` before it taken in. */
export function numberWordAt(text: string, start: number): NumberWord | null {
  const word = wordAt(text, start)
  const digits = digitsOfWord.get(word)
  if (digits !== undefined) return { digits, end: start + word.length }
  const times = timesOfWord.get(word)
  const end = start + word.length
  if (times === undefined || !/[\s-]/.test(text.charAt(end))) return null
  const repeated = wordAt(text, end + 1)
  const digit = digitsOfWord.get(repeated)
  return digit === undefined ? null : { digits: digit.repeat(times), end: end + 1 + repeated.length }
}

/** Where a number may begin to be dictated, ascending; empty for nearly every text. */
export function dictationStarts(text: string): readonly number[] {
  let starts: number[] | null = null
  for (let at = SHORTEST_DICTATION >> 1; at < text.length; at += SHORTEST_DICTATION) {
    const start = isLetterAt(text, at) ? wordStart(text, at) : nextWord(text, at)
    const end = start < 0 ? -1 : wordEnd(text, start)
    if (end < 0 || !hasShape(NUMBERS_AND_CONNECTORS, text, start, end)) continue
    const isNumber = isNumberWord(text, start)
    if (!isNumber && connectorEnd(text, start) === 0) continue
    const first = firstWord(text, start)
    if (first === start && (!isNumber || !isFollowed(text, start))) continue
    starts ??= []
    if (first !== starts.at(-1)) starts.push(first)
  }
  return starts ?? NOWHERE
}

const NOWHERE: readonly number[] = []

/** Start of the word around `at`; -1 where it is longer than any number word. */
function wordStart(text: string, at: number): number {
  let start = at
  while (isLetterAt(text, start - 1)) {
    start--
    if (at - start >= LONGEST_WORD) return -1
  }
  return start
}

/** Where the next word begins after what may part two words of a number, such as a comma with its blank. */
function nextWord(text: string, at: number): number {
  let start = at + 1
  while (start - at < 4 && !isLetterAt(text, start)) start++
  return start
}

/** End of the word that begins at `start`; -1 where it is longer than any number word, or none begins there. */
function wordEnd(text: string, start: number): number {
  let end = start
  while (isLetterAt(text, end)) if (++end - start > LONGEST_WORD) return -1
  return end === start ? -1 : end
}

/** The word that begins at `start`, in lower case, where it could be a number word; else ''. */
function wordAt(text: string, start: number): string {
  const end = wordEnd(text, start)
  return end >= 0 && hasShape(NUMBERS, text, start, end) ? text.slice(start, end).toLowerCase() : ''
}

function isNumberWord(text: string, start: number): boolean {
  const word = wordAt(text, start)
  return word !== '' && (digitsOfWord.has(word) || timesOfWord.has(word))
}

function isFollowed(text: string, start: number): boolean {
  let end = start
  while (isLetterAt(text, end)) end++
  let next = end
  while (next - end < 4 && /[\s,.-]/.test(text.charAt(next))) next++
  return next > end && (/\d/.test(text.charAt(next)) || isNumberWord(text, next))
}

/** Goes back over number words, and the words that lead from one to the next, to the first of them. */
export function firstWord(text: string, start: number): number {
  let first = start
  let at = start
  for (let words = 0; words < MAX_WORDS_BACK; words++) {
    let end = at
    while (end > 0 && at - end < 4 && /[\s,.-]/.test(text.charAt(end - 1))) end--
    if (end === at || end === 0) break
    const before = wordStart(text, end)
    if (before < 0 || before === end) break
    const isNumber = isNumberWord(text, before)
    if (!isNumber && connectorEnd(text, before) !== end) break
    at = before
    if (isNumber) first = before
  }
  return first
}
