import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { prepareDemo } from '../../src/app/demo.ts'
import { findRings } from '../../src/app/trace-rings.ts'
import { loadReference } from '../../src/collect/reference.ts'
import type { Reference } from '../../src/model/reference.ts'
import type { Query } from '../../src/model/query.ts'
import { openNumberIndex } from '../../src/store/open-number-index.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { Store } from '../../src/store/store.ts'

const DAY = 86_400_000
const NOW = Date.UTC(2026, 10, 22, 14, 30)

type Held = { readonly sightings: number; readonly first: number; readonly last: number }

const HELD: Query<Held> = {
  sql: `SELECT uniqExact(evidence) AS sightings, toUnixTimestamp64Milli(min(seen_at)) AS first,
  toUnixTimestamp64Milli(max(seen_at)) AS last FROM sightings`,
  params: {},
  decode: ({ sightings, first, last }) => ({ sightings: Number(sightings), first: Number(first), last: Number(last) }),
}

let folder: string
let store: Store
let reference: Reference

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringtrace-demo-'))
  reference = await loadReference()
  store = await openStore({ data: folder, clickhouseUrl: null })
})

afterAll(async () => {
  await store.close()
  await rm(folder, { recursive: true, force: true })
})

/** A store that dies after its first batch, as a process does. */
const dyingStore = (): Store => {
  let batches = 0
  return {
    ...store,
    write: (sightings) => (batches++ === 0 ? store.write(sightings) : Promise.reject(new Error('killed'))),
  }
}

test('a demonstration that was interrupted is completed on another day with the dates it was begun with', async () => {
  await expect(prepareDemo(dyingStore(), reference, NOW)).rejects.toThrow('killed')
  const written = await prepareDemo(store, reference, NOW + 9 * DAY)
  const [held] = await store.ask(HELD)
  expect(held?.sightings).toBe(written)
  expect(held?.last).toBeLessThan(NOW)
  expect(held?.last).toBeGreaterThan(NOW - 2 * DAY)
  expect(held?.sightings).toBeGreaterThan(20_000)
})

test('what is filled stays as it is', async () => {
  const before = await store.ask(HELD)
  expect(await prepareDemo(store, reference, NOW + 30 * DAY)).toBe(0)
  expect(await store.ask(HELD)).toEqual(before)
})

test('there are rings to look at, and the index knows their numbers', async () => {
  const rings = await findRings(store)
  expect(rings.length).toBeGreaterThan(20)
  expect(rings[0]?.numbers.length).toBeGreaterThan(20)
  const index = await openNumberIndex(folder)
  try {
    expect(index.profile(rings[0]!.numbers[0]!)?.ring?.id).toBe(rings[0]!.id)
  } finally {
    await index.close()
  }
})
