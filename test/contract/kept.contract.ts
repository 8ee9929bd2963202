import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WATERMARK } from '../../src/analyze/watermark.ts'
import { findCampaigns } from '../../src/app/find-campaigns.ts'
import { keptCampaigns } from '../../src/app/kept-campaigns.ts'
import { ringKeeper } from '../../src/app/ring-keeper.ts'
import { areRingsCurrent, traceRings } from '../../src/app/trace-rings.ts'
import type { OfficialLine } from '../../src/model/reference.ts'
import { sighting } from '../../src/model/sighting.ts'
import { world } from '../../src/simulate/world.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { Store } from '../../src/store/store.ts'

/** When what was worked out is worked out again, whatever engine is below. */
export function keptContract(freshUrl: () => Promise<string | null>): void {
  const reference = { officialLines: new Map<string, OfficialLine>() }
  const facts = [...world({ seed: 'kept', numbers: 3_000, noise: 1 }).facts()].map(sighting)
  // Each piece of evidence once: one that came again would be one row less whenever the engine merges them.
  const sightings = [...new Map(facts.map((each) => [each.evidence, each])).values()]
  const late = sightings.splice(-2)
  let data: string
  let store: Store

  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'ringtrace-kept-'))
    store = await openStore({ data, clickhouseUrl: await freshUrl() })
  })

  afterAll(async () => {
    await store.close()
    await rm(data, { recursive: true })
  })

  test('campaigns that are kept are those made from scratch, and made anew only after something came in', async () => {
    const keeper = ringKeeper(store, reference)
    const kept = keptCampaigns(store)
    let last: unknown = null
    const areNew = async (): Promise<void> => {
      const campaigns = await kept()
      expect(campaigns).toEqual(await findCampaigns(store))
      expect(campaigns).not.toBe(last)
      expect(await kept()).toBe(campaigns)
      last = campaigns
    }
    await areNew()
    await keeper.trace(1)
    for (const third of [0, 1, 2]) {
      const [watermark] = await store.ask(WATERMARK)
      await store.write(sightings.filter((_, at) => at % 3 === third))
      await areNew()
      await keeper.follow(watermark!.lastAt, 2 + third)
      await areNew()
    }
    expect((await kept()).filter(({ ring }) => ring !== null).length).toBeGreaterThan(10)
  })

  test('rings are current from a tracing until something comes in', async () => {
    await store.write(late.splice(1))
    expect(await areRingsCurrent(store)).toBe(false)
    await traceRings(store, reference)
    expect(await areRingsCurrent(store)).toBe(true)
    await store.write(late)
    expect(await areRingsCurrent(store)).toBe(false)
    // Another tracing that does not say what it went by.
    await traceRings(store, reference)
    await ringKeeper(store, reference).trace(9)
    expect(await areRingsCurrent(store)).toBe(false)
  })
}
