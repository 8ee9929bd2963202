/** Fewer words than this are too few to tell one template from another. */
const MIN_WORDS = 8
/** Words after these add nothing a fingerprint needs. */
const MAX_WORDS = 1_500
/** What changes from one mail of a template to the next: addresses, links, and every token with a digit in it. */
const VARIABLE = /[\d@]|:\/\/|^www\./

/** Days and months change too; the languages that write them small. */
const CALENDAR = new Set(
  (
    'segunda terca quarta quinta sexta feira sabado domingo janeiro fevereiro marco abril maio junho julho agosto ' +
    'setembro outubro novembro dezembro lunes martes miercoles jueves viernes enero febrero marzo mayo junio julio ' +
    'septiembre octubre noviembre diciembre lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars ' +
    'avril mai juin juillet aout septembre octobre decembre maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ' +
    'januari februari maart april mei juni juli augustus oktober am pm'
  ).split(' '),
)

/** Words alone and in pairs: pairs tell templates apart, words keep what is made of them near where one changed. */
const SHINGLE_WORDS = [1, 2]

/**
 * The words of a message that one mail of a template shares with the next. Only words in small letters count, since
 * names and brands are written large.
 *
 * In:  folded text, with its case.
 * Out: words in their order; none where too few are left to tell one template from another.
 */
export function templateWords(text: string): readonly string[] {
  const words = text
    .split(/[\s,;!?()]+/)
    .filter((token) => !VARIABLE.test(token))
    .flatMap((token) => token.match(/\p{L}+/gu) ?? [])
    .filter((word) => word.length > 1 && word === word.toLowerCase() && !CALENDAR.has(word))
    .slice(0, MAX_WORDS)
  return words.length < MIN_WORDS ? [] : words
}

/** Words alone, and in pairs of neighbours. */
export function* shingles(words: readonly string[]): Generator<string> {
  for (const size of SHINGLE_WORDS) {
    for (let at = 0; at + size <= words.length; at++) yield words.slice(at, at + size).join(' ')
  }
}

/** FNV-1a with the finish of MurmurHash3, so that every bit of it is a fair vote. Out: 32 bits, unsigned. */
export function hashOf(text: string, seed: number): number {
  let value = seed
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return mix(value)
}

/** Spreads 32 bits over each other. Source: the finish of MurmurHash3. */
export function mix(bits: number): number {
  let value = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return (value ^ (value >>> 16)) >>> 0
}
