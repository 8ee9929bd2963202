/** Fewer words than this are too few to tell one template from another. */
const MIN_WORDS = 8
/** Words after these add nothing a fingerprint needs. */
const MAX_WORDS = 1_500
/** Words alone and in pairs: pairs tell templates apart, words keep the fingerprint near where one of them changed. */
const SHINGLE_WORDS = [1, 2]

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

/**
 * Fingerprint of a message's words that survives changed names, amounts, dates and ids: the 64-bit simhash of its
 * words and pairs of words, where only words in small letters count, since names and brands are written large.
 *
 * The same digits are the same template; `templateDistance` tells how near two others are.
 *
 * In:  folded text, with its case.
 * Out: 16 hex digits; '' where too few words are left to tell.
 * Source: Charikar 2002, similarity estimation; Manku 2007, near-duplicates at 64 bits.
 */
export function templateOf(text: string): string {
  const words = text
    .split(/[\s,;!?()]+/)
    .filter((token) => !VARIABLE.test(token))
    .flatMap((token) => token.match(/\p{L}+/gu) ?? [])
    .filter((word) => word.length > 1 && word === word.toLowerCase() && !CALENDAR.has(word))
    .slice(0, MAX_WORDS)
  if (words.length < MIN_WORDS) return ''
  const votes = new Int32Array(64)
  for (const size of SHINGLE_WORDS) {
    for (let at = 0; at + size <= words.length; at++) {
      const shingle = words.slice(at, at + size).join(' ')
      vote(votes, 0, hash(shingle, 0x811c9dc5))
      vote(votes, 32, hash(shingle, 0x9747b28c))
    }
  }
  let fingerprint = ''
  for (let bit = 0; bit < 64; bit += 4) {
    let digit = 0
    for (let offset = 0; offset < 4; offset++) digit = digit * 2 + ((votes[bit + offset] ?? 0) > 0 ? 1 : 0)
    fingerprint += digit.toString(16)
  }
  return fingerprint
}

function vote(votes: Int32Array, from: number, bits: number): void {
  for (let bit = 0; bit < 32; bit++) votes[from + bit] = (votes[from + bit] ?? 0) + ((bits >>> bit) & 1 ? 1 : -1)
}

/** FNV-1a with the finish of MurmurHash3, so that every bit of it is a fair vote. */
function hash(text: string, seed: number): number {
  let value = seed
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return (value ^ (value >>> 16)) >>> 0
}
