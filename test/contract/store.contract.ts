import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { storedRing, storedRings } from '../../src/analyze/rings/stored-rings.ts'
import { IntelError } from '../../src/model/failures.ts'
import { digitsOf } from '../../src/model/phone-number.ts'
import type { PhoneNumber } from '../../src/model/phone-number.ts'
import { BLOCK_WIDTHS, blockStart } from '../../src/model/profile.ts'
import type { Query } from '../../src/model/query.ts'
import type { Ring } from '../../src/model/ring.ts'
import { sighting } from '../../src/model/sighting.ts'
import type { Sighting } from '../../src/model/sighting.ts'
import { openEmbedded } from '../../src/store/embedded-session.ts'
import { openBackend } from '../../src/store/engine-backend.ts'
import { findLayout } from '../../src/store/find-layout.ts'
import type { Layout } from '../../src/store/layout.ts'
import { migrate } from '../../src/store/migrate.ts'
import { openNumberIndex } from '../../src/store/open-number-index.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { StoreOptions } from '../../src/store/open-store.ts'
import { KEPT, MIGRATIONS } from '../../src/store/schema.ts'
import { openServer } from '../../src/store/server-session.ts'
import type { Migration } from '../../src/store/schema.ts'
import type { Session } from '../../src/store/session.ts'
import { sightingLines } from '../../src/store/sighting-lines.ts'
import type { Store } from '../../src/store/store.ts'
import { blocksOf, byKey, coverageOf, profilesOf } from './profile-oracle.ts'
import { HOSTILE, numberedSightings, randomSightings } from './sightings.ts'
import { bare, bareFact, everything, sightingsAsWritten } from './every-attribute.ts'

/** Where a fresh store is: nobody has written to it yet. */
type Place = StoreOptions

/** The engine below a store that nobody has open. */
async function openSession({ data, clickhouseUrl }: Place): Promise<{ session: Session; layout: Layout }> {
  const session = clickhouseUrl
    ? (await openServer(clickhouseUrl)).session
    : await openEmbedded(join(data, 'clickhouse'))
  return { session, layout: await findLayout(session, null) }
}

/**
 * What every store keeps to, whatever engine it runs on.
 *
 * In: freshUrl, makes room for an empty store and says its address; null for the embedded engine.
 */
