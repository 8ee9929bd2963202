import type { Membership } from '../analyze/rings/stored-rings.ts'
import type { Backend } from './backend.ts'
import { openIndexWriter } from './index-writer.ts'
import { ingestClock } from './ingest-clock.ts'
import { localName } from './layout.ts'
import type { Layout } from './layout.ts'
import { checkNodes, migrate, setDurability } from './migrate.ts'
import { refreshIndex, refreshRings } from './refresh-index.ts'
import { addRings, changeRings, listTracing, newTracing, noteTraced } from './replace-rings.ts'
import { REQUEST_TIMEOUT_MILLIS } from './server-session.ts'
import type { Session } from './session.ts'
import { SIGHTING_COLUMNS, stamped } from './sighting-lines.ts'

export type EngineOptions = {
  readonly kind: 'embedded' | 'server'
  /** Folder of the index. */
  readonly data: string
  readonly layout: Layout
  readonly isDurable: boolean
}

/** Other nodes write with their own clocks, and most of their writes are not on their way for longer. */
const OTHERS_MILLIS = 60_000

/** A write may be on its way as long as a request may take: looked for once in OTHERS_MILLIS, since it reads more. */
const LATE_MILLIS = REQUEST_TIMEOUT_MILLIS + 2 * OTHERS_MILLIS

/** The store as this process runs it: tables brought up to date, the index too. */
export async function openBackend(session: Session, options: EngineOptions): Promise<Backend> {
  const { kind, data, layout } = options
  await migrate(session, layout)
  await checkNodes(session, layout)
  await setDurability(session, layout, options.isDurable)
  const identity = await identityOf(session, layout)
  let index = await openIndexWriter(data, identity)
  const clock = ingestClock(await clockOf(session), index.state().watermarkAt)

  /** One after another: each sees everything that was written before it began. */
  let refreshing: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = refreshing.then(work)
    refreshing = done.catch(() => {})
    return done
  }
  /** Whoever deletes the index may do so at any time: it is made again. */
  const mendIndex = async (): Promise<void> => {
    if (index.isThere()) return
    await index.close()
    index = await openIndexWriter(data, identity)
  }
  /** The tracing begun last and who is in its rings, so that the index need not ask; of others it asks. */
  let begun: { readonly tracing: number; readonly members: Membership[] } | null = null
  let lookedForLateAt = -Infinity
  const refresh = (): Promise<number> =>
    inTurn(async () => {
      await mendIndex()
      const settledAt = clock.settledAt()
      const isForLate = settledAt - lookedForLateAt >= OTHERS_MILLIS
      const lookBackMillis = kind === 'embedded' ? 0 : isForLate ? LATE_MILLIS : OTHERS_MILLIS
      const sinceAt = index.state().watermarkAt - lookBackMillis
      const changed = await refreshIndex(session, index, { sinceAt, settledAt })
      if (isForLate) lookedForLateAt = settledAt
      return changed
    })

  try {
    await refresh()
  } catch (error) {
    await index.close()
    throw error
  }
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
    async beginTracing() {
      const tracing = await newTracing(session)
      begun = { tracing: Math.max(tracing, (begun?.tracing ?? 0) + 1), members: [] }
      return begun.tracing
    },
    async addRings(tracing, rings) {
      if (begun?.tracing === tracing) {
        for (const { id, numbers } of rings) {
          for (const number of numbers) begun.members.push({ number, ring: id, numbers: numbers.length })
        }
      }
      await addRings(session, tracing, rings)
    },
    listTracing: (tracing, events) =>
      inTurn(async () => {
        await listTracing(session, layout, tracing, events)
        const written = begun?.tracing === tracing ? begun : undefined
        if (written) begun = null
        if (index.isThere()) await refreshRings(session, index, written)
      }),
    changeRings: (change) =>
      inTurn(async () => {
        await changeRings(session, change)
        if (index.isThere()) await refreshRings(session, index)
      }),
    noteTraced: (mark) => inTurn(() => noteTraced(session, mark)),
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
