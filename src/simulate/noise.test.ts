import { expect, test } from 'vitest'
import { bandsOf } from '../model/sketch.ts'
import { halvesOf, isSameTemplate } from '../model/template-distance.ts'
import { misread, reworded } from './noise.ts'
import { random } from './random.ts'
import { world } from './world.ts'

test('a letter whose words were changed stays near, and mostly shares a band', () => {
  const chance = random('noise')
  const own = { fingerprint: chance.hex(16), sketch: chance.hex(96) }
  const shares = Array.from({ length: 200 }, () => {
    const other = reworded(own, chance)
    expect(isSameTemplate(halvesOf(own.fingerprint), halvesOf(other.fingerprint))).toBe(true)
    return bandsOf(other.sketch).some((band) => bandsOf(own.sketch).includes(band))
  })
  expect(shares.filter(Boolean).length).toBeGreaterThan(190)
})

test('a misread number is another one that differs in one digit', () => {
  const chance = random('noise')
  for (let round = 0; round < 100; round++) {
    const read = String(misread(18_034_714_598, chance))
    expect([...'18034714598'].filter((digit, at) => digit !== read[at])).toHaveLength(1)
  }
})

test('noise blurs mail and leaves the numbers of the world as they are', () => {
  const [clear, noisy] = [0, 1].map((noise) => world({ numbers: 2_000, noise }))
  const numbers = (of: typeof clear): string[] =>
    [...of!.operators()].flatMap((each) => each.numbers.map((n) => n.number))
  expect(numbers(noisy)).toEqual(numbers(clear))
  const domains = (of: typeof clear): Set<string> =>
    new Set([...of!.facts()].flatMap((fact) => fact.senderDomain ?? []))
  expect(domains(clear)).not.toContain('freemail.example')
  expect(domains(noisy)).toContain('freemail.example')
})
