import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { forecastReader, keepForecast } from './forecast-file.ts'
import type { KeptForecast } from './forecast-file.ts'

let data: string
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'ringtrace-forecast-'))
  vi.useFakeTimers({ toFake: ['performance'] })
})
afterEach(() => {
  vi.useRealTimers()
  rmSync(data, { recursive: true })
})

const kept = (hits: number): KeptForecast => ({
  model: {
    trainedOn: 20_600,
    days: 7,
    trees: { base: -3, trees: [{ feature: [-1], at: [0.5], left: [0], right: [0] }] },
    tried: { trees: { base: -3, trees: [] }, calibration: { slope: 1, offset: 0 }, batch: 1 },
    priors: { 'BE mobile 11': -12 },
    tally: {},
    flags: [2, 4],
    gains: {},
    hits,
  },
  blocks: [],
  madeAt: 0,
})

test('a reader finds no forecast, then the one that was kept, then the one kept in its place', () => {
  const forecast = forecastReader(data)
  expect(forecast()).toBeNull()
  keepForecast(data, kept(60))
  vi.advanceTimersByTime(2_000)
  expect(forecast()).toEqual(kept(60))
  keepForecast(data, kept(70))
  utimesSync(join(data, 'forecast.json'), 1, 1)
  vi.advanceTimersByTime(2_000)
  expect(forecast()).toEqual(kept(70))
})

test('a forecast of another version is none, and a file that is no forecast is told', () => {
  writeFileSync(join(data, 'forecast.json'), '{"format":0}')
  expect(forecastReader(data)()).toBeNull()
  writeFileSync(join(data, 'forecast.json'), '{"format":')
  expect(forecastReader(data)).toThrow(/forecast.json cannot be read/)
})
