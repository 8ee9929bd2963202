import { SKETCH } from '../model/sketch.ts'
import type { Random } from './random.ts'

/**
 * What blurs the traces of rings, at the noise of a world (0–1).
 *
 * freeMail:  letters sent from a domain where anyone gets an address.
 * kits:      dialects bought from a seller who sells them to rivals, too.
 * reworded:  letters whose words were changed a little.
 * wordless:  letters with too few words to have a fingerprint.
 * sharedBlocks: blocks whose tens go to two buyers in turn.
 * misread:   letters in which a digit of the number was read wrongly.
 * fillers:   rings that hide a stolen newsletter. decoys: rings that copy official lines.
 */
export function noiseShares(noise: number) {
  return {
    freeMail: 0.6 * noise,
    kits: 0.5 * noise,
    reworded: 0.8 * noise,
    wordless: 0.15 * noise,
    sharedBlocks: 0.5 * noise,
    misread: 0.02 * noise,
    fillers: 0.35 + 0.4 * noise,
    decoys: 0.3 + 0.5 * noise,
  } as const
}

/** Where the letters of many rings come from. */
export const FREE_MAIL = 'freemail.example'

/** Kits sold in each language. */
export const KITS = 5

/** Words as fingerprints tell them. */
export type Print = { readonly fingerprint: string; readonly sketch: string }

/** Of changed words so many bits differ, at most; 9 in the median where a mail is short. Source: `template-distance.ts`. */
const MOST_BITS = 12
/** Of the bands of a sketch so many stay where four words of five do. */
const BAND_STAYS = 0.45

/** The same letter with a few words changed. */
export function reworded({ fingerprint, sketch }: Print, chance: Random): Print {
  const digits = [...fingerprint]
  for (let changed = chance.between(1, MOST_BITS); changed > 0; changed--) {
    const at = chance.below(digits.length)
    digits[at] = (Number.parseInt(digits[at]!, 16) ^ (1 << chance.below(4))).toString(16)
  }
  const bands = sketch.match(new RegExp(`.{${SKETCH.digits}}`, 'g')) ?? []
  return {
    fingerprint: digits.join(''),
    sketch: bands.map((band) => (chance.chance(BAND_STAYS) ? band : chance.hex(SKETCH.digits))).join(''),
  }
}

/** A number of which one of the last four digits was read as another. */
export function misread(digits: number, chance: Random): number {
  const place = 10 ** chance.below(4)
  const digit = Math.floor(digits / place) % 10
  return digits + (((digit + 1 + chance.below(9)) % 10) - digit) * place
}
