import { expect, test } from 'vitest'
import { random } from '../../simulate/random.ts'
import { evaluateForecast } from './evaluate-forecast.ts'
import { foretell } from './foretell.ts'
import { kindsOf } from './kinds.ts'
import { likelyBlocks } from './likely-blocks.ts'
import type { PlaceOf } from './place.ts'
import { surroundingsOn } from './surroundings.ts'
import { TRAINING, trainForecast } from './train-forecast.ts'
import type { Born } from './vicinity.ts'

const CODE = 32_400_000_000
const DAYS = 60

/** Belgian mobile numbers, all of them valid: a plan of a hundred million. */
const placeOf: PlaceOf = (digits) =>
  digits >= CODE && digits < CODE + 100_000_000
    ? { kind: 'BE mobile 11', region: 'BE', provider: null, range: null, rangeSize: 0 }
    : null

/** A pool that takes ten numbers a day, upwards from one place, and as many victims anywhere. */
function world(seed: string): Born[] {
  const dice = random(seed)
  const pool = Array.from({ length: DAYS * 10 }, (_, i) => ({
    digits: CODE + 68_790_000 + i * 3 + dice.below(3),
    day: 20_000 + Math.floor(i / 10),
  }))
  const others = Array.from({ length: DAYS * 10 }, (_, i) => ({
    digits: CODE + dice.below(60_000_000),
    day: 20_000 + Math.floor(i / 10),
  }))
  const born = new Map([...pool, ...others].map((each) => [each.digits, each]))
  return [...born.values()].sort((a, b) => a.digits - b.digits)
}

const optionsFor = (seed: string, on: number) => {
  const { unit } = random(`dice ${seed}`)
  const training = { ...TRAINING, innocent: 2_000, drawn: 100_000, trees: 30 }
  return { on, since: 20_005, days: 7, placeOf, kinds: kindsOf(placeOf, unit), unit, training }
}

test('numbers of a pool are foretold, numbers out of nowhere are not, and as many innocent ones are flagged as said', () => {
  const born = world('a')
  const found = evaluateForecast({ born, entered: born }, { ...optionsFor('a', 20_040), untilDays: 7, drawn: 100_000 })
  const [wide, narrow] = found!.trial.flags
  expect(found!.trial.entering).toBe(140)
  expect(narrow!.found).toBeGreaterThan(0.45)
  expect(wide!.found).toBeLessThan(0.6)
  expect(wide!.innocent).toBeLessThanOrEqual(0.005)
  expect(narrow!.innocent).toBeLessThanOrEqual(0.001)
})

test('a number just above the last of an ascending pool is likelier than one of a block nobody knows', () => {
  const born = world('b')
  const model = trainForecast({ born, entered: born }, optionsFor('b', 20_040))!
  const before = surroundingsOn(20_040, born)
  const tell = (digits: number) =>
    foretell(model, { digits, place: placeOf(digits)!, vicinity: before.around(digits), day: 20_040 })!
  const next = tell(CODE + 68_790_000 + 405 * 3)
  const nowhere = tell(CODE + 99_123_456)
  expect(next.probability).toBeGreaterThan(1_000 * nowhere.probability)
  expect(nowhere.probability).toBeLessThan(1e-4)
})

test('as many numbers are expected of the blocks of pools as come, and all others bring next to none', () => {
  const on = 20_050
  const worlds = ['e', 'f', 'g'].map((seed) => {
    const born = world(seed)
    const model = trainForecast({ born, entered: born }, optionsFor(seed, on))!
    const blocks = likelyBlocks(model, { before: surroundingsOn(on, born), placeOf, limit: 1_000 })
    const isPool = (digits: number) => Math.floor(digits / 10_000) === Math.floor((CODE + 68_790_000) / 10_000)
    const [pool, others] = [true, false].map((is) =>
      blocks
        .filter(({ prefix }) => isPool(Number(prefix) * 1_000) === is)
        .reduce((sum, each) => sum + each.expected, 0),
    )
    const came = born.filter(({ digits, day }) => isPool(digits) && day >= on && day < on + 7).length
    return { pool: pool!, others: others!, came }
  })
  const all = (of: 'pool' | 'others' | 'came') => worlds.reduce((sum, each) => sum + each[of], 0)
  expect(all('pool') / all('came')).toBeGreaterThan(0.6)
  expect(all('pool') / all('came')).toBeLessThan(1.6)
  expect(all('others')).toBeLessThan(all('came') / 20)
})

test('training looks at nothing that came on its day or later', () => {
  const born = world('c')
  const on = 20_035
  const past = born.filter(({ day }) => day < on)
  const learn = (all: readonly Born[]) => trainForecast({ born: all, entered: all }, optionsFor('c', on))
  expect(learn(born)).toEqual(learn(past))
})

test('from a handful of numbers nothing is learnt', () => {
  const born = world('d').filter((_, i) => i % 40 === 0)
  expect(trainForecast({ born, entered: born }, optionsFor('d', 20_040))).toBeNull()
})
