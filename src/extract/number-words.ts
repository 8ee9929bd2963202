/** Digits as words: en, es, pt, de, fr. A word two languages share has one value in both. */
const WORDS: readonly (readonly [digits: string, words: string])[] = [
  ['0', 'zero oh cero null nul zéro'],
  ['1', 'one uno um uma eins un une'],
  ['2', 'two dos dois duas zwei zwo deux'],
  ['3', 'three tres três drei trois'],
  ['4', 'four cuatro quatro vier quatre'],
  ['5', 'five cinco fünf fuenf cinq'],
  ['6', 'six seis meia sechs'],
  ['7', 'seven siete sete sieben sept'],
  ['8', 'eight ocho oito acht huit'],
  ['9', 'nine nueve nove neun neuf'],
  ['00', 'hundred'],
]
const REPEATS: readonly (readonly [times: number, words: string])[] = [
  [2, 'double doble dobro doppel'],
  [3, 'triple triplo dreifach'],
]

const digitsOfWord = new Map(WORDS.flatMap(([digits, words]) => words.split(' ').map((word) => [word, digits])))
const timesOfWord = new Map(REPEATS.flatMap(([times, words]) => words.split(' ').map((word) => [word, times])))

const word = [...digitsOfWord.keys()].join('|')
const repeat = [...timesOfWord.keys()].join('|')
const NUMBER_WORD = new RegExp(`(?:(${repeat})[\\s-]{1,2})?(${word})(?!\\p{L})`, 'iuy')
/** Two of them side by side: what a dictated number has, and ordinary prose hardly ever. */
const DICTATION = new RegExp(
  `(?<!\\p{L})(?:(?:${repeat})[\\s-]{1,2})?(?:${word})[\\s,.-]{1,3}(?:(?:${repeat}|${word})(?!\\p{L})|\\d)`,
  'giu',
)

export type NumberWord = { readonly digits: string; readonly end: number }

/** The number word that begins at `start`, with `double` or `triple` before it taken in. */
export function numberWordAt(text: string, start: number): NumberWord | null {
  NUMBER_WORD.lastIndex = start
  const match = NUMBER_WORD.exec(text)
  if (!match) return null
  const digits = digitsOfWord.get((match[2] ?? '').toLowerCase()) ?? ''
  const times = timesOfWord.get((match[1] ?? '').toLowerCase()) ?? 1
  return { digits: digits.repeat(times), end: NUMBER_WORD.lastIndex }
}

/** Where a number may begin to be dictated, ascending; empty for nearly every text. */
export function dictationStarts(text: string): number[] {
  return Array.from(text.matchAll(DICTATION), (match) => match.index)
}
