/** Fingerprints are 64 bits, as hex digits. Source: `lure/template.ts`. */
const FINGERPRINT = /^[0-9a-f]{16}$/
const BITS = 64

/**
 * So many bits may differ in two mails of one template. Measured on 134 written mails of six languages: two changed
 * words move 9 bits in the median where a mail has 20 to 40 words, 6 where it has 40 to 80 (14 in one of a hundred), 3
 * where it has more; two different mails are 31 apart in the median, and none nearer than 16.
 */
export const SAME_TEMPLATE_BITS = 14

/**
 * How far two template fingerprints are apart: the bits that differ, 0 to 64. Mails of one template whose words were
 * changed a little stay near; the fingerprint itself stays the exact key that rings are tied by.
 *
 * In:  fingerprints of `templateOf`.
 * Out: 64, as far as can be, where one of them is none: nothing is near to what could not be told.
 */
export function templateDistance(one: string, other: string): number {
  if (!FINGERPRINT.test(one) || !FINGERPRINT.test(other)) return BITS
  let distance = 0
  for (let at = 0; at < one.length; at += 8) {
    let bits = Number.parseInt(one.slice(at, at + 8), 16) ^ Number.parseInt(other.slice(at, at + 8), 16)
    for (; bits !== 0; bits &= bits - 1) distance++
  }
  return distance
}

/** Whether two fingerprints are of one template, changed a little at most. */
export function isSameTemplate(one: string, other: string): boolean {
  return templateDistance(one, other) <= SAME_TEMPLATE_BITS
}
