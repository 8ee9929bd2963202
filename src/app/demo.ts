import { DAY_MILLIS } from '../model/day.ts'
import type { Reference } from '../model/reference.ts'
import { sighting } from '../model/sighting.ts'
import type { Sighting } from '../model/sighting.ts'
import { linesToCopy } from '../simulate/official-lines.ts'
import { storedMessageTime, storedSightings } from '../simulate/stored.ts'
import { WORLD } from '../simulate/world-shape.ts'
import { world } from '../simulate/world.ts'
import type { World } from '../simulate/world.ts'
import type { Store } from '../store/store.ts'
import { countRings, traceRings } from './trace-rings.ts'

/** Half a year, so that what is old and faded stands beside what is fresh; more people are spoofed and complained of. */
const DEMO = {
  seed: 'demo',
  numbers: 7_000,
  days: 180,
  shares: { ...WORLD.shares, otp_platform: 0.3, modem_pool: 0.12, robocaller: 0.13, spoofed_bystanders: 0.15 },
} as const
const BATCH = 20_000

/**
 * Fills a store with a made-up world that ends last midnight, traces its rings and fills the look-up index. A store that
 * is filled stays as it is; one that was left half-filled is completed with the dates it was begun with.
 *
 * In:  now, Unix milliseconds; reference, for the official lines that scam mail copies.
 * Out: how many sightings were written: 0 where nothing was missing.
 */
export async function prepareDemo(store: Store, reference: Reference, now: number): Promise<number> {
  // Rings are traced last: where there are some, nothing is missing, and no world has to be made to know it.
  if ((await countRings(store)).rings > 0) return 0
  const sightings = distinctSightings(await demoWorld(store, reference, now))
  const [stored = 0] = await store.ask(storedSightings())
  const isMissing = stored < sightings.length
  if (isMissing) {
    for (let at = 0; at < sightings.length; at += BATCH) await store.write(sightings.slice(at, at + BATCH))
  }
  await traceRings(store, reference)
  await store.refreshIndex()
  return isMissing ? sightings.length : 0
}

/** The world as it was begun in this store, or a new one that ends at the last midnight. */
async function demoWorld(store: Store, { officialLines }: Reference, now: number): Promise<World> {
  const startingAt = (startAt: number): World =>
    world({ ...DEMO, startAt, officialLines: linesToCopy(officialLines.values()) })
  const made = startingAt(now - (now % DAY_MILLIS) - DEMO.days * DAY_MILLIS)
  for (const { message, seenAt } of made.facts()) {
    if (message === undefined) continue
    // The first mail tells: whatever day it is now, it was so many hours after the world began.
    const [storedAt] = await store.ask(storedMessageTime(message))
    return storedAt === undefined ? made : startingAt(made.shape.startAt + storedAt - seenAt)
  }
  return made
}

/** Each piece of evidence once, what stands in mail first: the first of it tells when the world was begun. */
function distinctSightings(made: World): readonly Sighting[] {
  const byEvidence = new Map<string, Sighting>()
  for (const fact of made.facts()) {
    const seen = sighting(fact)
    byEvidence.set(seen.evidence, seen)
  }
  return [...byEvidence.values()].sort((a, b) => Number(b.message !== undefined) - Number(a.message !== undefined))
}
