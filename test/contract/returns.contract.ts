import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { returnCurvesOf, silenceTallies } from '../../src/analyze/life/return-curves.ts'
import type { SilenceTally } from '../../src/analyze/life/return-curves.ts'
import { knownBy } from '../../src/app/known-by.ts'
import { ROLES } from '../../src/model/mention.ts'
import { numberFromDigits } from '../../src/model/phone-number.ts'
import { isAccused } from '../../src/model/profile.ts'
import { sighting } from '../../src/model/sighting.ts'
import type { Sighting } from '../../src/model/sighting.ts'
import { statusOf } from '../../src/score/status.ts'
import type { NumberIndex } from '../../src/store/number-index.ts'
import { openNumberIndex } from '../../src/store/open-number-index.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { Store } from '../../src/store/store.ts'

const DAY = 86_400_000
const START = Date.UTC(2025, 0)
const DAYS = 200

const number = fc.nat(150).map((each) => numberFromDigits(18_034_700_000 + each * 997))
const fact = fc.record({
  number,
  // Most are seen again within days; some, by mistake, before 1970.
  seenAt: fc.oneof(
    { weight: 40, arbitrary: fc.nat(DAYS * DAY).map((after) => START + after) },
    { weight: 1, arbitrary: fc.constant(-5 * DAY) },
  ),
  channel: fc.constantFrom('otp_platform_web', 'scam_email_body', 'analyst'),
  source: fc.constantFrom('one', 'other'),
  role: fc.option(fc.constantFrom(...ROLES), { freq: 3, nil: null }),
  hidden: fc.nat(9).map((each) => each === 0),
  evidence: fc.nat(3_000).map(String),
} as const)

const PAST = fc
  .sample(fact, { seed: 5, numRuns: 3_000 })
  .map(({ role, ...rest }) => sighting({ ...rest, ...(role && { role }) }))
const NUMBERS = [...new Set(PAST.map((each) => each.number))].sort()
const AHEAD = sighting({
  number: numberFromDigits(18_039_999_999),
  seenAt: Date.UTC(2200, 0),
  channel: 'analyst',
  source: 'one',
})
const SIGHTINGS = [...PAST, AHEAD]

/** The silences of what had been seen by a time, number by number. */
function silencesBy(at: number): SilenceTally[] {
  const lastWritten = new Map(SIGHTINGS.map((each) => [`${each.number} ${each.evidence}`, each]))
  const days = new Map<string, Set<number>>()
  for (const each of lastWritten.values()) {
    if (!counts(each, at)) continue
    const key = `${each.channel} ${each.number}`
    days.set(key, (days.get(key) ?? new Set()).add(Math.floor(each.seenAt / DAY)))
  }
  const tallies = new Map<string, SilenceTally>()
  const add = (channel: SilenceTally['channel'], isLast: boolean, day: number): void => {
    const key = `${channel} ${isLast} ${day}`
    tallies.set(key, { channel, isLast, day, count: (tallies.get(key)?.count ?? 0) + 1 })
  }
  for (const [key, own] of days) {
    const channel = key.split(' ')[0] as SilenceTally['channel']
    const sorted = [...own].sort((one, other) => one - other)
    sorted.slice(1).forEach((day, i) => add(channel, false, Math.min(730, day - sorted[i]!)))
    add(channel, true, sorted.at(-1)!)
  }
  return [...tallies.values()].sort(byKey)
}

const counts = ({ seenAt, hidden, role }: Sighting, at: number): boolean =>
  seenAt >= 0 && seenAt <= at && !hidden && isAccused({ role: role ?? null })

const byKey = (one: SilenceTally, other: SilenceTally): number =>
  one.channel.localeCompare(other.channel) || Number(one.isLast) - Number(other.isLast) || one.day - other.day

/** Silences, their curves and what follows from them, whatever engine is below. */
export function returnsContract(freshUrl: () => Promise<string | null>): void {
  let data: string
  let store: Store
  let index: NumberIndex

  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'ringtrace-returns-'))
    store = await openStore({ data, clickhouseUrl: await freshUrl() })
    index = await openNumberIndex(data)
    for (const half of [SIGHTINGS.slice(0, 1_500), SIGHTINGS.slice(1_500)]) await store.write(half)
    await store.refreshIndex()
  })
  afterAll(async () => {
    await index.close()
    await store.close()
    await rm(data, { recursive: true })
  })

  test.each([30, 120, DAYS])('silences by day %i are those that counting number by number gives', async (days) => {
    const at = START + days * DAY
    const found = await store.ask(silenceTallies(SIGHTINGS.length, at))
    expect(found.sort(byKey)).toEqual(silencesBy(at))
  })

  test('of very many sightings a part of the numbers is asked', async () => {
    const at = START + DAYS * DAY
    const lastSilences = (tallies: readonly SilenceTally[]): number =>
      tallies.filter(({ isLast }) => isLast).reduce((sum, { count }) => sum + count, 0)
    const all = lastSilences(silencesBy(at))
    const some = lastSilences(await store.ask(silenceTallies(8_000_000, at)))
    expect(some).toBeGreaterThan(0)
    expect(some).toBeLessThan(all * 0.6)
  })

  test('the index holds the curves of what was seen, and an earlier time has those of then', async () => {
    const now = returnCurvesOf(silencesBy(Date.now()))
    expect(Object.keys(now).sort()).toEqual(['analyst', 'otp_platform_web', 'scam_email_body'])
    expect(index.returns()).toEqual(now)
    expect((await knownBy(store, NUMBERS, Date.now())).returns()).toEqual(now)
    const at = START + 100 * DAY
    expect((await knownBy(store, NUMBERS, at)).returns()).toEqual(returnCurvesOf(silencesBy(at)))
    expect(returnCurvesOf(silencesBy(at))).not.toEqual(now)
  })

  test('a number does what it did by the index, asked of the sightings as of now', async () => {
    const at = START + (DAYS + 3) * DAY
    const then = await knownBy(store, NUMBERS, Date.now())
    const told = (known: Pick<NumberIndex, 'profile' | 'returns'>) =>
      NUMBERS.map((each) => statusOf(known.profile(each)?.records ?? [], at, known.returns()).threat)
    expect(told(then)).toEqual(told(index))
    expect(new Set(told(index)).size).toBeGreaterThan(2)
  })

  test('a few changes wait for the curves’ next turn, many do not', async () => {
    const before = index.returns()
    const seenNow = (from: number, count: number): Sighting[] =>
      Array.from({ length: count }, (_, i) =>
        sighting({
          number: numberFromDigits(18_035_000_000 + from + Math.floor(i / 3)),
          seenAt: START + (i % 3) * DAY,
          channel: 'telecom_feed',
          source: 'one',
        }),
      )
    await store.write(seenNow(0, 3))
    await store.refreshIndex()
    expect(index.returns()).toEqual(before)
    await store.write(seenNow(10, 600))
    await store.refreshIndex()
    await Promise.resolve()
    expect(Object.keys(index.returns())).toContain('telecom_feed')
  })
}
