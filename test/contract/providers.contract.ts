import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { brandNumbers, formatUses, maliciousThousands } from '../../src/analyze/providers/provider-queries.ts'
import { isMalicious } from '../../src/model/profile.ts'
import type { Sighting } from '../../src/model/sighting.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { Store } from '../../src/store/store.ts'
import { randomSightings } from './sightings.ts'

const DAY_MILLIS = 86_400_000
const written = [11, 12].flatMap((seed) => randomSightings(seed, 600))

/** What the store says of thousands, brands and formats is what the slow and obvious way says. */
export function providersContract(freshUrl: () => Promise<string | null>): void {
  let data: string
  let store: Store
  const malicious = maliciousOf(written)

  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'ringtrace-providers-'))
    store = await openStore({ data, clickhouseUrl: await freshUrl() })
    await store.write(written)
  })

  afterAll(async () => {
    await store.close()
    await rm(data, { recursive: true })
  })

  test('thousands hold each malicious number once, with its sightings, messages and life', async () => {
    const found = await store.ask(maliciousThousands())
    const expected = groups(malicious, ({ number }) => Math.floor(Number(number) / 1_000))
    expect(found).toHaveLength(expected.size)
    for (const thousand of found) {
      const own = expected.get(Math.floor(Number(thousand.number) / 1_000))!
      const numbers = [...groups(own, ({ number }) => number).values()]
      const times = own.map(({ seenAt }) => seenAt)
      expect(thousand).toEqual({
        number: numbers.map(([first]) => first!.number).sort((a, b) => Number(a) - Number(b))[0],
        sightings: own.length,
        messages: numbers.reduce((sum, one) => sum + distinct(one, 'message'), 0),
        firstSeenAt: Math.min(...times),
        lastSeenAt: Math.max(...times),
        lives: numbers
          .map((one) => {
            const days = one.map(({ seenAt }) => Math.floor(seenAt / DAY_MILLIS))
            return [Math.max(...days) - Math.min(...days), Math.max(...days)] as const
          })
          .sort(([a, x], [b, y]) => a - b || x - y),
      })
    }
  })

  test('brands hold each of their numbers once, those of most messages first', async () => {
    const found = await store.ask(brandNumbers())
    const expected = groups(
      malicious.filter(({ brand, message }) => brand && message),
      ({ brand, number }) => `${brand} ${number}`,
    )
    expect(found).toHaveLength(expected.size)
    for (const [at, { brand, number, messages }] of found.entries()) {
      expect(messages).toBe(distinct(expected.get(`${brand} ${number}`)!, 'message'))
      const next = found[at + 1]
      if (next?.brand === brand) expect(next.messages).toBeLessThanOrEqual(messages)
    }
  })

  test('formats count what each kind of part carried', async () => {
    const expected = groups(
      malicious.filter(({ vehicle, message }) => vehicle && message),
      ({ vehicle }) => vehicle!,
    )
    const found = await store.ask(formatUses())
    expect(new Map(found.map(({ vehicle, ...use }) => [vehicle, use]))).toEqual(
      new Map(
        [...expected].map(([vehicle, own]) => [
          vehicle,
          { numbers: distinct(own, 'number'), messages: distinct(own, 'message') },
        ]),
      ),
    )
  })
}

/** Of the same evidence, what was written last. */
function maliciousOf(all: readonly Sighting[]): Sighting[] {
  const last = new Map(all.map((sighting) => [`${sighting.number} ${sighting.evidence}`, sighting]))
  return [...last.values()].filter(
    ({ channel, role, hidden }) => !hidden && isMalicious({ channel, role: role ?? null }),
  )
}

const distinct = (sightings: readonly Sighting[], of: 'message' | 'number'): number =>
  new Set(sightings.flatMap((sighting) => sighting[of] ?? [])).size

function groups<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const grouped = new Map<Key, Item[]>()
  for (const item of items) grouped.set(keyOf(item), [...(grouped.get(keyOf(item)) ?? []), item])
  return grouped
}
