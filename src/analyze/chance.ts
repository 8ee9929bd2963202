/** Terms smaller than this share of the sum change no digit that is shown. */
const NEGLIGIBLE = 1e-12

/**
 * How likely it is that at least `hits` of `trials` independent trials hit, each with the same chance: the upper tail
 * of the binomial distribution.
 *
 * In:  chance, 0 < chance < 1; 0 ≤ hits ≤ trials.
 * @example binomialTail(3, 3, 0.1) // => 0.001
 */
export function binomialTail(hits: number, trials: number, chance: number): number {
  if (hits <= 0) return 1
  let logTerm = (trials - hits) * Math.log1p(-chance)
  for (let i = 1; i <= hits; i++) logTerm += Math.log(((trials - hits + i) / i) * chance)
  const first = Math.exp(logTerm)
  let [sum, ratio] = [1, 1]
  for (let k = hits + 1; k <= trials; k++) {
    ratio *= ((trials - k + 1) / k) * (chance / (1 - chance))
    sum += ratio
    if (ratio < sum * NEGLIGIBLE && k > trials * chance) break
  }
  return Math.min(1, first * sum)
}
