import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { TRAINING } from '../../src/analyze/forecast/train-forecast.ts'
import { lookUp } from '../../src/app/look-up.ts'
import { makeForecast, tryForecast } from '../../src/app/make-forecast.ts'
import { DAY_MILLIS } from '../../src/model/day.ts'
import type { ForecastTrial } from '../../src/model/forecast-trial.ts'
import { numberFromDigits } from '../../src/model/phone-number.ts'
import { sighting } from '../../src/model/sighting.ts'
import type { Sighting } from '../../src/model/sighting.ts'
import { random } from '../../src/simulate/random.ts'
import { keepForecast } from '../../src/store/forecast-file.ts'
import type { NumberIndex } from '../../src/store/number-index.ts'
import { openNumberIndex } from '../../src/store/open-number-index.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { Store } from '../../src/store/store.ts'
import { numberTables } from '../number-tables.ts'

const START = Date.UTC(2026, 2, 1)
const DAYS = 50
const NOW = START + DAYS * DAY_MILLIS
const POOL = 32_468_790_000
const TEN_A_DAY = 10

/** A pool of Belgian numbers that climbs, and as many that come from anywhere; seen again now and then. */
function poolSightings(): Sighting[] {
  const dice = random('pool')
  return Array.from({ length: DAYS * TEN_A_DAY }, (_, i) => {
    const seenAt = START + Math.floor(i / TEN_A_DAY) * DAY_MILLIS
    const digits = [POOL + i * 3 + dice.below(3), 32_470_000_000 + dice.below(9_000_000)]
    return digits.flatMap((each) =>
      [seenAt, seenAt + dice.below(5) * DAY_MILLIS].map((at) =>
        sighting({ number: numberFromDigits(each), seenAt: at, channel: 'otp_platform_web', source: 'feed' }),
      ),
    )
  }).flat()
}

/** Learning which numbers come next from what is stored, and look-ups that go by it, whatever engine is below. */
export function forecastContract(freshUrl: () => Promise<string | null>): void {
  const training = { ...TRAINING, trees: 20, innocent: 2_000, drawn: 20_000, windows: 3 }
  const reference = { ...numberTables, brands: [], services: [], officialLines: new Map() }
  let data: string
  let store: Store
  let index: NumberIndex
  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'ringtrace-forecast-'))
    store = await openStore({ data, clickhouseUrl: await freshUrl() })
    await store.write(poolSightings())
    await store.refreshIndex()
    index = await openNumberIndex(data)
  }, 60_000)
  afterAll(async () => {
    await index?.close()
    await store?.close()
    await rm(data, { recursive: true, force: true })
  })

  const asked = (digits: number) => lookUp(`+${digits}`, { index, reference, now: NOW, region: null })
  const next = POOL + DAYS * TEN_A_DAY * 3 + 4

  test('nothing is foretold before anything was learnt; then the next of the pool is, and no number from nowhere', async () => {
    expect(asked(next)).toMatchObject({ forecast: null })
    keepForecast(data, await makeForecast(store, reference, { now: NOW, days: 7, training }))
    const sources = { index: await openNumberIndex(data), reference, now: NOW, region: null }
    const [likely, unlikely] = [next, 32_499_123_456].map((digits) => lookUp(`+${digits}`, sources))
    const kept = sources.index.forecast()
    await sources.index.close()
    expect(likely).toMatchObject({ profile: null, forecast: { days: 7, rarity: 0.001 }, risk: { level: 5 } })
    expect(likely!.number !== null && likely!.risk.reasons.map(({ code }) => code)).toContain('block.forecast')
    expect(unlikely).toMatchObject({ forecast: null })
    expect(kept!.blocks[0]).toMatchObject({ prefix: expect.stringMatching(/^\+3246879[01]$/), region: 'BE', days: 7 })
  }, 120_000)

  test('on earlier days it would have found the pool and flagged no more random numbers than said', async () => {
    const trials: ForecastTrial[] = []
    for await (const trial of tryForecast(store, reference, { now: NOW, days: 7, cutOffs: 2, training }))
      trials.push(trial)
    expect(trials.map(({ on }) => on * DAY_MILLIS)).toEqual([7, 14].map((days) => NOW - days * DAY_MILLIS))
    for (const { flags, entering } of trials) {
      expect(entering).toBe(2 * 7 * TEN_A_DAY)
      expect(flags[1]!.found).toBeGreaterThan(0.4)
      expect(flags[1]!.innocent).toBeLessThanOrEqual(0.001)
    }
  }, 120_000)

  test('a day on which too little had come yet learns nothing, and says so', async () => {
    const early = makeForecast(store, reference, { now: START + 5 * DAY_MILLIS, days: 7, training })
    await expect(early).rejects.toMatchObject({ code: 'not_found' })
  })
}
