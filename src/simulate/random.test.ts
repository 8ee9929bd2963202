import { expect, test } from 'vitest'
import { random } from './random.ts'

test('the same seed draws the same on any machine', () => {
  const chance = random('ringtrace')
  expect([chance.bits(), chance.bits(), chance.bits(), chance.bits()]).toEqual([
    1926962806, 2481010356, 2818696817, 3620968895,
  ])
})

test('a fork depends on its name, not on what was drawn before', () => {
  const untouched = random('seed').fork('ring', 7)
  const parent = random('seed')
  for (let draw = 0; draw < 10; draw++) parent.bits()
  expect(parent.fork('ring', 7).hex(32)).toBe(untouched.hex(32))
  expect(parent.fork('ring', 8).hex(32)).not.toBe(random('seed').fork('ring', 7).hex(32))
})

test('whole numbers fall evenly and both ends are reached', () => {
  const chance = random('even')
  const counts = new Map<number, number>()
  for (let draw = 0; draw < 60_000; draw++) {
    const drawn = chance.between(1, 6)
    counts.set(drawn, (counts.get(drawn) ?? 0) + 1)
  }
  expect([...counts.keys()].sort()).toEqual([1, 2, 3, 4, 5, 6])
  for (const count of counts.values()) expect(Math.abs(count - 10_000)).toBeLessThan(500)
})

test('half of log-normal draws are below the median', () => {
  const chance = random('median')
  const below = Array.from({ length: 20_000 }, () => chance.logNormal(14, 0.8)).filter((drawn) => drawn < 14).length
  expect(below / 20_000).toBeCloseTo(0.5, 1)
})

test('weights decide how often a key is drawn, and a weight of 0 is never drawn', () => {
  const chance = random('weights')
  const drawn = Array.from({ length: 10_000 }, () => chance.weighted({ often: 3, seldom: 1, never: 0 }))
  expect(drawn.filter((key) => key === 'often').length / 10_000).toBeCloseTo(0.75, 1)
  expect(drawn).not.toContain('never')
})
