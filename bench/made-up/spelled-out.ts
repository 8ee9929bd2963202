import type { Language } from '../../src/simulate/cast.ts'
import type { Random } from '../../src/simulate/random.ts'
import type { DrawnNumber } from './numbers.ts'

const WORDS: Readonly<Record<Language, { readonly double: string | null; readonly digits: string }>> = {
  en: { double: 'double', digits: 'oh one two three four five six seven eight nine' },
  pt: { double: null, digits: 'zero um dois três quatro cinco meia sete oito nove' },
  de: { double: null, digits: 'null eins zwei drei vier fünf sechs sieben acht neun' },
  es: { double: 'doble', digits: 'cero uno dos tres cuatro cinco seis siete ocho nueve' },
  fr: { double: null, digits: 'zéro un deux trois quatre cinq six sept huit neuf' },
  nl: { double: null, digits: 'nul een twee drie vier vijf zes zeven acht negen' },
}

/** A number said aloud, digit by digit, the way one dictates it; a pair in English now and then as "double". */
export function spelledOut(
  { written: { country, trunk, groups } }: DrawnNumber,
  language: Language,
  random: Random,
): string {
  const { double, digits } = WORDS[language]
  const names = digits.split(' ')
  const isNanp = country === '1'
  const said = isNanp ? groups : [trunk + (groups[0] ?? ''), ...groups.slice(1)]
  return said
    .map((group) => {
      const pairs = double !== null && random.chance(0.5) ? (group.match(/(\d)\1|\d/g) ?? []) : [...group]
      return pairs
        .map((one) => (one.length === 2 ? `${double} ${names[Number(one[0])]}` : names[Number(one)]))
        .join(' ')
    })
    .join(', ')
}