export function storeContract(freshUrl: () => Promise<string | null>): void {
  const open: Store[] = []
  const folders: string[] = []

  const freshPlace = async (): Promise<Place> => {
    const data = mkdtempSync(join(tmpdir(), 'ringtrace-store-'))
    folders.push(data)
    return { data, clickhouseUrl: await freshUrl() }
  }
  const openAt = async (place: Place): Promise<Store> => {
    const store = await openStore(place)
    open.push(store)
    return store
  }
  const reopened = async (store: Store, place: Place): Promise<Store> => {
    await close(store)
    return openAt(place)
  }
  const close = async (store: Store): Promise<void> => {
    open.splice(open.indexOf(store), 1)
    await store.close()
  }
  afterEach(async () => {
    for (const store of open.splice(0)) await store.close()
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
  })

  test('a store nobody has written to knows nothing', async () => {
    const place = await freshPlace()
    const store = await openAt(place)
    expect(await store.ask(countSightings)).toEqual([0])
    expect(await store.ask(storedRings())).toEqual([])
    expect(await store.refreshIndex()).toBe(0)
  })

  test('every attribute comes back as it was given, hostile text too', async () => {
    const store = await openAt(await freshPlace())
    await store.write([everything, bare])
    expect(await store.ask(sightingsAsWritten)).toEqual([bare, everything])
  })

  test('half a surrogate pair becomes the replacement character and harms nothing else', async () => {
    const store = await openAt(await freshPlace())
    await store.write([{ ...everything, account: 'a\ud83dz', device: '\udcde' }])
    const [read] = await store.ask(sightingsAsWritten)
    expect(read).toEqual({ ...everything, account: 'a\ufffdz', device: '\ufffd' })
  })

  test('times from 1900 to 2299 are kept to the millisecond; others are refused by name', async () => {
    const store = await openAt(await freshPlace())
    const times = [Date.UTC(1900, 0), -1, 0, 5, 999_999_999_999, 1_700_000_000_123, Date.UTC(2299, 11, 31, 23, 59, 59)]
    await store.write(times.map((seenAt) => sighting({ ...bareFact, seenAt })))
    expect((await store.ask(sightingsAsWritten)).map(({ seenAt }) => seenAt).sort((a, b) => a - b)).toEqual(times)
    await expect(store.write([{ ...bare, seenAt: NaN }])).rejects.toThrow(/NaN is not a time/)
  })

  test.each([1, 2, 3])(
    'index and profiles agree with the slow and obvious way on random sightings, seed %i',
    async (seed) => {
      const place = await freshPlace()
      const store = await openAt(place)
      const sightings = randomSightings(seed, 600)
      for (const part of [sightings.slice(0, 50), sightings.slice(50, 400), sightings.slice(300)]) {
        await store.write(part)
        await store.refreshIndex()
      }
      await expectIndex(place, sightings)
    },
  )

  test('writing the same twice changes no answer', async () => {
    const place = await freshPlace()
    const store = await openAt(place)
    const sightings = randomSightings(4, 300)
    const answers = async (): Promise<unknown[]> => [
      await store.ask(countSightings),
      await store.ask(sightingsAsWritten),
    ]
    await store.write(sightings)
    const once = await answers()
    await store.refreshIndex()
    await store.write(sightings)
    expect(await answers()).toEqual(once)
    await store.refreshIndex()
    await expectIndex(place, sightings)
  })

  test('a sighting read again in another role, or as one of a hidden number, is what was read last', async () => {
    const place = await freshPlace()
    const store = await openAt(place)
    const first = randomSightings(8, 300).map((each) => ({ ...each, hidden: false }))
    const again = first.map((each, i) =>
      i % 3 === 0 ? each : { ...each, ...(i % 3 === 1 ? { role: 'decoy' as const } : { hidden: true }) },
    )
    for (const reading of [first, again, first]) {
      await store.write(reading)
      await store.refreshIndex()
      await expectIndex(place, reading)
    }
  })

  test('what was written but not refreshed is in the index after opening again', async () => {
    const place = await freshPlace()
    const store = await openAt(place)
    const sightings = randomSightings(5, 200)
    await store.write(sightings.slice(0, 100))
    await store.refreshIndex()
    await store.write(sightings.slice(100))
    await reopened(store, place)
    await expectIndex(place, sightings)
  })

  test('a deleted index is made again, rings too', async () => {
    const place = await freshPlace()
    const store = await openAt(place)
    const sightings = randomSightings(6, 200)
    await store.write(sightings)
    await store.writeRings([ringOf('r-aa', ['+18035550101', sightings[0]!.number])])
    await close(store)
    rmSync(join(place.data, 'index'), { recursive: true })
    await openAt(place)
    await expectIndex(place, sightings)
    const index = await openNumberIndex(place.data)
    expect(index.profile(sightings[0]!.number)?.ring).toEqual({ id: 'r-aa', numbers: 2 })
    await index.close()
  })

  test('an index deleted under an open store is made again, and who reads it reads on', async () => {
    const place = await freshPlace()
    const store = await openAt(place)
    const sightings = randomSightings(9, 200)
    await store.write(sightings.slice(0, 100))
    await store.refreshIndex()
    const index = await openNumberIndex(place.data)
    expect(index.size()).toBeGreaterThan(0)
    rmSync(join(place.data, 'index'), { recursive: true })
    await store.write(sightings.slice(100))
    await store.refreshIndex()
    await expectIndex(place, sightings)
    expect(index.size()).toBe(profilesOf(sightings).size)
    await store.writeRings([ringOf('r-aa', ['+18035550101', sightings[0]!.number])])
    expect(index.profile(sightings[0]!.number)?.ring).toEqual({ id: 'r-aa', numbers: 2 })
    await index.close()
  })

  test('where the disk is full in the middle of a write or of the index, store and index agree again afterwards', async () => {
    const place = await freshPlace()
    const store = await openAt(place)
    await store.write(numberedSightings(0, 100))
    await close(store)
    const { session, layout } = await openSession(place)
    const backend = await openBackend(fillsUp(session), { ...place, kind: 'server', layout, isDurable: false })
    await expect(backend.insertSightings(sightingLines(numberedSightings(100, 9_000)))).rejects.toThrow(/no space left/)
    await expect(backend.refreshIndex()).rejects.toThrow(/no space left/)
    await backend.close()
    const again = await openAt(place)
    expect(await again.ask(countSightings)).toEqual([8_100])
    await expectIndex(place, numberedSightings(0, 8_100))
  })

  test('rings are replaced as a whole, and found by id', async () => {
    const place = await freshPlace()
    const store = await openAt(place)
    await store.write(['+18035550101', '+18035550102', '+18035550103'].map(seen))
    const [first, second] = [
      ringOf('r-aa', ['+18035550101', '+18035550102']),
      ringOf('r-bb', ['+18035550103', '+442079460000']),
    ]
    await store.refreshIndex()
    await store.writeRings([first, second])
    expect(await store.ask(storedRings())).toEqual([first, second])
    expect(await store.ask(storedRing('r-bb'))).toEqual([second])

    const grown = ringOf('r-aa', ['+18035550101', '+18035550103', '+18035550104'])
    for (const rings of [[second], [grown]]) await store.writeRings(rings)
    expect(await store.ask(storedRings())).toEqual([grown])
    expect(await store.ask(storedRing('r-bb'))).toEqual([])
    const index = await openNumberIndex(place.data)
    expect(index.profile('+18035550102' as PhoneNumber)?.ring).toBeNull()
    expect(index.profile('+18035550103' as PhoneNumber)?.ring).toEqual({ id: 'r-aa', numbers: 3 })
    await index.close()

    await store.writeRings([])
    expect(await store.ask(storedRings())).toEqual([])
  })

  test('of two tracings at once the index holds all of the one that is known', async () => {
    const place = await freshPlace()
    const store = await openAt(place)
    const numbers = ['+18035550101', '+18035550102', '+18035550103', '+18035550104'] as PhoneNumber[]
    await store.write(numbers.map(seen))
    await close(store)
    const { session, layout } = await openSession(place)
    const backend = await openBackend(session, { ...place, kind: 'server', layout, isDurable: false })
    const [one, other] = [ringOf('r-aa', numbers.slice(0, 2)), ringOf('r-bb', numbers.slice(2))]
    const first = await backend.beginTracing()
    await backend.addRings(first, [one])
    const second = await backend.beginTracing()
    expect(second).toBeGreaterThan(first)
    await backend.addRings(first, [other])
    await backend.listTracing(first, [])
    const index = await openNumberIndex(place.data)
    const ringsNow = (): unknown => numbers.map((number) => index.profile(number)?.ring?.id ?? null)
    expect(ringsNow()).toEqual(['r-aa', 'r-aa', 'r-bb', 'r-bb'])
    await backend.addRings(second, [other])
    await backend.listTracing(second, [])
    expect(ringsNow()).toEqual([null, null, 'r-bb', 'r-bb'])
    await index.close()
    await backend.close()
  })

  test('a long answer comes in batches, and all of it', async () => {
    const store = await openAt(await freshPlace())
    const batches: number[][] = []
    const long = { sql: 'SELECT number AS n FROM numbers({count:UInt64})', params: { count: 300_000 }, decode: nOf }
    for await (const batch of store.stream(long)) batches.push(batch)
    expect(batches.length).toBeGreaterThan(1)
    expect(batches.flat().reduce((sum, n) => sum + n, 0)).toBe((300_000 * 299_999) / 2)
  })

  test('an answer nobody reads to the end leaves the store at work', async () => {
    const store = await openAt(await freshPlace())
    for await (const batch of store.stream({
      sql: 'SELECT number AS n FROM numbers(1000000)',
      params: {},
      decode: nOf,
    })) {
      expect(batch.length).toBeGreaterThan(0)
      break
    }
    expect(await store.ask(countSightings)).toEqual([0])
  })

  test('questions are answered while others write', async () => {
    const store = await openAt(await freshPlace())
    const sightings = randomSightings(7, 2_000)
    const parts = Array.from({ length: 10 }, (_, i) => sightings.slice(i * 200, (i + 1) * 200))
    const counts = await Promise.all(
      parts.map(async (part) => {
        await store.write(part)
        await store.refreshIndex()
        return (await store.ask(countSightings))[0]!
      }),
    )
    expect(Math.max(...counts)).toBe(new Set(sightings.map(({ number, evidence }) => number + evidence)).size)
  })

  test('an older store is migrated and keeps what it holds; a newer one is refused with both versions', async () => {
    const place = await freshPlace()
    const store = await openAt(place)
    await store.write([everything])
    await close(store)
    const { session, layout } = await openSession(place)
    await migrate(session, layout, [...MIGRATIONS, NEXT_MIGRATION])
    expect(await session.rows('SELECT n FROM added')).toEqual([{ n: 1 }])
    await session.close()
    await expect(openAt(place)).rejects.toMatchObject({ code: 'bad_config', message: /schema 99.*up to \d+$/ })
  })

  test('a migration that was cut off is finished by the next opening', async () => {
    const place = await freshPlace()
    const store = await openAt(place)
    await store.write([everything])
    await close(store)
    const { session } = await openSession(place)
    for (const view of ['schema_version', 'rings', 'ring_members']) await session.command(`DROP VIEW ${view}`)
    await session.close()
    const again = await openAt(place)
    expect(await again.ask(countSightings)).toEqual([1])
    expect(await again.ask(storedRings())).toEqual([])
  })

  test('a durable store is durable from its opening on, and any other is not', async () => {
    const place = await freshPlace()
    for (const isDurable of [true, false]) {
      const store = await openAt({ ...place, isDurable })
      await store.write([everything])
      await close(store)
      const { session } = await openSession(place)
      const tables = await session.rows(`SELECT countIf(engine_full LIKE '%fsync_after_insert = 1%') AS durable
        FROM system.tables WHERE database = currentDatabase() AND engine LIKE '%MergeTree' AND name LIKE '%s%'`)
      expect(tables).toEqual([{ durable: isDurable ? KEPT.length : 0 }])
      await session.close()
    }
  })

  test('a question with a mistake in it is a bug and not a store that does not answer', async () => {
    const store = await openAt(await freshPlace())
    await expect(store.ask({ sql: 'SELECT nothing_of_the_kind', params: {}, decode: nOf })).rejects.toMatchObject({
      name: expect.not.stringMatching('IntelError'),
    })
  })
}

