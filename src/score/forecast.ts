import type { Forecast } from '../model/forecast.ts'
import type { Reason } from '../model/risk.ts'
import { FORECAST_POINTS, SIGNALS } from './signals.ts'

/**
 * What is foretold of a number nobody has seen, where that is rare. It goes by the same neighbours that speak
 * already, so only what it says beyond them is added.
 */
export function forecastReasons(forecast: Forecast | null, neighbours: readonly Reason[]): Reason[] {
  if (!forecast || forecast.rarity === null) return []
  const told = neighbours.reduce((sum, { points }) => sum + points, 0)
  const points = Math.max(0, Math.min(SIGNALS['block.forecast'].cap, FORECAST_POINTS[forecast.rarity]) - told)
  const rarely = `at most ${forecast.rarity * 100} % of such numbers are told as much`
  const text = `stands where numbers come from next: ${share(forecast.probability)} likely to turn up within ${forecast.days} days; ${rarely}`
  return [
    { code: 'block.forecast', polarity: points > 0 ? 'risk' : 'neutral', points, text, subject: 'block', evidence: [] },
  ]
}

const share = (probability: number): string => `${Number((probability * 100).toPrecision(2))} %`
