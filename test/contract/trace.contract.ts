import { mkdtemp, rm } from 'node:fs/promises'
import { numberTables } from '../number-tables.ts'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findBlocks } from '../../src/app/find-blocks.ts'
import { knownBy } from '../../src/app/known-by.ts'
import { lookUp } from '../../src/app/look-up.ts'
import type { LookUpSources } from '../../src/app/look-up.ts'
import { findRings, ringById, traceRings } from '../../src/app/trace-rings.ts'
import { numbersOf } from '../../src/model/block.ts'
import { numberFromDigits } from '../../src/model/phone-number.ts'
import type { PhoneNumber } from '../../src/model/phone-number.ts'
import type { Ring } from '../../src/model/ring.ts'
import { sighting } from '../../src/model/sighting.ts'
import type { Sighting, SightingAttributes } from '../../src/model/sighting.ts'
import type { NumberIndex } from '../../src/store/number-index.ts'
import { openNumberIndex } from '../../src/store/open-number-index.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { Store } from '../../src/store/store.ts'

const DAY = 86_400_000
const START = Date.UTC(2026, 2, 1)
const number = (index: number): PhoneNumber => numberFromDigits(18_034_714_500 + index * 7)

const officialLine = { number: number(40), name: 'Example Bank', region: 'US' as const, source: 'its site' }
const reference = {
  ...numberTables,
  brands: [],
  services: [],
  officialLines: new Map([[officialLine.number, officialLine]]),
}

/** One number in one mail. */
const stood = (index: number, message: string, day: number, rest: SightingAttributes = {}): Sighting =>
  sighting({
    number: number(index),
    seenAt: START + day * DAY,
    channel: 'scam_email_body',
    source: 'mailbox',
    role: 'callback',
    message,
    vehicle: 'body',
    ...rest,
  })

const SIGHTINGS: readonly Sighting[] = [
  stood(0, 'm1', 0, { brand: 'norton', senderDomain: 'a.example', template: 't1' }),
  stood(1, 'm1', 0, { brand: 'norton', senderDomain: 'a.example', template: 't1' }),
  stood(2, 'm2', 5, { brand: 'norton', senderDomain: 'b.example', template: 't1' }),
  stood(2, 'm3', 6, { brand: 'paypal', senderDomain: 'b.example' }),
  stood(3, 'm3', 6, { senderDomain: 'b.example', role: 'messaging', vehicle: 'pdf', attachment: 'pdf1' }),
  // What ties nothing, each in a mail with a call-back number.
  stood(30, 'm1', 0, { role: 'decoy' }),
  stood(31, 'm1', 0, { hidden: true }),
  stood(32, 'm2', 5, { role: 'contact' }),
  stood(40, 'm1', 0),
  // Alone in many mails.
  ...[10, 11, 12, 13].map((day) => stood(50, `alone${day}`, day)),
  // Another ring, by attachment.
  stood(60, 'm60', 3, { vehicle: 'pdf', attachment: 'pdf2' }),
  stood(61, 'm61', 4, { vehicle: 'pdf', attachment: 'pdf2' }),
  // Free-phone numbers in a row, of no country.
  ...[18_885_550_141, 18_885_550_142, 18_885_550_143].map((digits) =>
    sighting({ number: numberFromDigits(digits), seenAt: START, channel: 'otp_platform_web', source: 'feed' }),
  ),
]

/** What tracing, blocks and look-ups of an earlier time do, whatever engine is below. */
export function traceContract(freshUrl: () => Promise<string | null>): void {
  let data: string
  let store: Store
  let index: NumberIndex

  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'ringtrace-trace-'))
    store = await openStore({ data, clickhouseUrl: await freshUrl() })
    index = await openNumberIndex(data)
    await store.write(SIGHTINGS)
    await store.refreshIndex()
  })

  afterAll(async () => {
    await index.close()
    await store.close()
    await rm(data, { recursive: true })
  })

  const sources = (now: number, known: LookUpSources['index'] = index): LookUpSources => ({
    index: known,
    reference,
    now,
    region: null,
  })

  const traced = async (): Promise<Ring[]> => {
    await traceRings(store, reference)
    return findRings(store)
  }

  test('numbers of the same messages, attachments and templates are rings; decoys and genuine lines are in none', async () => {
    const rings = await traced()
    expect(rings.map((ring) => ring.numbers)).toEqual([
      [number(0), number(1), number(2), number(3)],
      [number(60), number(61)],
    ])
    expect(rings[0]).toMatchObject({
      messages: 3,
      brands: ['norton', 'paypal'],
      senderDomains: ['a.example', 'b.example'],
      firstSeenAt: START,
      lastSeenAt: START + 6 * DAY,
    })
    expect(rings[1]?.links).toMatchObject([
      { kind: 'attachment', from: number(60), to: number(61), shared: 'pdf2', messages: ['m60', 'm61'] },
    ])
  })

  test('tracing again, and writing everything again, changes nothing', async () => {
    const first = await traced()
    await store.write(SIGHTINGS)
    expect(await traced()).toEqual(first)
    expect(await findRings(store)).toEqual(first)
    expect(await ringById(store, first[1]!.id)).toEqual(first[1])
    expect(await ringById(store, 'r-000000000000')).toBeNull()
  })

  test('a look-up knows the ring after tracing', async () => {
    const [ring] = await traced()
    await store.refreshIndex()
    const answer = lookUp(number(2), sources(START + 7 * DAY))
    expect(answer).toMatchObject({ profile: { ring: { id: ring?.id, numbers: 4 } } })
  })

  test('what was known by a time is what a look-up then would have said, rings aside', async () => {
    const at = START + 5 * DAY
    const asked = [0, 2, 3, 30, 50].map(number)
    const then = await knownBy(store, asked, at)
    const answers = asked.map((each) => lookUp(each, sources(at, then)))
    expect(answers.map((answer) => answer.number !== null && answer.profile?.records.length)).toEqual([
      1,
      1,
      undefined,
      1,
      undefined,
    ])
    expect(answers[1]).toMatchObject({ profile: { records: [{ messages: 1, lastSeenAt: at }] } })
  })

  test('known by the end of time is what the index knows', async () => {
    const asked = [0, 1, 2, 3, 30, 31, 32, 40, 50, 60].map(number)
    const then = await knownBy(store, asked, START + 400 * DAY)
    const withoutRing = (each: PhoneNumber, known: LookUpSources['index']) => {
      const { profile, block, coverage, returns } = known
      const ringless: LookUpSources['index'] = {
        profile: (of) => {
          const found = profile(of)
          return found && { ...found, ring: null }
        },
        block,
        coverage,
        returns,
      }
      return lookUp(each, sources(START + 8 * DAY, ringless))
    }
    for (const each of asked) expect(withoutRing(each, then)).toEqual(withoutRing(each, index))
  })

  test('blocks are found among malicious numbers alone', async () => {
    const [block, ...rest] = await findBlocks(store, reference, { width: 1_000 })
    expect(rest).toMatchObject([{ prefix: '+18885550', region: null, runs: [{ length: 3 }] }])
    expect(block).toMatchObject({ prefix: '+18034714', region: 'US', width: 1_000, runs: [] })
    expect(block && numbersOf(block)).toEqual([0, 1, 2, 3, 50, 60, 61].map(number))
  })
}
