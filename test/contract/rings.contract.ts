import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ringEvents } from '../../src/analyze/rings/stored-rings.ts'
import { ringMembers, STOOD_KINDS, stoodIn } from '../../src/analyze/rings/ring-queries.ts'
import { WATERMARK } from '../../src/analyze/watermark.ts'
import { ringKeeper } from '../../src/app/ring-keeper.ts'
import { findRings, traceRings } from '../../src/app/trace-rings.ts'
import type { OfficialLine } from '../../src/model/reference.ts'
import { digitsOf } from '../../src/model/phone-number.ts'
import type { Ring } from '../../src/model/ring.ts'
import { sighting } from '../../src/model/sighting.ts'
import { world } from '../../src/simulate/world.ts'
import { openNumberIndex } from '../../src/store/open-number-index.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { Store } from '../../src/store/store.ts'
import type { MadeMember, Standing } from '../made-members.ts'
import { membersOf } from '../ring-members.ts'

/** What rings are made from and how they are remembered, whatever engine is below. */
export function ringsContract(freshUrl: () => Promise<string | null>): void {
  const reference = { officialLines: new Map<string, OfficialLine>() }
  let data: string
  let store: Store
  const made = [...world({ seed: 'members', numbers: 2_000, noise: 0.7 }).facts()]
  // Some are told of once more by a feed that names no message.
  const facts = [...made, ...made.slice(0, 300).map(({ message: _message, ...rest }) => rest)]

  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'ringtrace-rings-'))
    store = await openStore({ data, clickhouseUrl: await freshUrl() })
    await store.write(facts.map(sighting))
  })

  afterAll(async () => {
    await store.close()
    await rm(data, { recursive: true })
  })

  test('what rings are told by is what the sightings say, read plainly', async () => {
    const plain = ({ standings, brands, ...rest }: MadeMember) => ({
      ...rest,
      brands: brands.toSorted(),
      standings: standings.map((each) => Object.values(each).join(' ')).sort(),
    })
    const byNumber = (a: { number: string }, b: { number: string }): number => (a.number < b.number ? -1 : 1)
    const standings = new Map<number, Standing[]>()
    for (const { kind, shared, digits, firstSeenAt, lastSeenAt, messages } of await store.ask(stoodIn(STOOD_KINDS))) {
      for (const [at, each] of digits.entries()) {
        const own = standings.get(each) ?? []
        standings.set(each, own)
        own.push({
          kind,
          shared,
          firstSeenAt: firstSeenAt[at]!,
          lastSeenAt: lastSeenAt[at]!,
          message: messages[at] ?? shared,
        })
      }
    }
    const asked = (await store.ask(ringMembers()))
      .map((member) => plain({ ...member, standings: standings.get(digitsOf(member.number)) ?? [] }))
      .sort(byNumber)
    const told = membersOf(facts, { isWorded: false })
    const numbersOf = new Map<string, number>()
    for (const { shared } of told.flatMap(({ standings }) => standings.filter(({ kind }) => kind === 'message'))) {
      numbersOf.set(shared, (numbersOf.get(shared) ?? 0) + 1)
    }
    // A mail in which a number stands alone brings nothing together, and is not asked for.
    const withOthers = told.map((member) => ({
      ...member,
      standings: member.standings.filter(({ kind, shared }) => kind !== 'message' || numbersOf.get(shared)! > 1),
    }))
    expect(asked.length).toBeGreaterThan(100)
    expect(asked).toEqual(withOthers.map(plain).sort(byNumber))
  })

  test('rings that are followed batch by batch are those that are traced at once, in the store and in look-ups', async () => {
    const keeper = ringKeeper(store, reference)
    await keeper.trace(1)
    const more = [...world({ seed: 'more', numbers: 2_000, noise: 0.7 }).facts()].map(sighting)
    const third = Math.ceil(more.length / 3)
    for (let at = 0; at < more.length; at += third) {
      const [watermark] = await store.ask(WATERMARK)
      await store.write(more.filter((_, index) => index % 3 === at / third))
      await keeper.follow(watermark!.lastAt, 2 + at)
    }
    const plain = (rings: readonly Ring[]): unknown =>
      rings
        .map(({ id: _id, links, ...rest }) => ({
          ...rest,
          links: links.map(({ from, to, weight }) => [from, to, weight]),
        }))
        .sort((a, b) => (a.numbers.join() < b.numbers.join() ? -1 : 1))
    const followed = await findRings(store)
    expect(followed.length).toBeGreaterThan(20)
    await store.refreshIndex()
    const index = await openNumberIndex(data)
    for (const { id, numbers } of followed) {
      for (const number of numbers) expect(index.profile(number)?.ring).toEqual({ id, numbers: numbers.length })
    }
    await index.close()
    await traceRings(store, reference, 9)
    const traced = await findRings(store)
    expect(plain(followed)).toEqual(plain(traced))
    expect(traced.map(({ id }) => id).sort()).toEqual(followed.map(({ id }) => id).sort())
  })

  test('what became of a ring is told, and tracing again adds nothing to it', async () => {
    const [ring] = await findRings(store)
    const history = await store.ask(ringEvents(ring!.id))
    expect(history[0]).toMatchObject({ ring: ring!.id, kind: 'born' })
    expect(history.at(-1)?.numbers).toBe(ring!.numbers.length)
    await traceRings(store, reference, 10)
    expect(await store.ask(ringEvents(ring!.id))).toEqual(history)
  })
}
