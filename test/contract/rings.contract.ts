import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Member } from '../../src/analyze/rings/member.ts'
import { ringMembers } from '../../src/analyze/rings/ring-queries.ts'
import { sighting } from '../../src/model/sighting.ts'
import { world } from '../../src/simulate/world.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { Store } from '../../src/store/store.ts'
import { membersOf } from '../ring-members.ts'

/** What rings are made from and how they are remembered, whatever engine is below. */
export function ringsContract(freshUrl: () => Promise<string | null>): void {
  let data: string
  let store: Store
  const facts = [...world({ seed: 'members', numbers: 2_000, noise: 0.7 }).facts()]

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
    const plain = ({ messages, standings, brands, ...rest }: Member) => ({
      ...rest,
      brands: brands.toSorted(),
      messages: messages.length,
      standings: standings.map((each) => Object.values(each).join(' ')).sort(),
    })
    const byNumber = (a: { number: string }, b: { number: string }): number => (a.number < b.number ? -1 : 1)
    const asked = (await store.ask(ringMembers())).map(plain).sort(byNumber)
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
}
