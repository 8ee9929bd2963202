/**
 * What is foretold of a number that nobody has seen.
 *
 * probability: that it turns up malicious within `days`. evidence: log-odds above those of any number of its kind.
 * rarity:      of random numbers of its kind at most this share is foretold as much; null where it is nothing rare.
 */
export type Forecast = {
  readonly probability: number
  readonly days: number
  readonly evidence: number
  readonly rarity: ForecastRarity | null
}

/** Shares of random numbers that may be flagged, the widest first. */
export const FORECAST_RARITIES = [0.005, 0.001] as const
export type ForecastRarity = (typeof FORECAST_RARITIES)[number]
