/** Fingerprints are 64 bits, as hex digits. Source: `lure/template.ts`. */
const FINGERPRINT = /^[0-9a-f]{16}$/
const BITS = 64

/**
 * So many bits may differ in two mails of one template. Measured on 134 written mails of six languages: two changed
 * words move 9 bits in the median where a mail has 20 to 40 words, 6 where it has 40 to 80 (14 in one of a hundred), 3
 * where it has more; two different mails are 31 apart in the median, and none nearer than 16.
 */
export const SAME_TEMPLATE_BITS = 14

/** A fingerprint as two halves of 32 bits; null where it is none. */
export type Halves = readonly [high: number, low: number] | null

export function halvesOf(fingerprint: string): Halves {
  if (!FINGERPRINT.test(fingerprint)) return null
  return [Number.parseInt(fingerprint.slice(0, 8), 16), Number.parseInt(fingerprint.slice(8), 16)]
}

/**
 * How far two template fingerprints are apart: the bits that differ, 0 to 64. Mails of one template whose words were
 * changed a little stay near.
 *
 * In:  fingerprints of `templateOf`, as halves.
 * Out: 64, as far as can be, where one of them is none: nothing is near to what could not be told.
 */
export function templateDistance(one: Halves, other: Halves): number {
  return one && other ? ones(one[0] ^ other[0]) + ones(one[1] ^ other[1]) : BITS
}

/** Whether two fingerprints are of one template, changed a little at most. */
export function isSameTemplate(one: Halves, other: Halves): boolean {
  return templateDistance(one, other) <= SAME_TEMPLATE_BITS
}

/** How many of 32 bits are set. Source: Warren, Hacker's Delight, figure 5-2. */
function ones(bits: number): number {
  let sum = bits - ((bits >>> 1) & 0x55555555)
  sum = (sum & 0x33333333) + ((sum >>> 2) & 0x33333333)
  return Math.imul((sum + (sum >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