/** An engine that takes 8,000 sightings at most, and answers questions of more than 7,000 records up to there. */
function fillsUp(session: Session): Session {
  const full = new IntelError('store_unavailable', 'no space left on the device')
  return {
    ...session,
    async insert(table, columns, lines) {
      await session.insert(table, columns, lines.split('\n', 8_000).join('\n'))
      throw full
    },
    async *batches(sql, params) {
      let left = 7_000
      for await (const rows of session.batches(sql, params)) {
        yield rows.slice(0, left)
        left -= rows.length
        if (left < 0) throw full
      }
    },
  }
}

const NEXT_MIGRATION: Migration = {
  version: 99,
  statements: () => ['CREATE VIEW IF NOT EXISTS added AS SELECT count() AS n FROM sightings'],
}

const nOf = (row: Record<string, unknown>): number => Number(row['n'])
const countSightings: Query<number> = { sql: 'SELECT count() AS n FROM sightings', params: {}, decode: nOf }

const seen = (number: string): Sighting => sighting({ ...bareFact, number: number as PhoneNumber })

function ringOf(id: string, numbers: readonly string[]): Ring {
  const [from, to] = numbers as [PhoneNumber, PhoneNumber]
  return {
    id,
    numbers: numbers as PhoneNumber[],
    links: [{ kind: 'template', from, to, shared: HOSTILE, weight: 5, reasons: [], messages: ['m1'] }],
    messages: 1,
    brands: ['norton', HOSTILE],
    senderDomains: [],
    firstSeenAt: 1,
    lastSeenAt: 2,
  }
}

async function expectIndex({ data }: Place, sightings: readonly Sighting[]): Promise<void> {
  const index = await openNumberIndex(data)
  const profiles = profilesOf(sightings)
  const blocks = blocksOf(profiles)
  expect(index.size()).toBe(profiles.size)
  for (const [number, records] of profiles) {
    const profile = index.profile(number as PhoneNumber)
    expect(profile?.records.toSorted(byKey)).toEqual(records)
    for (const width of BLOCK_WIDTHS) {
      const known = blocks.get(`${width}:${blockStart(digitsOf(number as PhoneNumber), width)}`)
      expect(index.block(number as PhoneNumber, width)).toEqual(
        known ? { numbers: known[0], lastSeenAt: known[1] } : null,
      )
    }
  }
  expect(index.coverage()).toEqual(coverageOf(profiles))
  expect(index.profile('+4915112345678' as PhoneNumber)).toBeNull()
  await index.close()
}
