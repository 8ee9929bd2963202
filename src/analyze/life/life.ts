import type { DayCounts, Life, Quartiles, Variety } from '../../model/life.ts'
import { kaplanMeier } from './kaplan-meier.ts'
import type { LifeCount, LifeKind } from './life-queries.ts'

/** Of the silences that ended, so many were no longer than the horizon. */
const HORIZON_SHARE = 0.95
/** Fewer silences tell nothing of those to come: then a cool-down of the field's definitions ends a life. */
const FEWEST_SILENCES = 20
const COOL_DOWN_DAYS = 30

/** In: counts of the slice, and the days it was watched from and to. null where it holds no number. */
export function lifeOf(
  counts: readonly LifeCount[],
  several: Readonly<Record<Variety, number>>,
  watched: { readonly from: number; readonly to: number },
): Life | null {
  const lived = counts.filter(({ kind }) => kind === 'lived')
  const numbers = lived.reduce((sum, each) => sum + each.numbers, 0)
  if (numbers === 0) return null
  const gaps = daysOf(counts, 'gap')
  const active = daysOf(counts, 'active')
  const spans = daysOf(lived, 'lived')
  const horizonDays = horizonOf(gaps, watched.to - watched.from)
  const isDead = ({ b: silentDays }: LifeCount): boolean => silentDays >= horizonDays
  const survival = kaplanMeier(lived.map((each) => ({ days: each.a, isEnd: isDead(each), count: each.numbers })))
  const coolDowns = gaps.filter(({ days }) => days > 1).map(({ days, count }) => ({ days: days - 1, count }))
  return {
    fromDay: watched.from,
    toDay: watched.to,
    numbers,
    sightings: lived.reduce((sum, { sightings }) => sum + sightings, 0),
    activeDays: active,
    lifespan: {
      naiveMedianDays: quantile(spans, 0.5),
      median: survival.median,
      horizonDays,
      stillThere: lived.reduce((sum, each) => sum + (isDead(each) ? 0 : each.numbers), 0),
      curve: survival.steps,
      days: spans,
    },
    coolDowns: { count: total(coolDowns), quartiles: quartilesOf(coolDowns), days: coolDowns },
    reuse: {
      consecutiveDays: total(daysOf(counts, 'reused')),
      severalDays: total(active.filter(({ days }) => days > 1)),
    },
    several,
  }
}

/**
 * How long a number has to be silent to be taken for dead: as long as 95 of 100 silences that ended in a return. Seen on
 * the very next day it was not silent. At most half of the time watched, else nobody would be known to have died.
 */
function horizonOf(gaps: DayCounts, watchedDays: number): number {
  const silences = gaps.filter(({ days }) => days > 1)
  const usual = total(silences) < FEWEST_SILENCES ? COOL_DOWN_DAYS : quantile(silences, HORIZON_SHARE)
  return Math.max(1, Math.min(usual, Math.floor(watchedDays / 2)))
}

/** Counts of one kind by their days alone, ascending. */
function daysOf(counts: readonly LifeCount[], wanted: LifeKind): { days: number; count: number }[] {
  const byDays = new Map<number, number>()
  for (const { kind, a, numbers } of counts) if (kind === wanted) byDays.set(a, (byDays.get(a) ?? 0) + numbers)
  return [...byDays].map(([days, count]) => ({ days, count })).sort((one, other) => one.days - other.days)
}

const total = (counts: DayCounts): number => counts.reduce((sum, { count }) => sum + count, 0)

/** The least number of days that at least this share does not exceed. In: ascending, at least one. */
function quantile(counts: DayCounts, share: number): number {
  const wanted = share * total(counts)
  let so = 0
  for (const { days, count } of counts) {
    so += count
    if (so >= wanted) return days
  }
  return counts.at(-1)!.days
}

function quartilesOf(counts: DayCounts): Quartiles {
  if (counts.length === 0) return null
  return { lower: quantile(counts, 0.25), median: quantile(counts, 0.5), upper: quantile(counts, 0.75) }
}
