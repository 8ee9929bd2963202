import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { numberFromDigits } from '../model/phone-number.ts'
import { MAX_SHOWN } from '../model/ring.ts'
import type { LinkKind } from '../model/ring.ts'
import { components } from './components.ts'
import { CAMPAIGN_SILENCE_DAYS, LIMITS, linksOf, mergeLinks } from './ties.ts'
import type { SharedThing, Standing } from './ties.ts'

const DAY = 86_400_000
const FIRST = 18_035_550_100

const standing = (index: number, day: number, senderDomain = '', message = `m${index}`): Standing => ({
  number: numberFromDigits(FIRST + index),
  senderDomain,
  firstSeenAt: day * DAY,
  lastSeenAt: day * DAY,
  messages: [message],
})
const thing = (kind: LinkKind, standings: readonly Standing[]): SharedThing => ({ kind, shared: 'x', standings })
const many = (count: number, domainOf: (index: number) => string): Standing[] =>
  Array.from({ length: count }, (_, index) => standing(index, 0, domainOf(index)))
const unrelated = (index: number): string => `sender${index}.example`
const groupSizes = (of: SharedThing): number[] =>
  components(linksOf(of).map(({ from, to }) => [from, to] as const))
    .map((group) => group.length)
    .sort((a, b) => b - a)

test('numbers in one message are linked, and the message shows it', () => {
  const shared = thing('message', [standing(0, 1, '', 'm'), standing(1, 1, '', 'm')])
  expect(linksOf(shared)).toEqual([
    { kind: 'message', shared: 'x', from: numberFromDigits(FIRST), to: numberFromDigits(FIRST + 1), messages: ['m'] },
  ])
})

test('a link by template shows a message of each side', () => {
  expect(linksOf(thing('template', [standing(0, 1), standing(1, 2)]))[0]?.messages).toEqual(['m0', 'm1'])
})

test('one number alone is linked to nothing', () => {
  expect(linksOf(thing('template', [standing(0, 1, 'a.example'), standing(0, 2, 'b.example')]))).toEqual([])
})

test('a message or attachment with more numbers than a lure shows ties none', () => {
  for (const kind of ['message', 'attachment'] as const) {
    const { numbers } = LIMITS[kind]
    expect(
      groupSizes(
        thing(
          kind,
          many(numbers, () => ''),
        ),
      ),
    ).toEqual([numbers])
    expect(
      groupSizes(
        thing(
          kind,
          many(numbers + 1, () => ''),
        ),
      ),
    ).toEqual([])
  }
})

test('a template of many unrelated senders is a kit and ties none', () => {
  const { senders } = LIMITS.template
  for (const domainOf of [unrelated, () => 'gmail.com', () => 'paypal.com', () => 'e.paypal.com', () => '']) {
    expect(groupSizes(thing('template', many(senders, domainOf)))).toEqual([senders])
    expect(groupSizes(thing('template', many(senders + 1, domainOf)))).toEqual([])
  }
})

test('a template of few senders ties the many numbers they rotate', () => {
  const rotated = many(LIMITS.template.numbers, (index) => unrelated(index % 5))
  expect(groupSizes(thing('template', rotated))).toEqual([LIMITS.template.numbers])
})

test('a kit still ties the numbers of one sender domain', () => {
  const senders = many(LIMITS.template.senders + 10, (index) => (index < 7 ? 'gang.example' : unrelated(index)))
  expect(groupSizes(thing('template', senders))).toEqual([7])
})

test('a template that comes back after a long silence is another campaign', () => {
  const gap = CAMPAIGN_SILENCE_DAYS
  const days = [0, 10, 10 + gap, 11 + gap + gap, 12 + gap + gap]
  expect(
    groupSizes(
      thing(
        'template',
        days.map((day, index) => standing(index, day)),
      ),
    ),
  ).toEqual([3, 2])
})

test('the order of standings changes no link', () => {
  const standings = fc.uniqueArray(fc.tuple(fc.nat(8), fc.nat(120)), { maxLength: 12 })
  const holds = fc.property(standings, fc.infiniteStream(fc.nat()), (pairs, dice) => {
    const inOrder = pairs.map(([index, day]) => standing(index, day))
    const shuffled = inOrder
      .map((each) => [dice.next().value, each] as const)
      .sort(([a], [b]) => a - b)
      .map(([, each]) => each)
    expect(linksOf(thing('template', shuffled))).toEqual(linksOf(thing('template', inOrder)))
  })
  fc.assert(holds)
})

test('links between the same numbers merge by kind and show at most a handful of messages', () => {
  const links = Array.from({ length: 9 }, (_, index) =>
    linksOf(thing('message', [standing(0, 1, '', `m${index}`), standing(1, 1, '', `m${index}`)])),
  ).flat()
  const [merged, ...rest] = mergeLinks([...links, ...linksOf(thing('template', [standing(0, 1), standing(1, 1)]))])
  expect(merged?.messages).toHaveLength(MAX_SHOWN)
  expect(rest.map((link) => link.kind)).toEqual(['template'])
})
