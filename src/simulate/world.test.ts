import { expect, test } from 'vitest'
import { CHANNELS } from '../model/channel.ts'
import type { Fact } from '../model/sighting.ts'
import { recordOf } from './facts.ts'
import { world } from './world.ts'
import { WORLD } from './world-shape.ts'

const DAY = 86_400_000
const SEEDS = ['1', '2', '3']

const bytesOf = (seed: string): string =>
  [...world({ seed, numbers: 500 }).facts()].map((fact) => JSON.stringify(recordOf(fact))).join('\n')

const share = <T>(all: readonly T[], isCounted: (one: T) => boolean): number =>
  all.filter(isCounted).length / all.length

/** The days of each number that scam mail wants called. */
function daysOfCallbacks(facts: Iterable<Fact>): Map<string, Set<number>> {
  const days = new Map<string, Set<number>>()
  for (const { number, role, seenAt } of facts) {
    if (role === 'callback') days.set(number, (days.get(number) ?? new Set()).add(Math.floor(seenAt / DAY)))
  }
  return days
}

const add = (sets: Map<string, Set<string>>, key: string, one: string): void => {
  sets.set(key, (sets.get(key) ?? new Set()).add(one))
}

test('the same seed gives the same bytes and another seed another world', () => {
  expect(bytesOf('1')).toBe(bytesOf('1'))
  expect(bytesOf('1')).not.toBe(bytesOf('2'))
})

test('a world has as many numbers as were asked for, each of one operator and each of them seen', () => {
  const made = world({ numbers: 3_000 })
  const numbers = [...made.operators()].flatMap((operator) => operator.numbers.map(({ number }) => number))
  expect(numbers).toHaveLength(3_000)
  expect(new Set(numbers).size).toBe(3_000)
  const seen = new Set([...made.facts()].map(({ number }) => number))
  expect(numbers.filter((number) => !seen.has(number))).toEqual([])
})

test('companies have numbers that no operator has', () => {
  const made = world({ numbers: 5_000 })
  const operated = new Set([...made.operators()].flatMap(({ numbers }) => numbers.map(({ number }) => number)))
  expect(made.companies.filter(({ number }) => operated.has(number))).toEqual([])
})

test('the first tenth of a world has the shares of the whole', () => {
  const wanted = 20_000
  const counts = new Map<string, number>()
  let numbers = 0
  for (const operator of world({ numbers: 200_000 }).operators()) {
    counts.set(operator.kind, (counts.get(operator.kind) ?? 0) + operator.numbers.length)
    if ((numbers += operator.numbers.length) >= wanted) break
  }
  expect((counts.get('scam_mail_ring') ?? 0) / numbers).toBeCloseTo(WORLD.shares.scam_mail_ring, 1)
})

test('a world of twenty million numbers begins at once, because nothing of it is held', () => {
  let taken = 0
  for (const _ of world({ numbers: 20_000_000 }).facts()) if (++taken === 10_000) break
  expect(taken).toBe(10_000)
})

test('every sighting lies in the world, says it is simulated, and comes through a known channel', () => {
  const { shape, facts } = world({ numbers: 2_000, startAt: Date.UTC(2025, 5, 1), days: 33 })
  for (const fact of facts()) {
    expect(fact.seenAt).toBeGreaterThanOrEqual(shape.startAt)
    expect(fact.seenAt).toBeLessThan(shape.startAt + (shape.days + 1) * DAY)
    expect(fact.source).toBe('simulated')
    expect(Object.hasOwn(CHANNELS, fact.channel)).toBe(true)
  }
})

test('hidden numbers and official lines are never call-back numbers', () => {
  for (const fact of world({ numbers: 3_000 }).facts()) if (fact.hidden) expect(fact.role).toBe('other')
})

test.each(SEEDS)('about 55 % of call-back numbers are VoIP, as Talos counted (seed %s)', (seed) => {
  const rings = [...world({ seed, numbers: 60_000 }).operators()].filter(({ kind }) => kind === 'scam_mail_ring')
  const numbers = rings.flatMap(({ numbers: own, lineType }) => own.map(() => lineType))
  expect(Math.abs(share(numbers, (type) => type === 'voip_non_fixed') - 0.55)).toBeLessThan(0.12)
})

test.each(SEEDS)('about 3.5 % of call-back numbers are seen on consecutive days (seed %s)', (seed) => {
  const days = [...daysOfCallbacks(world({ seed, numbers: 20_000 }).facts()).values()]
  const reused = share(days, (own) => [...own].some((day) => own.has(day + 1)))
  expect(reused).toBeGreaterThan(0.015)
  expect(reused).toBeLessThan(0.06)
})

test.each(SEEDS)('of the numbers active in a half-month about half to two thirds are new (seed %s)', (seed) => {
  const { shape, facts } = world({ seed, numbers: 20_000, days: 120 })
  const firstDay = new Map<string, number>()
  const active = new Set<string>()
  const [from, to] = [60, 75]
  for (const { number, role, seenAt } of facts()) {
    if (role === 'other' || role === 'decoy') continue
    const day = (seenAt - shape.startAt) / DAY
    firstDay.set(number, Math.min(day, firstDay.get(number) ?? Infinity))
    if (day >= from && day < to) active.add(number)
  }
  const isNew = share([...active], (number) => (firstDay.get(number) ?? 0) >= from)
  expect(isNew).toBeGreaterThan(0.42)
  expect(isNew).toBeLessThan(0.75)
})

test('rings move through consecutive numbers of a block', () => {
  for (const operator of world({ numbers: 5_000 }).operators()) {
    if (operator.kind !== 'scam_mail_ring' || operator.numbers.length < 40) continue
    const digits = operator.numbers.map(({ number }) => Number(number.slice(1)))
    expect(share(digits.slice(1), (own) => digits.includes(own - 1))).toBeGreaterThan(0.3)
  }
})

test('letters that share an attachment want the same numbers called', () => {
  const byAttachment = new Map<string, Set<string>>()
  const byMessage = new Map<string, Set<string>>()
  for (const { attachment, message = '', number, role } of world({ numbers: 3_000 }).facts()) {
    if (!attachment || role !== 'callback') continue
    add(byMessage, message, number)
    add(byAttachment, attachment, message)
  }
  for (const messages of byAttachment.values()) {
    const numbers = [...messages].map((message) => [...(byMessage.get(message) ?? [])].sort().join())
    expect(new Set(numbers).size).toBe(1)
  }
})
