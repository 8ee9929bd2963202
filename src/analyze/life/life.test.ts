import { expect, test } from 'vitest'
import type { LifeCount } from './life-queries.ts'
import { lifeOf } from './life.ts'

const SEVERAL = { subjects: 0, brands: 0, vehicles: 0, senderDomains: 0 }
const watched = { from: 100, to: 200 }
const count = (kind: LifeCount['kind'], a: number, numbers: number, b = 0): LifeCount => ({
  kind,
  a,
  b,
  numbers,
  sightings: kind === 'lived' ? numbers * 3 : 0,
})

test('a number that is silent no longer than those who come back is not dead yet', () => {
  // 96 of 100 silences that ended were of 10 days at most.
  const gaps = [count('gap', 1, 500), count('gap', 10, 96), count('gap', 40, 4)]
  const life = lifeOf([...gaps, count('lived', 4, 6, 50), count('lived', 8, 4, 9)], SEVERAL, watched)
  expect(life?.lifespan).toMatchObject({ horizonDays: 10, stillThere: 4, naiveMedianDays: 4, median: { days: 4 } })
  expect(life?.lifespan.curve).toMatchObject([{ days: 4, atRisk: 10, ends: 6, survival: 0.4 }])
})

test('those still there make lives longer than they look', () => {
  const life = lifeOf(
    [count('gap', 5, 10), count('lived', 2, 6, 0), count('lived', 2, 4, 60), count('lived', 30, 4, 60)],
    SEVERAL,
    watched,
  )
  expect(life?.lifespan).toMatchObject({ naiveMedianDays: 2, stillThere: 6, median: { days: 30 } })
})

test('a cool-down is the days of silence between two spells, not those from one sighting to the next', () => {
  const gaps = [count('gap', 1, 90), count('gap', 2, 2), count('gap', 8, 2)]
  const life = lifeOf([...gaps, count('lived', 9, 1)], SEVERAL, watched)
  expect(life?.coolDowns).toEqual({
    count: 4,
    quartiles: { lower: 1, median: 1, upper: 7 },
    days: [
      { days: 1, count: 2 },
      { days: 7, count: 2 },
    ],
  })
})

test('nobody is known to have died where watching was short: half of it is the longest silence asked for', () => {
  const life = lifeOf([count('gap', 90, 90), count('lived', 90, 9)], SEVERAL, watched)
  expect(life?.lifespan).toMatchObject({ horizonDays: 50, stillThere: 9, median: { days: null } })
})

test('a handful of silences tells nothing of those to come', () => {
  const life = lifeOf([count('gap', 80, 5), count('lived', 0, 7, 40), count('lived', 0, 2, 20)], SEVERAL, watched)
  expect(life?.lifespan).toMatchObject({ horizonDays: 30, stillThere: 2 })
})

test('no number has no life', () => {
  expect(lifeOf([], SEVERAL, watched)).toBeNull()
})
