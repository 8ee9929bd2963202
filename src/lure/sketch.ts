import { SKETCH } from '../model/sketch.ts'
import { hashOf, mix, shingles } from './template-words.ts'

const { bands, rows } = SKETCH

/**
 * MinHash sketch of a message's words, to find near-duplicates without comparing all pairs: each band holds the smallest
 * hashes of the words and pairs of words under `rows` permutations, folded into 32 bits. Two mails share a band with the
 * probability similarity ** rows.
 *
 * In:  words of `templateWords`.
 * Out: `bands` times 8 hex digits; '' for no words.
 * Source: Broder 1997, resemblance of documents; Leskovec, Rajaraman, Ullman, Mining of Massive Datasets, chapter 3.
 */
export function sketchOf(words: readonly string[]): string {
  if (words.length === 0) return ''
  const least = new Uint32Array(bands * rows).fill(0xffffffff)
  for (const shingle of new Set(shingles(words))) {
    const own = hashOf(shingle, 0x811c9dc5)
    for (let at = 0; at < least.length; at++) {
      const permuted = mix(own ^ Math.imul(at + 1, 0x9e3779b1))
      if (permuted < least[at]!) least[at] = permuted
    }
  }
  let sketch = ''
  for (let band = 0; band < bands; band++) {
    const key = least.subarray(band * rows, (band + 1) * rows).reduce((folded, value) => mix(folded ^ value), band)
    sketch += key.toString(16).padStart(8, '0')
  }
  return sketch
}
