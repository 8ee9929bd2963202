import fc from 'fast-check'
import { expect, test } from 'vitest'
import { membersOf } from '../../../test/ring-members.ts'
import { farNumber, madeMember, numbersIn, putAll, stood } from '../../../test/made-members.ts'
import { digitsOf } from '../../model/phone-number.ts'
import type { PhoneNumber } from '../../model/phone-number.ts'
import { world } from '../../simulate/world.ts'
import type { Member } from './member.ts'
import { numberOf } from './graph-parts.ts'
import { LINK_LOG_ODDS } from './log-odds.ts'
import { ringGraph } from './ring-graph.ts'
import type { RingGraph } from './ring-graph.ts'

/** Rings of numbers, each with what it stood in, as lists of places. */
function rings(numbers: readonly (readonly string[])[], rest: readonly Partial<Member>[] = []): number[][] {
  const graph = ringGraph()
  const placeOf = new Map<PhoneNumber, number>()
  for (const [at, things] of numbers.entries()) {
    placeOf.set(farNumber(at), at)
    const standings = things.map((thing) => stood(thing.split('@')[0]!, Number(thing.split('@')[1] ?? 0)))
    putAll(graph, [madeMember(farNumber(at), standings, rest[at])])
  }
  graph.settle()
  return numbersIn(graph).map((numbers) => numbers.map((number) => placeOf.get(number)!))
}

/** The pairs a graph has brought together. */
function pairsIn({ parts, pairs }: RingGraph): { a: PhoneNumber; b: PhoneNumber; weight: number }[] {
  return [...pairs()].map((pair) => ({
    a: numberOf(parts, parts.pairs.a[pair]!),
    b: numberOf(parts, parts.pairs.b[pair]!),
    weight: parts.pairs.weight[pair]!,
  }))
}

const groupsOf = (graph: RingGraph): string[] =>
  numbersIn(graph)
    .map((numbers) => numbers.join())
    .sort()

test('numbers of one mail are a ring', () => {
  expect(rings([['message:m1'], ['message:m1'], ['message:m2']])).toEqual([[0, 1]])
})

test('rivals who bought one kit and have nothing else in common are no ring', () => {
  const rivals = Array.from({ length: 12 }, (_, at) => [
    'template:kit',
    `sender_domain:d${at >> 1}.example`,
    `reply_to:${at >> 1}`,
  ])
  expect(rings(rivals)).toEqual([0, 2, 4, 6, 8, 10].map((at) => [at, at + 1]))
})

test('what anyone may send from ties nothing, listed or not', () => {
  const strangers = Array.from({ length: 20 }, (_, at) => ['sender_domain:unlisted.example', `template:t${at}`])
  expect(rings(strangers)).toEqual([])
  expect(rings(strangers.map(([, template]) => ['sender_domain:gmail.com', template!]))).toEqual([])
})

test('a directory is no mail of a ring', () => {
  expect(rings(Array.from({ length: 11 }, () => ['message:m1', 'attachment:a1']))).toEqual([])
})

test('a wording that comes back after a long silence is another campaign', () => {
  const pair = (day: number): string[][] => [
    ['template:t1', 'sender_domain:a.example'],
    [`template:t1@${day}`, `sender_domain:a.example@${day}`],
  ]
  expect(rings(pair(2))).toEqual([[0, 1]])
  expect(rings(pair(47))).toEqual([])
})

test('a number taken out leaves no ring of it', () => {
  const graph = ringGraph()
  putAll(
    graph,
    [0, 1].map((at) => madeMember(farNumber(at), [stood('message:m1')])),
  )
  graph.settle()
  graph.remove(digitsOf(farNumber(1)))
  const { gone, made } = graph.settle()
  expect([gone.length, made.length, [...graph.groups()].length]).toEqual([1, 0, 0])
})

