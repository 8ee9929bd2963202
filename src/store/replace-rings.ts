import { ringDocument } from '../analyze/rings/ring-document.ts'
import { digitsOf } from '../model/phone-number.ts'
import type { PhoneNumber } from '../model/phone-number.ts'
import type { Ring, RingChange, RingEvent } from '../model/ring.ts'
import { fullName, localName, onCluster } from './layout.ts'
import type { Layout } from './layout.ts'
import { TRACED } from './schema.ts'
import type { Session } from './session.ts'
import { field } from './sighting-lines.ts'

/** Which rings are known: those of a tracing, as the last of its steps left them. 0, 0 where there is none. */
export type Traced = { readonly tracing: number; readonly step: number }

export async function lastTraced(session: Session): Promise<Traced> {
  const [row] = await session.rows('SELECT tracing, step FROM tracings ORDER BY tracing DESC, step DESC LIMIT 1')
  return { tracing: Number(row?.['tracing'] ?? 0), step: Number(row?.['step'] ?? 0) }
}

/** The name of a new tracing: a time, and later than any that is known. */
export async function newTracing(session: Session): Promise<number> {
  return Math.max(Date.now(), (await lastTraced(session)).tracing + 1)
}

/**
 * Writes rings of a tracing that is not known yet. Its rows are known from the moment it is listed; until then, and where
 * the process dies before, the last one is what is known.
 */
export async function addRings(session: Session, tracing: number, rings: readonly Ring[]): Promise<void> {
  await insertRings(session, { tracing, step: 0 }, rings)
}

/** Puts a tracing in place of the last one. */
export async function listTracing(
  session: Session,
  layout: Layout,
  tracing: number,
  events: readonly RingEvent[],
): Promise<void> {
  await list(session, { tracing, step: 0 }, events)
  await dropOldTracings(session, layout)
}

/** Remembers what changed among the rings of the last tracing: all of it or, where the process dies before, nothing. */
export async function changeRings(session: Session, change: RingChange): Promise<void> {
  const { made, gone, loose, events } = change
  const last = await lastTraced(session)
  const traced = last.tracing === 0 ? { tracing: await newTracing(session), step: 0 } : { ...last, step: last.step + 1 }
  await insertRings(session, traced, made)
  const left = loose.map((number) => memberLine(traced, number, '', 0))
  await insertRows(session, 'traced_members', MEMBER_COLUMNS, left)
  const ended = gone.map((id) => endedLine(traced, id))
  await insertRows(session, 'traced_rings', RING_COLUMNS, ended)
  await list(session, traced, events)
}

/** Remembers what the rings that are known were told by. */
export async function noteTraced(session: Session, mark: string): Promise<void> {
  const { tracing, step } = await lastTraced(session)
  if (tracing === 0) return
  await insertRows(
    session,
    'tracings',
    ['tracing', 'step', 'traced_through'],
    [`${tracing}\t${step}\t${field(mark)}\n`],
  )
}

const MEMBER_COLUMNS = ['tracing', 'step', 'number', 'ring', 'numbers'] as const
const RING_COLUMNS = ['tracing', 'step', 'ring', 'numbers', 'last_seen', 'document'] as const
const EVENT_COLUMNS = ['tracing', 'step', 'ring', 'at', 'kind', 'numbers', 'others'] as const

const memberLine = ({ tracing, step }: Traced, number: PhoneNumber, id: string, numbers: number): string =>
  `${tracing}\t${step}\t${digitsOf(number)}\t${field(id)}\t${numbers}\n`

const ringLine = ({ tracing, step }: Traced, ring: Ring): string =>
  `${tracing}\t${step}\t${field(ring.id)}\t${ring.numbers.length}\t${isoTime(ring.lastSeenAt)}\t${field(ringDocument(ring))}\n`

const endedLine = ({ tracing, step }: Traced, id: string): string =>
  `${tracing}\t${step}\t${field(id)}\t0\t${isoTime(0)}\t\n`

async function insertRings(session: Session, traced: Traced, rings: readonly Ring[]): Promise<void> {
  const members = rings.flatMap(({ id, numbers }) =>
    numbers.map((number) => memberLine(traced, number, id, numbers.length)),
  )
  await insertRows(session, 'traced_members', MEMBER_COLUMNS, members)
  const documents = rings.map((ring) => ringLine(traced, ring))
  await insertRows(session, 'traced_rings', RING_COLUMNS, documents)
}

/** Says that a step is complete, with what became of rings in it. */
async function list(session: Session, traced: Traced, events: readonly RingEvent[]): Promise<void> {
  const { tracing, step } = traced
  const lines = events.map(({ ring, at, kind, numbers, others }) => {
    const ids = field(others.join())
    return `${tracing}\t${step}\t${field(ring)}\t${isoTime(at)}\t${kind}\t${numbers}\t${ids}\n`
  })
  await insertRows(session, 'traced_events', EVENT_COLUMNS, lines)
  await insertRows(session, 'tracings', ['tracing', 'step'], [`${tracing}\t${step}\n`])
}

/** As the engine reads it. */
const isoTime = (at: number): string => new Date(at).toISOString().slice(0, -1).replace('T', ' ')

async function insertRows(
  session: Session,
  table: string,
  columns: readonly [string, ...string[]],
  lines: readonly string[],
): Promise<void> {
  if (lines.length > 0) await session.insert(table, columns, lines.join(''))
}

/** Those that were cut off as well. The one before the last stays for questions that are being answered from it. */
async function dropOldTracings(session: Session, layout: Layout): Promise<void> {
  for (const table of TRACED.map((name) => localName(layout, name))) {
    const old = await session.rows(
      `SELECT DISTINCT partition FROM system.parts
      WHERE database = currentDatabase() AND table = {table:String} AND active
        AND toUInt64(partition) < (SELECT max(tracing) FROM tracings WHERE tracing < (SELECT max(tracing) FROM tracings))`,
      { table },
    )
    for (const { partition } of old) {
      await session.command(
        `ALTER TABLE ${fullName(layout, table)}${onCluster(layout)} DROP PARTITION ${Number(partition)}`,
      )
    }
  }
}
