import { digitsOf } from '../model/phone-number.ts'
import type { Ring } from '../model/ring.ts'
import { fullName, localName, onCluster } from './layout.ts'
import type { Layout } from './layout.ts'
import { TRACED } from './schema.ts'
import type { Session } from './session.ts'
import { field } from './sighting-lines.ts'

const RINGS_AT_ONCE = 1_000

/** The last tracing that is complete; 0 where there is none. */
export async function lastTracing(session: Session): Promise<number> {
  const [row] = await session.rows('SELECT max(tracing) AS tracing FROM tracings')
  return Number(row?.['tracing'] ?? 0)
}

/**
 * Remembers rings in place of those of the last tracing. Its rows are known from the moment it is listed; until then,
 * and where the process dies before, the last one is what is known.
 */
export async function replaceRings(session: Session, layout: Layout, rings: readonly Ring[]): Promise<void> {
  const tracing = Math.max(Date.now(), (await lastTracing(session)) + 1)
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
