/** The shortest run that is told. Source: definitions of the trend briefing; Talos 2026-05-06, sequential blocks. */
export const MIN_RUN = 3

/**
 * Splits numbers into runs of consecutive ones.
 *
 * In:  digits, ascending, each once.
 * Out: runs of at least MIN_RUN, each [first, last].
 * @example runsOf([3, 4, 5, 9]) // => [[3, 5]]
 */
export function runsOf(digits: readonly number[]): [number, number][] {
  const runs: [number, number][] = []
  for (const number of digits) {
    const run = runs.at(-1)
    if (run && number === run[1] + 1) run[1] = number
    else runs.push([number, number])
  }
  return runs.filter(([first, last]) => last - first + 1 >= MIN_RUN)
}

/**
 * How often numbers that fall evenly make a run of at least `length` that reaches into a block: at most as often as such
 * runs are expected there (union bound over where one can begin).
 *
 * In: density, the share of numbers around that are seen; width of the block.
 */
export function runChance(length: number, { density, width }: { density: number; width: number }): number {
  return Math.min(1, (width + length - 1) * density ** length)
}
