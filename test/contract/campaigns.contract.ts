import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mailings } from '../../src/analyze/campaigns/campaign-queries.ts'
import { isMalicious } from '../../src/model/profile.ts'
import type { Sighting } from '../../src/model/sighting.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { Store } from '../../src/store/store.ts'
import { randomSightings } from './sightings.ts'

/** What the store says of mailings is what the slow and obvious way says, whatever engine is below. */
export function campaignsContract(freshUrl: () => Promise<string | null>): void {
  let data: string
  let store: Store

  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'ringtrace-campaigns-'))
    store = await openStore({ data, clickhouseUrl: await freshUrl() })
  })

  afterAll(async () => {
    await store.close()
    await rm(data, { recursive: true })
  })

  test.each([1, 2, 3])('each mail is counted once, on the day it was first seen (seed %i)', async (seed) => {
    const sightings = randomSightings(seed, 400).map((each) => ({
      ...each,
      // Messages of these sightings are few; more of them are wanted, each of a look of its own.
      ...(each.message && { message: `${seed} ${each.message} ${Number(each.number.slice(-2)) % 7}` }),
    }))
    await store.write(sightings)
    const found = (await store.ask(mailings())).filter(({ message }) => message.startsWith(`${seed} `))
    const expected = mailingsOf(sightings)
    expect(found.reduce((sum, { messages }) => sum + messages, 0)).toBe(expected.length)
    for (const mailing of found) {
      const same = expected.find(({ message }) => message === mailing.message)
      expect(same).toMatchObject({ numbers: mailing.numbers, dayAt: mailing.dayAt, template: mailing.template })
    }
  })
}

type Seen = Pick<Sighting, 'message' | 'template'> & { readonly dayAt: number; readonly numbers: readonly string[] }

function mailingsOf(written: readonly Sighting[]): Seen[] {
  const last = new Map(written.map((sighting) => [`${sighting.number} ${sighting.evidence}`, sighting]))
  const counted = [...last.values()].filter(
    (sighting) =>
      sighting.message && !sighting.hidden && isMalicious({ channel: sighting.channel, role: sighting.role ?? null }),
  )
  return [...new Set(counted.map(({ message }) => message!))].map((message) => {
    const own = counted.filter((sighting) => sighting.message === message)
    const firstAt = Math.min(...own.map(({ seenAt }) => seenAt))
    return {
      message,
      template: own
        .map(({ template }) => template ?? '')
        .sort()
        .at(-1)!,
      dayAt: Math.floor(firstAt / 86_400_000) * 86_400_000,
      numbers: [...new Set(own.map(({ number }) => number))].sort((a, b) => Number(a) - Number(b)),
    }
  })
}
