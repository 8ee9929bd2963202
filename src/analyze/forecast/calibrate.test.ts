import { expect, test } from 'vitest'
import { calibrated } from './calibrate.ts'

test('evidence that is twice too sure is halved', () => {
  const cases = Array.from({ length: 21 }, (_, i) => (i - 10) / 2).flatMap((truth) => {
    const share = 1 / (1 + Math.exp(-truth))
    const both = { evidence: 2 * truth, prior: 0 }
    return [
      { ...both, isHit: true, weight: 1_000 * share },
      { ...both, isHit: false, weight: 1_000 * (1 - share) },
    ]
  })
  const { slope, offset } = calibrated(cases)
  expect(slope).toBeCloseTo(0.5, 2)
  expect(offset).toBeCloseTo(0, 2)
})

test('what is foretold adds up to what came, for cases as rare as numbers of a plan', () => {
  const cases = [
    { evidence: 0, prior: Math.log(1e-6), isHit: false, weight: 1e7 },
    { evidence: 8, prior: Math.log(1e-6), isHit: false, weight: 10_000 },
    { evidence: 8, prior: Math.log(1e-6), isHit: true, weight: 100 },
  ]
  const { slope, offset } = calibrated(cases)
  const expected = cases.reduce(
    (sum, { evidence, prior, weight }) => sum + weight / (1 + Math.exp(-(prior + slope * evidence + offset))),
    0,
  )
  expect(expected).toBeGreaterThan(90)
  expect(expected).toBeLessThan(110)
})
