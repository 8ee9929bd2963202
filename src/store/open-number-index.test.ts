import { mkdirSync, mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { surroundingsOn } from '../analyze/forecast/surroundings.ts'
import { DAY_MILLIS } from '../model/day.ts'
import { numberFromDigits } from '../model/phone-number.ts'
import type { PhoneNumber } from '../model/phone-number.ts'
import type { SourceRecord } from '../model/profile.ts'
import { openIndexWriter } from './index-writer.ts'
import { openNumberIndex } from './open-number-index.ts'

let data: string
beforeEach(() => void (data = mkdtempSync(join(tmpdir(), 'ringtrace-index-'))))
afterEach(() => rmSync(data, { recursive: true }))

const file = (): string => join(data, 'index', 'data.mdb')
const number = numberFromDigits(18_035_550_147)

function record(changed: Partial<SourceRecord> = {}): SourceRecord {
  return {
    channel: 'otp_platform_web',
    source: 'feed',
    role: null,
    sightings: 1,
    messages: 0,
    activeDays: 1,
    firstSeenAt: 1_000,
    lastSeenAt: 2_000,
    brands: [],
    templates: 0,
    simKinds: [],
    latestDays: [0],
    ...changed,
  }
}

async function fill(batches: (readonly [PhoneNumber, ...SourceRecord[]][])[], store = 'one'): Promise<number[]> {
  const writer = await openIndexWriter(data, store)
  const changed = batches.map((batch) => writer.putRecords(batch.map(([of, ...records]) => ({ number: of, records }))))
  writer.moveWatermark(5_000)
  await writer.close()
  return changed
}

test('where there is no index nothing is known, and it is found once it is there', async () => {
  const index = await openNumberIndex(data)
  expect([index.profile(number), index.block(number, 100), index.coverage(), index.size()]).toEqual([null, null, {}, 0])
  await fill([[[number, record()]]])
  expect(index.profile(number)).toEqual({ number, records: [record()], ring: null })
  await index.close()
})

test('a reader sees what was put as soon as it pauses', async () => {
  const writer = await openIndexWriter(data, 'one')
  const index = await openNumberIndex(data)
  expect(index.profile(number)).toBeNull()
  writer.putRecords([{ number, records: [record()] }])
  await Promise.resolve()
  expect(index.profile(number)?.records).toEqual([record()])
  await index.close()
  await writer.close()
})

test('who reads an index may come to write it, and reads on', async () => {
  await fill([[[number, record()]]])
  const readers = [await openNumberIndex(data), await openNumberIndex(data)]
  const known = readers.map((index) => index.size())
  const writer = await openIndexWriter(data, 'one')
  writer.putRecords([{ number: numberFromDigits(18_035_550_148), records: [record()] }])
  await Promise.resolve()
  expect([known, readers.map((index) => index.size())]).toEqual([
    [1, 1],
    [2, 2],
  ])
  await writer.close()
  for (const index of readers) {
    expect(index.profile(number)?.records).toEqual([record()])
    await index.close()
  }
})

test('who reads an index notices within seconds that it was deleted, and finds the one made in its place', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  await fill([[[number, record()]]])
  const index = await openNumberIndex(data)
  expect(index.size()).toBe(1)
  rmSync(join(data, 'index'), { recursive: true })
  vi.setSystemTime(Date.now() + 5_000)
  await Promise.resolve()
  expect(index.profile(number)).toBeNull()
  vi.useRealTimers()
  await fill([[[number, record({ sightings: 2 })]]])
  expect(index.profile(number)?.records).toMatchObject([{ sightings: 2 }])
  await index.close()
})

test('a number counts once in its blocks however often it is put, and the last sighting moves', async () => {
  const later = record({ lastSeenAt: 9_000, sightings: 2 })
  const neighbor = numberFromDigits(18_035_550_148)
  const changed = await fill([
    [[number, record()]],
    [[number, record()]],
    [
      [number, later],
      [neighbor, record()],
    ],
  ])
  expect(changed).toEqual([1, 0, 2])
  const index = await openNumberIndex(data)
  expect(index.block(number, 10)).toEqual({ numbers: 2, lastSeenAt: 9_000 })
  expect(index.block(number, 10_000)).toEqual({ numbers: 2, lastSeenAt: 9_000 })
  await index.close()
})

