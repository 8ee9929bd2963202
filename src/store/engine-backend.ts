import { digitsOf } from '../model/phone-number.ts'
import type { Ring } from '../model/ring.ts'
import type { Backend } from './backend.ts'
import { openIndexWriter } from './index-writer.ts'
import { ingestClock } from './ingest-clock.ts'
import { localName, onCluster } from './layout.ts'
import type { Layout } from './layout.ts'
import { checkNodes, migrate, setDurability } from './migrate.ts'
import { refreshIndex, refreshRings } from './refresh-index.ts'
import { profilesAgain, TRACED } from './schema.ts'
import type { Session } from './session.ts'
import { field, SIGHTING_COLUMNS, stamped } from './sighting-lines.ts'

export type EngineOptions = {
  readonly kind: 'embedded' | 'server'
  /** Folder of the index. */
  readonly data: string
  readonly layout: Layout
  readonly isDurable: boolean
  /** The process before this one died with the store open. */
  readonly wasLeftOpen: boolean
}

/** Other nodes write with their own clocks, and their writes may be on their way for so long. */
const OTHERS_MILLIS = 60_000

/** The store as this process runs it: tables brought up to date, the index too. */
export async function openBackend(session: Session, options: EngineOptions): Promise<Backend> {
  const { kind, data, layout } = options
  await migrate(session, layout)
  await checkNodes(session, layout)
  await setDurability(session, layout, options.isDurable)
  const index = openIndexWriter(data, await identityOf(session, layout))
  const clock = ingestClock(await clockOf(session), index.state().watermarkAt)
  const lookBackMillis = kind === 'embedded' ? 0 : OTHERS_MILLIS
  if (options.wasLeftOpen) await session.command(profilesAgain(index.state().watermarkAt - lookBackMillis))

  /** One after another: each sees everything that was written before it began. */
  let refreshing: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = refreshing.then(work)
    refreshing = done.catch(() => {})
    return done
  }
  const refresh = (): Promise<number> =>
    inTurn(() => {
      const settledAt = clock.settledAt()
      return refreshIndex(session, index, { sinceAt: index.state().watermarkAt - lookBackMillis, settledAt })
    })

  await refresh()
  return {
    kind,
    rows: (sql, params) => session.rows(sql, params),
    batches: (sql, params) => session.batches(sql, params),
    async insertSightings(lines) {
      const ingestedAt = clock.begin()
      try {
        await session.insert('sightings', [...SIGHTING_COLUMNS, 'ingested_at'], stamped(lines, ingestedAt))
      } finally {
        clock.end(ingestedAt)
      }
    },
    replaceRings: (rings) =>
      inTurn(async () => {
        await replaceRings(session, layout, rings, clock.settledAt())
        await refreshRings(session, index)
      }),
    refreshIndex: refresh,
    isGone: () => false,
    async close() {
      await refreshing
      await Promise.all([session.close(), index.close()])
    },
  }
}

/** A table keeps its id for life, so the index can tell the store it was made from. */
async function identityOf(session: Session, layout: Layout): Promise<string> {
  const [row] = await session.rows(
    'SELECT toString(uuid) AS id FROM system.tables WHERE database = currentDatabase() AND name = {name:String}',
    { name: localName(layout, 'sightings') },
  )
  return String(row?.['id'])
}

/** The engine's clock, which all nodes of a cluster go by. */
async function clockOf(session: Session): Promise<() => number> {
  const [row] = await session.rows('SELECT toUnixTimestamp64Milli(now64(3)) AS now')
  const aheadMillis = Number(row?.['now']) - Date.now()
  return () => Date.now() + aheadMillis
}

const RINGS_AT_ONCE = 1_000

/** Rows of a tracing are known from the moment it is listed; until then the one before is what is known. */
async function replaceRings(session: Session, layout: Layout, rings: readonly Ring[], tracing: number): Promise<void> {
  for (let at = 0; at < rings.length; at += RINGS_AT_ONCE) {
    const some = rings.slice(at, at + RINGS_AT_ONCE)
    const members = some.flatMap(({ id, numbers }) =>
      numbers.map((number) => `${tracing}\t${digitsOf(number)}\t${field(id)}\t${numbers.length}\n`),
    )
    const documents = some.map(
      (ring) => `${tracing}\t${field(ring.id)}\t${ring.numbers.length}\t${field(JSON.stringify(ring))}\n`,
    )
    await session.insert('traced_members', ['tracing', 'number', 'ring', 'numbers'], members.join(''))
    await session.insert('traced_rings', ['tracing', 'ring', 'numbers', 'document'], documents.join(''))
  }
  await session.insert('tracings', ['tracing'], `${tracing}\n`)
  await dropOldTracings(session, layout)
}

/** The one before the last stays for questions that are being answered from it. */
async function dropOldTracings(session: Session, layout: Layout): Promise<void> {
  for (const table of TRACED.map((name) => localName(layout, name))) {
    const old = await session.rows(
      `SELECT DISTINCT partition FROM system.parts
      WHERE database = currentDatabase() AND table = {table:String} AND active
        AND toUInt64(partition) < (SELECT max(tracing) FROM tracings WHERE tracing < (SELECT max(tracing) FROM tracings))`,
      { table },
    )
    for (const { partition } of old) {
      await session.command(`ALTER TABLE ${table}${onCluster(layout)} DROP PARTITION ${Number(partition)}`)
    }
  }
}
