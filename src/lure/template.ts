import { hashOf, shingles } from './template-words.ts'

/**
 * Fingerprint of a message's words that survives changed names, amounts, dates and ids: the 64-bit simhash of its
 * words and pairs of words.
 *
 * The same digits are the same template; `templateDistance` tells how near two others are.
 *
 * In:  words of `templateWords`.
 * Out: 16 hex digits; '' for no words.
 * Source: Charikar 2002, similarity estimation; Manku 2007, near-duplicates at 64 bits.
 */
export function templateOf(words: readonly string[]): string {
  if (words.length === 0) return ''
  const votes = new Int32Array(64)
  for (const shingle of shingles(words)) {
    vote(votes, 0, hashOf(shingle, 0x811c9dc5))
    vote(votes, 32, hashOf(shingle, 0x9747b28c))
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
