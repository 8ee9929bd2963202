import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { ringOfNumber, storedRing, storedRings } from '../../src/analyze/stored-rings.ts'
import { digitsOf, numberFromDigits } from '../../src/model/phone-number.ts'
import type { PhoneNumber } from '../../src/model/phone-number.ts'
import { BLOCK_WIDTHS, blockStart } from '../../src/model/profile.ts'
import type { Query } from '../../src/model/query.ts'
import type { Ring } from '../../src/model/ring.ts'
import { sighting } from '../../src/model/sighting.ts'
import type { Sighting } from '../../src/model/sighting.ts'
import { openNumberIndex } from '../../src/store/open-number-index.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { Store } from '../../src/store/store.ts'
import { blocksOf, byKey, coverageOf, profilesOf } from './profile-oracle.ts'
import { HOSTILE, randomSightings } from './sightings.ts'

/** Where a fresh store is: nobody has written to it yet. */
export type Place = { readonly data: string; readonly clickhouseUrl: string | null }

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

  test('rings are replaced as a whole, and found by id and by number', async () => {
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
    expect(await store.ask(ringOfNumber('+18035550102' as PhoneNumber))).toEqual([first])

    const grown = ringOf('r-aa', ['+18035550101', '+18035550103', '+18035550104'])
    for (const rings of [[second], [grown]]) await store.writeRings(rings)
    expect(await store.ask(storedRings())).toEqual([grown])
    expect(await store.ask(storedRing('r-bb'))).toEqual([])
    expect(await store.ask(ringOfNumber('+18035550102' as PhoneNumber))).toEqual([])
    const index = await openNumberIndex(place.data)
    expect(index.profile('+18035550102' as PhoneNumber)?.ring).toBeNull()
    expect(index.profile('+18035550103' as PhoneNumber)?.ring).toEqual({ id: 'r-aa', numbers: 3 })
    await index.close()

    await store.writeRings([])
    expect(await store.ask(storedRings())).toEqual([])
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

  test('a question with a mistake in it is a bug and not a store that does not answer', async () => {
    const store = await openAt(await freshPlace())
    await expect(store.ask({ sql: 'SELECT nothing_of_the_kind', params: {}, decode: nOf })).rejects.toMatchObject({
      name: expect.not.stringMatching('IntelError'),
    })
  })
}

const nOf = (row: Record<string, unknown>): number => Number(row['n'])
const countSightings: Query<number> = { sql: 'SELECT count() AS n FROM sightings', params: {}, decode: nOf }

const bareFact = {
  number: '+18035550100' as PhoneNumber,
  seenAt: 1_750_000_000_000,
  channel: 'user_report',
  source: 's',
} as const
const bare = sighting(bareFact)

const everything: Required<Sighting> = {
  ...sighting({ ...bareFact, number: '+999999999999999' as PhoneNumber, evidence: HOSTILE }),
  channel: 'interception_platform',
  source: `source ${HOSTILE}`,
  role: 'messaging',
  vehicle: 'nested_message',
  hidden: true,
  message: `message ${HOSTILE}`,
  brand: `brand ${HOSTILE}`,
  template: `template ${HOSTILE}`,
  attachment: `attachment ${HOSTILE}`,
  senderDomain: `sender ${HOSTILE}`,
  replyTo: `reply ${HOSTILE}`,
  service: `service ${HOSTILE}`,
  industry: `industry ${HOSTILE}`,
  country: `country ${HOSTILE}`,
  scenario: `scenario ${HOSTILE}`,
  simKind: 'esim_batch',
  ip: `ip ${HOSTILE}`,
  device: `device ${HOSTILE}`,
  account: `${HOSTILE}\r`,
}

/** Attributes by their columns; '' in a column is an attribute that is not there. */
const COLUMNS = {
  role: 'role',
  vehicle: 'vehicle',
  message: 'message',
  brand: 'brand',
  template: 'template',
  attachment: 'attachment',
  senderDomain: 'sender_domain',
  replyTo: 'reply_to',
  service: 'service',
  industry: 'industry',
  country: 'country',
  scenario: 'scenario',
  simKind: 'sim_kind',
  ip: 'ip',
  device: 'device',
  account: 'account',
} as const

const sightingsAsWritten: Query<Sighting> = {
  sql: `SELECT *, toUnixTimestamp64Milli(seen_at) AS seen, lower(replaceAll(toString(evidence), '-', '')) AS id
    FROM sightings ORDER BY number, evidence`,
  params: {},
  decode: (row) => ({
    number: numberFromDigits(row['number'] as number),
    seenAt: Number(row['seen']),
    channel: row['channel'] as Sighting['channel'],
    source: row['source'] as string,
    evidence: row['id'] as string,
    ...(row['hidden'] ? { hidden: true } : {}),
    ...Object.fromEntries(
      Object.entries(COLUMNS).flatMap(([name, column]) => (row[column] === '' ? [] : [[name, row[column]]])),
    ),
  }),
}

const seen = (number: string): Sighting => sighting({ ...bareFact, number: number as PhoneNumber })

function ringOf(id: string, numbers: readonly string[]): Ring {
  const [from, to] = numbers as [PhoneNumber, PhoneNumber]
  return {
    id,
    numbers: numbers as PhoneNumber[],
    links: [{ kind: 'template', from, to, shared: HOSTILE, messages: ['m1'] }],
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
  expect(index.coverage()).toEqual(coverageOf(sightings))
  expect(index.profile('+4915112345678' as PhoneNumber)).toBeNull()
  await index.close()
}