test('links hold numbers together as a search by hand finds, and only thin ones are cut', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.array(
          fc.constantFrom('message:m1', 'message:m2', 'message:m3', 'reply_to:r1', 'template:t1', 'sender_domain:d1'),
          { minLength: 1, maxLength: 3 },
        ),
        { minLength: 2, maxLength: 9 },
      ),
      (numbers) => {
        const graph = ringGraph()
        for (const [at, things] of numbers.entries()) {
          const standings = [...new Set(things)].map((thing) => stood(thing))
          putAll(graph, [madeMember(farNumber(at), standings)])
        }
        graph.settle()
        const linked = pairsIn(graph).filter(({ weight }) => weight >= LINK_LOG_ODDS)
        const reached = (from: PhoneNumber): Set<PhoneNumber> => {
          const all = new Set([from])
          for (const number of all) {
            for (const { a, b } of linked) {
              if (a === number) all.add(b)
              if (b === number) all.add(a)
            }
          }
          return all
        }
        const groups = numbersIn(graph)
        for (const group of groups) expect(new Set(group)).toEqual(reached(group[0]!))
        const inRing = new Set(groups.flat())
        for (const { a, b } of linked) expect([inRing.has(a), inRing.has(b)]).toEqual([true, true])
      },
    ),
    { numRuns: 200 },
  )
})

test('two crowds that one kit joins, and nothing else, stay two rings; what two things join is one', () => {
  const crowd = (name: string, at: number): string[] => [
    `reply_to:${name}`,
    `template:${name}`,
    ...(at === 0 ? ['template:kit', 'sender_domain:kit.example'] : []),
  ]
  const crowds = (more: readonly string[]): string[][] =>
    ['one', 'other'].flatMap((name) =>
      Array.from({ length: 60 }, (_, at) => [...crowd(name, at), ...(at === 1 ? more : [])]),
    )
  expect(rings(crowds([])).map((ring) => ring.length)).toEqual([60, 60])
  expect(rings(crowds(['message:both'])).map((ring) => ring.length)).toEqual([120])
})

test('what comes one by one and in any order makes the same rings as all at once', () => {
  const facts = [...world({ seed: 'order', numbers: 900, noise: 0.8 }).facts()].filter(({ message }) => message)
  const settled = (graph: RingGraph): unknown => {
    graph.settle()
    const links = pairsIn(graph).map(({ a, b, weight }) => `${a} ${b} ${weight.toFixed(6)}`)
    return {
      groups: groupsOf(graph),
      links: links.sort(),
    }
  }
  fc.assert(
    fc.property(
      fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
      fc.integer({ min: 2, max: 6 }),
      (dice, batches) => {
        const order = facts.map((fact) => [dice.next().value!, fact] as const).sort(([a], [b]) => a - b)
        const shuffled = order.map(([, fact]) => fact)
        const graph = ringGraph()
        for (let batch = 1; batch <= batches; batch++) {
          const seen = shuffled.slice(0, Math.ceil((shuffled.length * batch) / batches))
          putAll(graph, membersOf(seen, { isWorded: false }))
          graph.settle()
        }
        const atOnce = ringGraph()
        putAll(atOnce, membersOf(facts, { isWorded: false }))
        expect(settled(graph)).toEqual(settled(atOnce))
      },
    ),
    { numRuns: 15 },
  )
})

test('what is taken out again leaves everything as it was', () => {
  const members = membersOf(world({ seed: 'out', numbers: 600, noise: 0.8 }).facts(), { isWorded: false })
  const [kept, gone] = [members.filter((_, at) => at % 3 > 0), members.filter((_, at) => at % 3 === 0)]
  const graph = ringGraph()
  putAll(graph, members)
  graph.settle()
  for (const { number } of gone) graph.remove(digitsOf(number))
  graph.settle()
  const without = ringGraph()
  putAll(without, kept)
  without.settle()
  expect(groupsOf(graph)).toEqual(groupsOf(without))
  // Rows that were given back are used again.
  putAll(graph, gone.toReversed())
  graph.settle()
  const all = ringGraph()
  putAll(all, members)
  all.settle()
  expect(groupsOf(graph)).toEqual(groupsOf(all))
})
