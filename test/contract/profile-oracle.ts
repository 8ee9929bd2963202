import { callingCodeOf, digitsOf } from '../../src/model/phone-number.ts'
import { CHANNELS } from '../../src/model/channel.ts'
import type { ChannelName } from '../../src/model/channel.ts'
import { BLOCK_WIDTHS, blockStart, LATEST_DAYS, MAX_BRANDS } from '../../src/model/profile.ts'
import type { SourceRecord } from '../../src/model/profile.ts'
import type { Sighting } from '../../src/model/sighting.ts'

const DAY_MILLIS = 86_400_000

type Seen = { number: string; role: SourceRecord['role']; sightings: Sighting[] }

/** What is remembered of each number, worked out the slow and obvious way: of the same evidence, what was written last. */
export function profilesOf(written: readonly Sighting[]): Map<string, SourceRecord[]> {
  const lastWritten = new Map(written.map((sighting) => [`${sighting.number} ${sighting.evidence}`, sighting]))
  const seen = new Map<string, Seen>()
  for (const sighting of lastWritten.values()) {
    const role = sighting.hidden ? 'other' : (sighting.role ?? null)
    const key = JSON.stringify([sighting.number, sighting.channel, sighting.source, role ?? ''])
    const same = seen.get(key) ?? { number: sighting.number, role, sightings: [] }
    same.sightings.push(sighting)
    seen.set(key, same)
  }
  const profiles = new Map<string, SourceRecord[]>()
  for (const { number, role, sightings: same } of seen.values()) {
    profiles.set(number, [...(profiles.get(number) ?? []), recordOf(role, same)])
  }
  for (const records of profiles.values()) records.sort(byKey)
  return profiles
}

function recordOf(role: SourceRecord['role'], same: readonly Sighting[]): SourceRecord {
  const [{ channel, source }] = same as [Sighting]
  const times = same.map((sighting) => sighting.seenAt)
  const days = [...new Set(times.map((at) => Math.floor(at / DAY_MILLIS)))].sort((a, b) => a - b)
  const distinct = (of: (sighting: Sighting) => string | undefined): string[] =>
    [...new Set(same.map(of))].filter((text): text is string => text !== undefined && text !== '').sort(byBytes)
  return {
    channel,
    source,
    role,
    sightings: distinct((sighting) => sighting.evidence).length,
    messages: distinct((sighting) => sighting.message).length,
    activeDays: days.length,
    latestDays: days.slice(-LATEST_DAYS),
    firstSeenAt: Math.min(...times),
    lastSeenAt: Math.max(...times),
    brands: distinct((sighting) => sighting.brand).slice(0, MAX_BRANDS),
    templates: distinct((sighting) => sighting.template).length,
    simKinds: distinct((sighting) => sighting.simKind) as SourceRecord['simKinds'],
  }
}

/** The order of the store: by key, as bytes. */
export function byKey(a: SourceRecord, b: SourceRecord): number {
  return byBytes(a.channel, b.channel) || byBytes(a.source, b.source) || byBytes(a.role ?? '', b.role ?? '')
}

const byBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b))

/** For each block, as `width:start`: how many malicious numbers, and when the last of them was seen so. */
export function blocksOf(profiles: ReadonlyMap<string, readonly SourceRecord[]>): Map<string, [number, number]> {
  const blocks = new Map<string, [number, number]>()
  for (const [number, records] of profiles) {
    const malicious = records.filter(
      ({ role, channel }) => [null, 'callback', 'messaging'].includes(role) && CHANNELS[channel].provesAlone,
    )
    if (malicious.length === 0) continue
    const last = Math.max(...malicious.map(({ lastSeenAt }) => lastSeenAt))
    for (const width of BLOCK_WIDTHS) {
      const key = `${width}:${blockStart(digitsOf(number as never), width)}`
      const [numbers, lastSeenAt] = blocks.get(key) ?? [0, last]
      blocks.set(key, [numbers + 1, Math.max(last, lastSeenAt)])
    }
  }
  return blocks
}

/** For each calling code and channel, how many numbers it last accused in each span of 30 days. */
export function coverageOf(profiles: ReadonlyMap<string, readonly SourceRecord[]>): Record<string, object> {
  const coverage: Record<string, Partial<Record<ChannelName, Record<number, number>>>> = {}
  for (const [number, records] of profiles) {
    const accusing = records.filter(({ role }) => [null, 'callback', 'messaging'].includes(role))
    for (const channel of new Set(accusing.map((record) => record.channel))) {
      const last = Math.max(...accusing.filter((each) => each.channel === channel).map((each) => each.lastSeenAt))
      const spans = ((coverage[callingCodeOf(number as never)] ??= {})[channel] ??= {})
      const span = Math.floor(last / (30 * DAY_MILLIS))
      spans[span] = (spans[span] ?? 0) + 1
    }
  }
  return coverage
}
