/**
 * How likely it is that a block brings any number where so many are expected.
 *
 * In: batch, how many come at once: the fewer batches, the likelier that none comes.
 */
export function chanceOfAny(expected: number, batch: number): number {
  return -Math.expm1(-expected / batch)
}

/** Batches that are tried: of 1 to 32 numbers. */
const BATCHES = Array.from({ length: 41 }, (_, i) => 2 ** (i / 8))

/** expected: above 0. isAny: whether any number came. */
export type BatchCase = { readonly expected: number; readonly isAny: boolean }

/** The batch under which it is likeliest that these blocks brought any and the others none; 1 where nothing was tried. */
export function batchOf(cases: readonly BatchCase[]): number {
  let [best, most] = [1, -Infinity]
  for (const batch of BATCHES) {
    let likelihood = 0
    for (const { expected, isAny } of cases) {
      likelihood += isAny ? Math.log(chanceOfAny(expected, batch)) : -expected / batch
    }
    if (likelihood > most) [best, most] = [batch, likelihood]
  }
  return best
}
