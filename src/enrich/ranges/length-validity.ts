import type { Validity } from '../../model/number-facts.ts'

/**
 * What is wrong with a number that no range holds, by how many digits it has.
 *
 * In: lengths that numbers of its calling code have, as bits.
 */
export function lengthValidity(lengths: number, length: number): Validity {
  if (((lengths >>> length) & 1) === 1) return 'possible_not_valid'
  // No bit at its own length or above: every number of the plan is shorter.
  if (lengths >>> length === 0) return 'too_long'
  const isShortest = (lengths & ((1 << length) - 1)) === 0
  return isShortest ? 'too_short' : 'invalid_length'
}
