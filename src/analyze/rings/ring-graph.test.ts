import { expect, test } from 'vitest'
import { farNumber, madeMember, stood } from '../../../test/made-members.ts'
import type { PhoneNumber } from '../../model/phone-number.ts'
import type { Member } from './member.ts'
import { ringGraph } from './ring-graph.ts'

/** Rings of numbers, each with what it stood in, as lists of places. */
function rings(numbers: readonly (readonly string[])[], rest: readonly Partial<Member>[] = []): number[][] {
  const graph = ringGraph()
  const placeOf = new Map<PhoneNumber, number>()
  for (const [at, things] of numbers.entries()) {
    placeOf.set(farNumber(at), at)
    graph.put(
      madeMember(
        farNumber(at),
        things.map((thing) => stood(thing.split('@')[0]!, Number(thing.split('@')[1] ?? 0))),
        rest[at],
      ),
    )
  }
  graph.settle()
  return [...graph.groups()].map(({ nodes }) => nodes.map(({ member }) => placeOf.get(member.number)!))
}

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
  for (const at of [0, 1]) graph.put(madeMember(farNumber(at), [stood('message:m1')]))
  graph.settle()
  graph.remove(farNumber(1))
  const { gone, made } = graph.settle()
  expect([gone.length, made.length, [...graph.groups()].length]).toEqual([1, 0, 0])
})
