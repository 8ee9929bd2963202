import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { CHANNEL_NAMES } from '../src/model/channel.ts'
import { numberFromDigits } from '../src/model/phone-number.ts'
import { sighting } from '../src/model/sighting.ts'
import type { Sighting } from '../src/model/sighting.ts'
import { openEmbedded } from '../src/store/embedded-session.ts'
import { openNumberIndex } from '../src/store/open-number-index.ts'
import { openStore } from '../src/store/open-store.ts'
import { SIGHTING_COLUMNS, sightingLines } from '../src/store/sighting-lines.ts'
import { machine, markdown } from './figures.ts'
import type { Benchmark, Figure } from './figures.ts'

const SIZES = [100_000, 300_000, 1_000_000]

/** Writes and refreshes (bench/lookup.ts reads); beside the writes a plain table of the same engine that takes the same rows. */
export const store: Benchmark = async () => {
  const figures: Figure[] = []
  for (const size of SIZES) figures.push(...(await measure(size)))
  return figures
}

async function measure(size: number): Promise<Figure[]> {
  const data = mkdtempSync(join(tmpdir(), 'ringtrace-bench-'))
  const sightings = feed(size)
  const opened = await openStore({ data, clickhouseUrl: null })
  const writeSeconds = await seconds(() => opened.write(sightings))
  const refreshSeconds = await seconds(() => opened.refreshIndex())
  await opened.close()

  const index = await openNumberIndex(data)
  const known = index.size()
  await index.close()
  const plainSeconds = await plainInsert(join(data, 'plain'), sightings)
  rmSync(data, { recursive: true })

  const of = size.toLocaleString('en')
  return [
    {
      work: 'write sightings',
      size: `${of} sightings`,
      ours: size / writeSeconds,
      unit: 'a second',
      peer: { name: 'plain insert', value: size / plainSeconds },
    },
    {
      work: 'bring the index up',
      size: `${known.toLocaleString('en')} numbers`,
      ours: known / refreshSeconds,
      unit: 'a second',
    },
  ]
}

/** The same lines into a table without keys, views or indexes. */
async function plainInsert(folder: string, sightings: readonly Sighting[]): Promise<number> {
  const session = await openEmbedded(folder)
  const columns = SIGHTING_COLUMNS.map((name) => `${name} ${name === 'number' ? 'UInt64' : 'String'}`)
  await session.command(`CREATE TABLE plain (${columns.join(', ')}) ENGINE = MergeTree ORDER BY number`)
  const taken = await seconds(async () => {
    for (let at = 0; at < sightings.length; at += 100_000) {
      await session.insert('plain', SIGHTING_COLUMNS, sightingLines(sightings.slice(at, at + 100_000)))
    }
  })
  await session.close()
  return taken
}

async function seconds(work: () => unknown): Promise<number> {
  const startedAt = performance.now()
  await work()
  return (performance.now() - startedAt) / 1_000
}

/** A feed: most numbers are seen once or twice, in blocks of a hundred. The same at every run. */
function feed(size: number): Sighting[] {
  let state = 1
  const below = (limit: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
  return Array.from({ length: size }, (_, i) =>
    sighting({
      number: numberFromDigits(12_000_000_000 + below(size) * 100 + below(100)),
      seenAt: Date.UTC(2026, 0) + below(60) * 86_400_000 + i,
      channel: CHANNEL_NAMES[below(CHANNEL_NAMES.length)]!,
      source: `feed-${below(10)}`,
      service: `service-${below(50)}`,
      country: 'US',
      simKind: 'modem_pool',
    }),
  )
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  console.log(machine())
  console.log(markdown(await store()))
}
