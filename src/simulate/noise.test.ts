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

test('noise blurs mail, and blocks are sold to two buyers', () => {
  const [clear, noisy] = [0, 1].map((noise) => world({ numbers: 2_000, noise }))
  const buyers = (of: typeof clear): number => {
    const byBlock = new Map<string, Set<string>>()
    for (const { id, isInnocent, numbers } of of!.operators()) {
      for (const { number } of isInnocent ? [] : numbers) {
        const block = number.slice(0, -3)
        byBlock.set(block, (byBlock.get(block) ?? new Set()).add(id))
      }
    }
    return Math.max(...[...byBlock.values()].map(({ size }) => size))
  }
  expect([buyers(clear), buyers(noisy)]).toEqual([1, 2])
  const numbers = [...noisy!.operators()].flatMap((each) => each.numbers.map(({ number }) => number))
  expect(new Set(numbers).size).toBe(2_000)
  const domains = (of: typeof clear): Set<string> =>
    new Set([...of!.facts()].flatMap((fact) => fact.senderDomain ?? []))
  expect(domains(clear)).not.toContain('freemail.example')
  expect(domains(noisy)).toContain('freemail.example')
})
