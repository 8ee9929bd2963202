import type { Median, SurvivalStep } from '../../model/life.ts'

/** Of so many things that lasted so long: whether that was the end of them, or only the end of looking. */
export type Lasted = { readonly days: number; readonly isEnd: boolean; readonly count: number }

/** steps: one for each time at which something ended, ascending. */
export type Survival = { readonly total: number; readonly steps: readonly SurvivalStep[]; readonly median: Median }

/** Normal quantile of 97.5 %. */
const Z = 1.959963984540054

/**
 * How long things last, where some were still there when looking ended.
 *
 * In:     lasted, in any order; what ended and what was left at the same time: the latter counts as still there then.
 * Units:  days, or whatever the durations are in.
 * Source: Kaplan and Meier 1958; standard error: Greenwood 1926; the band: of log(−log S), which stays within 0 and 1
 *         (Kalbfleisch and Prentice 1980); the median's: where the band crosses a half (Brookmeyer and Crowley 1982).
 * @example kaplanMeier([{ days: 1, isEnd: true, count: 1 }, { days: 2, isEnd: false, count: 1 }]).median.days // => 1
 */
export function kaplanMeier(lasted: Iterable<Lasted>): Survival {
  const times = new Map<number, { ends: number; left: number }>()
  let total = 0
  for (const { days, isEnd, count } of lasted) {
    const time = times.get(days) ?? { ends: 0, left: 0 }
    if (isEnd) time.ends += count
    else time.left += count
    total += count
    times.set(days, time)
  }
  const steps: SurvivalStep[] = []
  let [atRisk, survival, variance] = [total, 1, 0]
  for (const [days, { ends, left }] of [...times].sort(([one], [other]) => one - other)) {
    if (ends > 0) {
      survival *= 1 - ends / atRisk
      variance += ends / (atRisk * (atRisk - ends))
      steps.push({ days, atRisk, ends, survival, ...bandOf(survival, variance) })
    }
    atRisk -= ends + left
  }
  return { total, steps, median: medianOf(steps) }
}

/** The chance to last longer than so many days. */
export function survivalAt({ steps }: Pick<Survival, 'steps'>, days: number): number {
  let [low, high] = [0, steps.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (steps[middle]!.days <= days) low = middle + 1
    else high = middle
  }
  return steps[low - 1]?.survival ?? 1
}

/** variance: Greenwood's sum. Where all have ended it has no end, and there is nothing left to be unsure of. */
function bandOf(survival: number, variance: number): Pick<SurvivalStep, 'standardError' | 'low' | 'high'> {
  if (survival <= 0) return { standardError: 0, low: 0, high: 0 }
  const spread = Math.exp((Z * Math.sqrt(variance)) / Math.log(survival))
  return {
    standardError: survival * Math.sqrt(variance),
    low: survival ** (1 / spread),
    high: survival ** spread,
  }
}

function medianOf(steps: readonly SurvivalStep[]): Median {
  const crossing = (of: (step: SurvivalStep) => number): number | null =>
    steps.find((step) => of(step) <= 0.5)?.days ?? null
  return {
    days: crossing(({ survival }) => survival),
    low: crossing(({ low }) => low),
    high: crossing(({ high }) => high),
  }
}
