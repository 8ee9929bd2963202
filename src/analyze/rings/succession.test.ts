import fc from 'fast-check'
import { expect, test } from 'vitest'
import { farNumber } from '../../../test/made-members.ts'
import { ringId } from './rings.ts'
import { succession } from './succession.ts'
import type { KnownRing, NewGroup } from './succession.ts'

const known = (id: string, ...numbers: number[]): KnownRing => ({ id, digits: numbers })
const group = (...numbers: number[]): NewGroup => ({
  digits: numbers,
  seenFirst: farNumber(numbers[0]!),
})

test('a ring that was not known is born under the name of its first number', () => {
  const { ids, events } = succession([], [group(3, 4)], 7)
  expect(ids).toEqual([ringId(farNumber(3))])
  expect(events).toEqual([{ ring: ids[0], at: 7, kind: 'born', numbers: 2, others: [] }])
})

test('a ring keeps its name while it grows and shrinks, and nothing is told of one that is what it was', () => {
  const before = [known('r-a', 1, 2), known('r-b', 3, 4, 5), known('r-c', 6, 7)]
  const { ids, events } = succession(before, [group(0, 1, 2), group(4, 5), group(6, 7)], 7)
  expect(ids).toEqual(['r-a', 'r-b', 'r-c'])
  expect(events.map(({ ring, kind, numbers }) => [ring, kind, numbers])).toEqual([
    ['r-a', 'grew', 3],
    ['r-b', 'shrank', 2],
  ])
})

test('of rings that merge the one with most numbers gives the name, and the other ends in it', () => {
  const { ids, events } = succession([known('r-a', 1, 2), known('r-b', 3, 4, 5)], [group(1, 2, 3, 4, 5)], 7)
  expect(ids).toEqual(['r-b'])
  expect(events).toEqual([
    { ring: 'r-b', at: 7, kind: 'merged', numbers: 5, others: ['r-a'] },
    { ring: 'r-a', at: 7, kind: 'ended', numbers: 0, others: ['r-b'] },
  ])
})

test('of a ring that splits the larger part keeps the name, and the other says where it comes from', () => {
  const { ids, events } = succession([known('r-a', 1, 2, 3, 4, 5)], [group(1, 2), group(3, 4, 5)], 7)
  expect(ids).toEqual([ringId(farNumber(1)), 'r-a'])
  expect(events.map(({ ring, kind, others }) => [ring, kind, others])).toEqual([
    [ids[0], 'split', ['r-a']],
    ['r-a', 'shrank', []],
  ])
})

test('a ring whose numbers are in none any more has ended', () => {
  expect(succession([known('r-a', 1, 2)], [], 7).events).toEqual([
    { ring: 'r-a', at: 7, kind: 'ended', numbers: 0, others: [] },
  ])
})

test('names are never given twice, and every ring of before goes on or ends', () => {
  const split = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 12, maxLength: 12 })
  const groupsOf = (of: readonly number[]): number[][] =>
    [0, 1, 2, 3, 4]
      .map((ring) => of.flatMap((each, number) => (each === ring ? [number] : [])))
      .filter((all) => all.length > 1)
  fc.assert(
    fc.property(split, split, (was, is) => {
      // Named as those that may come to be named again.
      const before = groupsOf(was).map((numbers) => known(ringId(farNumber(numbers[0]!)), ...numbers))
      const { ids, events } = succession(
        before,
        groupsOf(is).map((numbers) => group(...numbers)),
        7,
      )
      expect(new Set(ids).size).toBe(ids.length)
      const ended = new Set(events.filter(({ kind }) => kind === 'ended').map(({ ring }) => ring))
      for (const { id } of before) expect(ended.has(id)).toBe(!ids.includes(id))
    }),
  )
})
