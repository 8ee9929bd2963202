/**
 * How well numbers were foretold that entered after a day by what was known before it.
 *
 * on:        the cut-off, whole days since 1970. untilDays: how long after it numbers count as entering.
 * entering:  how many did. drawn: random numbers of the same kinds tried beside them.
 * flags:     for each of FORECAST_RARITIES, the share of either above the threshold that was set before.
 * curve:     for each of CURVE_SHARES, the share of entering numbers above what this share of random ones exceeds.
 * ceilings:  for each width of FORECAST_WIDTHS, the share of entering numbers in whose block anyone was known: who looks
 *            at these blocks alone finds no more.
 * regions:   the same by country; found goes by FORECAST_RARITIES.
 */
export type ForecastTrial = {
  readonly on: number
  readonly untilDays: number
  readonly entering: number
  readonly drawn: number
  readonly flags: readonly { readonly found: number; readonly innocent: number }[]
  readonly curve: readonly number[]
  readonly ceilings: readonly number[]
  readonly regions: readonly { readonly region: string; readonly entering: number; readonly found: readonly number[] }[]
}