test('decoys, hidden numbers and complaints count in no block; becoming malicious later does', async () => {
  const innocent = [record({ role: 'decoy' }), record({ role: 'other' }), record({ channel: 'user_report' })]
  await fill([innocent.map((each, i) => [numberFromDigits(18_035_550_140 + i), each] as [PhoneNumber, SourceRecord])])
  let index = await openNumberIndex(data)
  expect(index.block(number, 100)).toBeNull()
  await index.close()
  await fill([[[numberFromDigits(18_035_550_140), innocent[0]!, record({ role: 'callback', lastSeenAt: 7_000 })]]])
  index = await openNumberIndex(data)
  expect(index.block(number, 100)).toEqual({ numbers: 1, lastSeenAt: 7_000 })
  await index.close()
})

test('what is kept of blocks follows the numbers in them, however they came there', async () => {
  const anyRecord = fc.record({
    channel: fc.constantFrom('otp_platform_web', 'user_report'),
    firstSeenAt: fc.integer({ min: 20_000, max: 20_100 }).map((day) => day * DAY_MILLIS),
  })
  const put = fc.tuple(fc.integer({ min: 0, max: 2_500 }), fc.array(anyRecord, { maxLength: 2 }))
  await fc.assert(
    fc.asyncProperty(fc.array(put, { maxLength: 20 }), fc.integer({ min: 0, max: 2_500 }), async (puts, asked) => {
      const at = (place: number): PhoneNumber => numberFromDigits(18_035_551_000 + place)
      await fill(puts.map(([place, changed]) => [[at(place), ...changed.map((each) => record(each as object))]]))
      const index = await openNumberIndex(data)
      const found = index.vicinity(at(asked), 20_200)
      await index.close()
      rmSync(join(data, 'index'), { recursive: true })
      const born = [...new Map(puts)]
        .flatMap(([place, records]) => {
          const days = records.filter(({ channel }) => channel !== 'user_report').map(({ firstSeenAt }) => firstSeenAt)
          return days.length === 0 ? [] : [{ digits: 18_035_551_000 + place, day: Math.min(...days) / DAY_MILLIS }]
        })
        .sort((a, b) => a.digits - b.digits)
      const expected = surroundingsOn(20_200, born).around(18_035_551_000 + asked)
      expect({ ...found, blocks: found.blocks.map(({ numbers }) => numbers) }).toEqual({
        ...expected,
        blocks: expected.blocks.map(({ numbers }) => numbers),
      })
    }),
    { numRuns: 15 },
  )
})

test('an index made from another store is made anew', async () => {
  await fill([[[number, record()]]], 'one')
  await fill([], 'other')
  const index = await openNumberIndex(data)
  expect([index.profile(number), index.size(), index.coverage()]).toEqual([null, 0, {}])
  await index.close()
})

const DAMAGES: Record<string, () => void> = {
  'not an index': () => writeFileSync(file(), 'not an index at all'.repeat(1_000)),
  'cut short': () => truncateSync(file(), Math.floor(statSync(file()).size / 2)),
  'cut off in its head': () => truncateSync(file(), 100),
  empty: () => truncateSync(file(), 0),
}
test.each(Object.keys(DAMAGES))('an index file that is %s is told, with what to do', async (damage) => {
  mkdirSync(join(data, 'index'), { recursive: true })
  await fill([Array.from({ length: 500 }, (_, i) => [numberFromDigits(18_035_550_000 + i), record()])])
  DAMAGES[damage]!()
  const refused = {
    code: 'store_unavailable',
    hint: /delete this folder/,
    message: new RegExp(`${data}/index cannot be read`),
  }
  await expect(openNumberIndex(data)).rejects.toMatchObject(refused)
  await expect(openIndexWriter(data, 'one')).rejects.toThrow(/cannot be read/)
})

test('an index that was just made and holds nothing is not taken for a damaged one', async () => {
  for (let round = 0; round < 20; round++) await fill([[[numberFromDigits(10_000_000 + round * 1_000), record()]]])
  const index = await openNumberIndex(data)
  expect(index.size()).toBe(20)
  await index.close()
})
