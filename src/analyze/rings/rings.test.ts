import { expect, test } from 'vitest'
import { DAY, farNumber, madeMember, putAll, stood } from '../../../test/made-members.ts'
import type { MadeMember } from '../../../test/made-members.ts'
import type { Ring } from '../../model/ring.ts'
import type { Member } from './member.ts'
import { ringGraph } from './ring-graph.ts'
import { ringId, ringOf, seenFirst } from './rings.ts'

function ringsOf(members: readonly MadeMember[]): Ring[] {
  const graph = ringGraph()
  putAll(graph, members)
  graph.settle()
  const { parts } = graph
  return [...graph.groups()].map((group) => ringOf(parts, ringId(seenFirst(parts, group)), group))
}

const both = ['reply_to:a@b.example', 'template:t1']
const member = (index: number, day: number, rest: Partial<Member> = {}, more: readonly string[] = []): MadeMember =>
  madeMember(
    farNumber(index),
    [...both, ...more].map((thing) => stood(thing, day)),
    rest,
  )

test('a ring is named after the member seen first, and lists members as they were seen', () => {
  const [ring] = ringsOf([member(0, 3), member(1, 1), member(2, 2)])
  expect(ring?.id).toBe(ringId(farNumber(1)))
  expect(ring?.id).toMatch(/^r-[0-9a-f]{12}$/)
  expect(ring?.numbers).toEqual([farNumber(1), farNumber(2), farNumber(0)])
  expect([ring?.firstSeenAt, ring?.lastSeenAt]).toEqual([DAY, 4 * DAY])
})

test('of members seen at the same time the lesser number names the ring', () => {
  expect(ringsOf([member(3, 5), member(2, 5)])[0]?.id).toBe(ringId(farNumber(2)))
})

test('a message that shows two members counts once, and brands are told once', () => {
  const rest = { messages: 2, brands: ['norton'] }
  const told = (more: readonly string[]): unknown => ringsOf([member(0, 1, rest, more), member(1, 1, rest, more)])[0]
  expect(told([])).toMatchObject({ messages: 4, brands: ['norton'] })
  expect(told(['message:m1'])).toMatchObject({ messages: 3 })
  expect(told(['message:m1', 'message:m2'])).toMatchObject({ messages: 2 })
})

test('a link says what speaks for it and against it, what is shared, and which messages show it', () => {
  const [ring] = ringsOf([member(0, 1, { brands: ['norton'] }), member(1, 2, { brands: ['paypal'] })])
  const [link] = ring!.links
  expect(link).toMatchObject({ from: farNumber(0), to: farNumber(1), kind: 'template', shared: 't1' })
  expect(link?.messages).toEqual(['template:t1 1', 'template:t1 2', 'reply_to:a@b.example 1', 'reply_to:a@b.example 2'])
  const weightOf = (kind: string): number => link!.reasons.find((reason) => reason.kind === kind)!.weight
  expect(weightOf('template')).toBeGreaterThan(1)
  expect(weightOf('brand')).toBeLessThan(-1)
  expect(link!.weight).toBeGreaterThan(Math.log(99))
})

test('a message that shows a link is told, though another source names none', () => {
  const unnamed = both.map((thing) => ({ ...stood(thing, 1), message: '' }))
  const [ring] = ringsOf(
    [0, 1].map((at) => madeMember(farNumber(at), [...unnamed, ...member(at, 1).standings, ...unnamed])),
  )
  expect(ring!.links[0]!.messages).toEqual(['template:t1 1', 'reply_to:a@b.example 1'])
})
