import { FORECAST_RARITIES } from '../model/forecast.ts'
import { DAY_MILLIS } from '../model/day.ts'
import type { ForecastTrial } from '../model/forecast-trial.ts'
import type { LikelyBlock } from '../model/likely-block.ts'
import { isoDay, isoTime } from './iso-time.ts'
import { many } from './many.ts'
import { plainText } from './plain-text.ts'

/** trainedOn: whole days since 1970. madeAt: Unix milliseconds. */
type Shown = {
  readonly madeAt: number
  readonly model: { readonly trainedOn: number; readonly days: number; readonly hits: number }
  readonly blocks: readonly LikelyBlock[]
}

/** The JSON of a forecast. */
export function forecastJson({ model, blocks, madeAt }: Shown, limit: number): Record<string, unknown> {
  const { trainedOn, days, hits } = model
  return {
    learntAt: isoTime(madeAt),
    trainedOn: dayText(trainedOn),
    days,
    learntFrom: hits,
    blocks: blocks.slice(0, limit).map(likelyBlockJson),
  }
}

/** The JSON of a block that is likely to produce. */
export function likelyBlockJson({ expected, chance, ...block }: LikelyBlock): Record<string, unknown> {
  return { ...block, expected: Number(expected.toPrecision(3)), chance: Number(chance.toPrecision(3)) }
}

/** The same for people. */
export function likelyBlockSummary({
  prefix,
  width,
  region,
  provider,
  expected,
  chance,
  days,
  known,
  lately,
}: LikelyBlock): string {
  const where = [region, provider === null ? 'provider not known' : plainText(provider)].join(' · ')
  const soon = `${percent(chance)} likely to produce within ${many(days, 'day')}, ${Number(expected.toPrecision(2))} expected`
  return `${prefix}${'x'.repeat(Math.log10(width))}  ${where} · ${soon} · ${many(known, 'number')} seen, ${lately} in the last 30 days`
}

/** The JSON of one trial: how well it would have done from a day on. */
export function forecastTrialJson({
  on,
  untilDays,
  entering,
  drawn,
  flags,
  regions,
}: ForecastTrial): Record<string, unknown> {
  return {
    on: dayText(on),
    days: untilDays,
    entering,
    drawn,
    flagged: flags.map(({ found, innocent }, i) => ({
      allowed: FORECAST_RARITIES[i],
      found: rounded(found),
      innocent,
    })),
    regions: regions.map(({ region, entering: its, found }) => ({ region, entering: its, found: found.map(rounded) })),
  }
}

/** The same for people. */
export function forecastTrialSummary({ on, untilDays, entering, flags }: ForecastTrial): string {
  const told = flags.map(
    ({ found, innocent }, i) =>
      `${percent(found)} found where at most ${FORECAST_RARITIES[i]! * 100} % of random numbers may be flagged (${(innocent * 100).toFixed(3)} % were)`,
  )
  return `${dayText(on)}  ${many(entering, 'number')} came within ${many(untilDays, 'day')}: ${told.join('; ')}`
}

const dayText = (day: number): string => isoDay(day * DAY_MILLIS)
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`
const rounded = (share: number): number => Number(share.toFixed(4))
