import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { arrivalDays, seenNumbers } from '../../src/analyze/blocks/block-queries.ts'
import type { ArrivalDay } from '../../src/analyze/blocks/block-queries.ts'
import type { SeenNumber } from '../../src/analyze/blocks/seen-number.ts'
import { findBlocks, shownBlock, WITH_COMPLAINTS } from '../../src/app/find-blocks.ts'
import { numbersOf } from '../../src/model/block.ts'
import { digitsOf, numberFromDigits } from '../../src/model/phone-number.ts'
import { isMalicious } from '../../src/model/profile.ts'
import { sighting } from '../../src/model/sighting.ts'
import type { Sighting } from '../../src/model/sighting.ts'
import { random } from '../../src/simulate/random.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { Store } from '../../src/store/store.ts'
import { numberTables } from '../number-tables.ts'

const DAY = 86_400_000
const START = Date.UTC(2026, 2, 1)
const HOT = 18_034_714_000

const dice = random('blocks contract')

/** Numbers of two millions, each seen a few times by anyone in any role. */
const SIGHTINGS: readonly Sighting[] = Array.from({ length: 600 }, () =>
  sighting({
    number: numberFromDigits(dice.pick([HOT, 18_038_000_000, 447_400_123_000]) + dice.below(150)),
    seenAt: START + dice.below(40 * DAY),
    channel: dice.pick(['scam_email_body', 'regulator_complaint', 'user_report', 'otp_platform_web']),
    source: dice.pick(['one', 'other']),
    role: dice.pick(['callback', 'contact', 'decoy', 'messaging']),
    hidden: dice.chance(0.1),
    message: `m${dice.below(1_000)}`,
  }),
)

/** The slow and obvious way. */
function oracle(counts: (sighting: Sighting) => boolean): SeenNumber[] {
  const times = new Map<number, number[]>()
  for (const each of SIGHTINGS.filter((one) => counts(one))) {
    const digits = digitsOf(each.number)
    times.set(digits, [...(times.get(digits) ?? []), each.seenAt])
  }
  return [...times]
    .map(([digits, seen]) => ({ digits, firstSeenAt: Math.min(...seen), lastSeenAt: Math.max(...seen) }))
    .sort((one, other) => one.digits - other.digits)
}

const proves = ({ channel, role, hidden }: Sighting): boolean =>
  hidden !== true && isMalicious({ channel, role: role ?? null })
const accuses = ({ role, hidden }: Sighting): boolean =>
  hidden !== true && isMalicious({ channel: 'analyst', role: role ?? null })

/** What is asked of blocks, whatever engine is below. */
export function blocksContract(freshUrl: () => Promise<string | null>): void {
  let data: string
  let store: Store

  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'ringtrace-blocks-'))
    store = await openStore({ data, clickhouseUrl: await freshUrl() })
    await store.write(SIGHTINGS)
  })

  afterAll(async () => {
    await store.close()
    await rm(data, { recursive: true })
  })

  test('the numbers that count come ascending, with their first and last sighting', async () => {
    expect(await store.ask(seenNumbers({ channels: null }))).toEqual(oracle(proves))
    expect(await store.ask(seenNumbers({ channels: WITH_COMPLAINTS }))).toEqual(oracle(accuses))
    const ofOne = oracle((each) => accuses(each) && each.channel === 'user_report')
    expect(await store.ask(seenNumbers({ channels: ['user_report'] }))).toEqual(ofOne)
    const within = { from: HOT + 20, to: HOT + 90 }
    const some = oracle(proves).filter(({ digits }) => digits >= within.from && digits <= within.to)
    expect(await store.ask(seenNumbers({ channels: null, within }))).toEqual(some)
  })

  test('numbers come on the days of their first sightings', async () => {
    const days = new Map<number, ArrivalDay>()
    for (const { firstSeenAt, lastSeenAt } of oracle(proves)) {
      const day = Math.floor(firstSeenAt / DAY)
      const same = days.get(day) ?? { day, numbers: 0, lastSeenAt: 0 }
      days.set(day, { day, numbers: same.numbers + 1, lastSeenAt: Math.max(same.lastSeenAt, lastSeenAt) })
    }
    const expected = [...days.values()].sort((one, other) => one.day - other.day)
    expect(await store.ask(arrivalDays({ channels: null }))).toEqual(expected)
  })

  test('the blocks told are those of the numbers that count, and more where complaints do', async () => {
    const numbersIn = (seen: readonly SeenNumber[]): string[] =>
      seen.filter(({ digits }) => digits >= HOT && digits < HOT + 1_000).map(({ digits }) => numberFromDigits(digits))
    for (const [channels, counts] of [
      [null, proves],
      [WITH_COMPLAINTS, accuses],
    ] as const) {
      const blocks = await findBlocks(store, numberTables, { channels })
      const hot = blocks.find(({ prefix }) => prefix === '+18034714')
      expect(hot && numbersOf(hot)).toEqual(numbersIn(oracle(counts)))
      const shown = await shownBlock(store, numberTables, {
        number: numberFromDigits(HOT + 500),
        width: 1_000,
        channels,
      })
      const { qValue: _, ...sameButForTheOthers } = hot!
      expect(shown?.block).toEqual(sameButForTheOthers)
      expect(shown?.seen.map(({ digits }) => numberFromDigits(digits))).toEqual(numbersIn(oracle(counts)))
    }
  })

  test('blocks are told of one region or provider alone where asked', async () => {
    const all = await findBlocks(store, numberTables)
    expect(all.map(({ region }) => region)).toContain('GB')
    const british = await findBlocks(store, numberTables, { region: 'GB' })
    expect(british).toEqual(all.filter(({ region }) => region === 'GB'))
    expect(await findBlocks(store, numberTables, { provider: 'nobody at all' })).toEqual([])
  })

  test('a block that nobody saw a number of is not shown', async () => {
    const number = numberFromDigits(18_039_000_000)
    expect(await shownBlock(store, numberTables, { number, width: 1_000, channels: null })).toBeNull()
  })
}
