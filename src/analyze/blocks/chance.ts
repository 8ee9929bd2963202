/** Terms smaller than this share of the sum change no digit that is shown. */
const NEGLIGIBLE = 1e-17

/**
 * How likely it is that at least `hits` of `trials` independent trials hit, each with the same chance: the upper tail
 * of the binomial distribution. Summed from its largest term away from the middle, on the side that is the smaller.
 *
 * In:  chance, 0 < chance < 1; 0 ≤ hits ≤ trials.
 * @example binomialTail(3, 3, 0.1) // => 0.001
 */
export function binomialTail(hits: number, trials: number, chance: number): number {
  if (hits <= 0) return 1
  const odds = chance / (1 - chance)
  if (hits > trials * chance) {
    return Math.min(1, termOf(hits, trials, chance) * sum(hits, trials, (k) => ((trials - k) / (k + 1)) * odds, 1))
  }
  const fewer = termOf(hits - 1, trials, chance) * sum(hits - 1, 0, (k) => k / (trials - k + 1) / odds, -1)
  return Math.max(0, 1 - fewer)
}

/** The chance of exactly so many hits: its logarithm is a number where it itself would be too small for one. */
function termOf(hits: number, trials: number, chance: number): number {
  let log = (trials - hits) * Math.log1p(-chance)
  for (let i = 1; i <= hits; i++) log += Math.log(((trials - hits + i) / i) * chance)
  return Math.exp(log)
}

/** Terms from the first to the end, as shares of the first; `ratio` of the next one to the one at k is below 1. */
function sum(first: number, end: number, ratio: (k: number) => number, step: 1 | -1): number {
  let [total, term] = [1, 1]
  for (let k = first; k !== end && term > total * NEGLIGIBLE; k += step) {
    term *= ratio(k)
    total += term
  }
  return total
}
