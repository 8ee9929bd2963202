import type { Backend } from './backend.ts'
import { openIndexWriter } from './index-writer.ts'
import { ingestClock } from './ingest-clock.ts'
import { localName } from './layout.ts'
import type { Layout } from './layout.ts'
import { checkNodes, migrate, setDurability } from './migrate.ts'
import { refreshIndex, refreshRings } from './refresh-index.ts'
import { replaceRings } from './replace-rings.ts'
import type { Session } from './session.ts'
import { SIGHTING_COLUMNS, stamped } from './sighting-lines.ts'

export type EngineOptions = {
  readonly kind: 'embedded' | 'server'
  /** Folder of the index. */
  readonly data: string
  readonly layout: Layout
  readonly isDurable: boolean
}

/** Other nodes write with their own clocks, and their writes may be on their way for so long. */
const OTHERS_MILLIS = 60_000

/** The store as this process runs it: tables brought up to date, the index too. */
export async function openBackend(session: Session, options: EngineOptions): Promise<Backend> {
  const { kind, data, layout } = options
  await migrate(session, layout)
  await checkNodes(session, layout)
  await setDurability(session, layout, options.isDurable)
  const index = await openIndexWriter(data, await identityOf(session, layout))
  const clock = ingestClock(await clockOf(session), index.state().watermarkAt)
  const lookBackMillis = kind === 'embedded' ? 0 : OTHERS_MILLIS

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
        await replaceRings(session, layout, rings)
        await refreshRings(session, index)
      }),
    refreshIndex: refresh,
    makeDurable: () => setDurability(session, layout, true),
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
