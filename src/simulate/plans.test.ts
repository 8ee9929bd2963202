import { assert, constantFrom, nat, property } from 'fast-check'
import { expect, test } from 'vitest'
import { readNumber } from '../model/phone-number.ts'
import { allotment } from './allotment.ts'
import { PLANS, blocksIn, numberAt } from './plans.ts'
import type { PlanName } from './plans.ts'

const NAMES = Object.keys(PLANS) as PlanName[]

test('every number of every plan is valid and of its region', () => {
  assert(
    property(constantFrom(...NAMES), nat(), nat(999), (name, block, offset) => {
      const number = numberAt(name, block % blocksIn(name), offset)
      expect(readNumber(number)).toMatchObject({ number, region: PLANS[name].region, isValid: true })
    }),
    { numRuns: 2_000 },
  )
})

test('every area code of a plan makes valid numbers', () => {
  for (const name of NAMES) {
    for (let block = 0; block < Math.min(blocksIn(name), 3_000); block++) {
      expect(readNumber(numberAt(name, block, 500)), numberAt(name, block, 500)).toMatchObject({ isValid: true })
    }
  }
})

test('no two blocks of a plan are the same one', () => {
  for (const name of ['US', 'FR', 'NL'] as const) {
    const starts = Array.from({ length: blocksIn(name) }, (_, block) => numberAt(name, block, 0))
    expect(new Set(starts).size).toBe(starts.length)
  }
})

test('North American numbers keep to exchange 555, away from the fictional lines and from directory assistance', () => {
  for (let block = 0; block < blocksIn('US'); block++) expect(numberAt('US', block, 0)).toMatch(/^\+1\d{3}555[2-9]000$/)
})

test('operators and bystanders never get the same number, also where a plan is full', () => {
  const allotted = allotment()
  const given = new Set<string>()
  const blocks = blocksIn('US_TOLL_FREE') + 20
  for (let count = 0; count < blocks; count++) {
    const block = allotted.block('US_TOLL_FREE')
    for (const offset of [0, 450, 899]) given.add(block.numberAt(offset))
  }
  const bystanders = blocksIn('US_TOLL_FREE') * 100 + 50
  for (let count = 0; count < bystanders; count++) given.add(allotted.bystander('US_TOLL_FREE'))
  expect(given.size).toBe(blocks * 3 + bystanders)
})
