import { expect, test } from 'vitest'
import { numberFromDigits } from '../model/phone-number.ts'
import type { PhoneNumber } from '../model/phone-number.ts'
import type { RingLink } from '../model/ring.ts'
import { ringId, ringsOf } from './rings.ts'
import type { Member } from './rings.ts'

const number = (index: number): PhoneNumber => numberFromDigits(18_035_550_100 + index)
const link = (from: number, to: number): RingLink => ({
  kind: 'message',
  from: number(from),
  to: number(to),
  shared: 'm',
  messages: ['m'],
})
const member = (index: number, firstSeenAt: number, rest: Partial<Member> = {}): Member => ({
  number: number(index),
  firstSeenAt,
  lastSeenAt: firstSeenAt + 1_000,
  brands: [],
  senderDomains: [],
  messages: [index],
  ...rest,
})

test('a ring is named after the member seen first, and lists members as they were seen', () => {
  const [ring] = ringsOf([link(0, 1), link(1, 2)], [member(0, 30), member(1, 10), member(2, 20)])
  expect(ring?.id).toBe(ringId(number(1)))
  expect(ring?.id).toMatch(/^r-[0-9a-f]{12}$/)
  expect(ring?.numbers).toEqual([number(1), number(2), number(0)])
  expect([ring?.firstSeenAt, ring?.lastSeenAt]).toEqual([10, 1_030])
})

test('of members seen at the same time the lesser number names the ring', () => {
  expect(ringsOf([link(3, 2)], [member(3, 5), member(2, 5)])[0]?.id).toBe(ringId(number(2)))
})

test('a message that shows two members counts once, and brands are told once', () => {
  const shared = { messages: [7, 8], brands: ['norton', ''], senderDomains: ['a.example'] }
  const [ring] = ringsOf([link(0, 1)], [member(0, 1, shared), member(1, 1, shared)])
  expect(ring).toMatchObject({ messages: 2, brands: ['norton'], senderDomains: ['a.example'] })
})

test('a number that nothing links is in no ring', () => {
  const rings = ringsOf([link(0, 1)], [member(0, 1), member(1, 1), member(2, 1)])
  expect(rings.map((ring) => ring.numbers)).toEqual([[number(0), number(1)]])
})

test('a later member changes no name, and the larger ring comes first', () => {
  const members = [0, 1, 2, 3, 4].map((index) => member(index, index))
  const before = ringsOf([link(0, 1), link(2, 3)], members).map((ring) => ring.id)
  const after = ringsOf([link(0, 1), link(2, 3), link(3, 4)], members).map((ring) => ring.id)
  expect(after).toEqual([ringId(number(2)), ringId(number(0))])
  expect(after.toSorted()).toEqual(before.toSorted())
})
