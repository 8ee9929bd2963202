import { expect, test } from 'vitest'
import type { Forecast } from '../model/forecast.ts'
import { numberFacts } from '../../test/number-facts.ts'
import { forecastReasons } from './forecast.ts'
import { riskOf } from './risk.ts'
import { UNPROVEN_LEVEL } from './signals.ts'

const NOW = Date.UTC(2026, 10, 20)
const rare: Forecast = { probability: 0.0234, days: 7, evidence: 8, rarity: 0.001 }

const levelOf = (forecast: Forecast | null) =>
  riskOf(
    { profile: null, facts: numberFacts(), neighbourhood: { blocks: [], run: 0 }, forecast, coverage: {}, returns: {} },
    NOW,
  )

test('a number nobody has seen, foretold as rarely as one in a thousand, is as risky as neighbours can make it', () => {
  const risk = levelOf(rare)
  expect(risk.level).toBe(UNPROVEN_LEVEL)
  expect(risk.reasons[0]).toMatchObject({ code: 'block.forecast', polarity: 'risk', subject: 'block' })
  expect(risk.reasons[0]!.text).toMatch(/2.3 % likely to turn up within 7 days; at most 0.1 % of such numbers/)
})

test('one foretold as rarely as five in a thousand is a level lower, and what is nothing rare is no reason', () => {
  expect(levelOf({ ...rare, rarity: 0.005 }).level).toBe(4)
  expect(levelOf({ ...rare, rarity: null })).toMatchObject({ level: null })
  expect(levelOf(null).level).toBeNull()
})

test('what neighbours say already is not counted twice', () => {
  const told = {
    code: 'block.neighbors_malicious',
    polarity: 'risk',
    text: '',
    subject: 'block',
    evidence: [],
  } as const
  const pointsBeside = (points: number) => forecastReasons(rare, [{ ...told, points }])[0]!.points
  expect(pointsBeside(1)).toBeCloseTo(2.4)
  expect(pointsBeside(3.4)).toBe(0)
})
