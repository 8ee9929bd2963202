import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sliceCondition } from '../../src/analyze/life/slice-condition.ts'
import { watchedDays } from '../../src/analyze/life/life-queries.ts'
import { lifeOfNumber } from '../../src/app/life-of-number.ts'
import { listNumbers } from '../../src/app/list-numbers.ts'
import type { ListOptions } from '../../src/app/list-numbers.ts'
import { tellLife } from '../../src/app/tell-life.ts'
import { factsOf } from '../../src/enrich/facts.ts'
import type { Sighting } from '../../src/model/sighting.ts'
import type { Slice } from '../../src/model/slice.ts'
import { openNumberIndex } from '../../src/store/open-number-index.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { Store } from '../../src/store/store.ts'
import { numberTables } from '../number-tables.ts'
import { lifeOracle } from './life-oracle.ts'
import { randomSightings } from './sightings.ts'

const DAY = 86_400_000
const START = Date.UTC(2026, 2, 1)
const NOW = START + 60 * DAY

const SUBJECTS = ['', 'Your order', 'Invoice']
const DOMAINS = ['a.example', 'b.example']

/** Close together in time, so that days are met again; rows of the same evidence keep their time. */
const SIGHTINGS: readonly Sighting[] = randomSightings(11, 900).map((each, at) => ({
  ...each,
  seenAt: START + (each.seenAt % (30 * DAY)),
  subject: SUBJECTS[at % 3]!,
  senderDomain: DOMAINS[at % 2]!,
}))

/** How numbers live is what the slow and obvious way says, whatever engine is below. */
export function lifeContract(freshUrl: () => Promise<string | null>): void {
  let data: string
  let store: Store

  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'ringtrace-life-'))
    store = await openStore({ data, clickhouseUrl: await freshUrl() })
    // In two writes: what is superseded lies in another part of the table than what supersedes it.
    await store.write(SIGHTINGS.slice(0, 500))
    await store.write(SIGHTINGS.slice(500))
  })

  afterAll(async () => {
    await store.close()
    await rm(data, { recursive: true })
  })

  test.each<[string, Slice, (sighting: Sighting) => boolean]>([
    ['everything', {}, () => true],
    ['a channel', { channel: 'otp_platform_web' }, ({ channel }) => channel === 'otp_platform_web'],
    ['a source', { source: 'feed' }, ({ source }) => source === 'feed'],
    ['a brand', { brand: 'norton' }, ({ brand }) => brand === 'norton'],
    [
      'a period',
      { fromAt: START + 5 * DAY, toAt: START + 9 * DAY },
      ({ seenAt }) => seenAt >= START + 5 * DAY && seenAt < START + 9 * DAY,
    ],
    ['a region', { region: 'US' }, ({ number }) => factsOf(number, numberTables).region === 'US'],
  ])('how the numbers of %s live is counted as it can be counted one by one', async (_name, slice, isIn) => {
    const life = await tellLife(store, numberTables, slice, NOW)
    const { coolDowns, ...expected } = lifeOracle(SIGHTINGS, isIn)
    expect(life).toMatchObject(expected)
    expect(life?.coolDowns).toMatchObject({ count: coolDowns!.count, days: coolDowns!.days })
  })

  test('a slice of nothing tells nothing, and what lies ahead of the clock is in none', async () => {
    expect(await tellLife(store, numberTables, { region: 'AQ' }, NOW)).toBeNull()
    expect(await tellLife(store, numberTables, { brand: 'nobody' }, NOW)).toBeNull()
    expect(await tellLife(store, numberTables, {}, START - DAY)).toBeNull()
  })

  test('numbers are listed with what they were seen with, and every page is a part of the same list', async () => {
    const index = await openNumberIndex(data)
    await store.refreshIndex()
    const sources = { index, reference: { ...numberTables, brands: [], services: [] }, now: NOW, region: null }
    const list = (options: Partial<ListOptions>): ReturnType<typeof listNumbers> =>
      listNumbers(store, sources, {}, { order: 'reused', offset: 0, limit: 1_000, ...options })
    const { total, numbers } = await list({})
    const expected = lifeOracle(SIGHTINGS, () => true)
    expect(total).toBe(expected.numbers)
    expect(numbers.reduce((sum, { sightings }) => sum + sightings, 0)).toBe(expected.sightings)
    expect(numbers.map(({ activeDays }) => activeDays)).toEqual(
      expected.activeDays!.toReversed().flatMap(({ days, count }) => Array.from({ length: count }, () => days)),
    )
    expect(numbers.filter(({ seenWith }) => seenWith.subjects.length > 1)).toHaveLength(expected.several!.subjects)
    expect((await list({ offset: 3, limit: 4 })).numbers).toEqual(numbers.slice(3, 7))
    for (const order of ['newest', 'longest', 'latest'] as const) {
      const listed = (await list({ order })).numbers
      const key = { newest: 'firstSeenAt', latest: 'lastSeenAt' } as const
      const values = listed.map((each) =>
        order === 'longest' ? Math.floor(each.lastSeenAt / DAY) - Math.floor(each.firstSeenAt / DAY) : each[key[order]],
      )
      expect(values).toEqual(values.toSorted((a, b) => b - a))
    }
    const byStatus = await list({ order: 'status' })
    expect(byStatus.total).toBe(total)
    const statuses = new Set(byStatus.numbers.map(({ lookup }) => lookup.risk.status.threat))
    for (const status of statuses) {
      const of = byStatus.numbers.filter(({ lookup }) => lookup.risk.status.threat === status)
      if (status !== null) expect((await list({ status, order: 'latest' })).numbers).toEqual(of)
    }
    await index.close()
  })

  test('the days of a number make its spells', async () => {
    const [{ number }] = SIGHTINGS as [Sighting]
    const { spells } = await lifeOfNumber(store, number)
    const { sightings, reuse, coolDowns, activeDays } = lifeOracle(SIGHTINGS, (each) => each.number === number)
    expect(spells.reduce((sum, each) => sum + each.sightings, 0)).toBe(sightings)
    expect(spells.reduce((sum, { fromDay, toDay }) => sum + toDay - fromDay + 1, 0)).toBe(activeDays![0]!.days)
    expect(spells.length - 1).toBe(coolDowns!.count)
    expect(spells.some(({ fromDay, toDay }) => fromDay < toDay)).toBe(reuse!.consecutiveDays === 1)
  })

  test('a slice of a hundred thousand thousands can be asked for, and holds their numbers alone', async () => {
    // Every third thousand, so that hardly any of them follow each other.
    const scattered = Array.from({ length: 100_000 }, (_, i) => 1_000_000 + i * 3)
    const thousands = [...scattered, 18_035_550].sort((a, b) => a - b)
    const [some = null] = await store.ask(watchedDays(sliceCondition({}, thousands)))
    const [none = null] = await store.ask(watchedDays(sliceCondition({}, scattered)))
    expect(some).toMatchObject({ from: expect.any(Number) })
    expect(none).toBeNull()
  })
}
