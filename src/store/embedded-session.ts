import { createClient } from '@clickhouse/client'
import type { ClickHouseClient } from '@clickhouse/client'
import { IntelError } from '../model/failures.ts'
import { clientSession, failureOf } from './client-session.ts'
import type { Layout } from './layout.ts'
import { SESSION_SETTINGS } from './session.ts'
import type { Row, Session } from './session.ts'

const DATABASE = 'ringtrace'

/** One engine has one way for tables to lie. */
export const EMBEDDED_LAYOUT: Layout = { database: DATABASE, cluster: null, replicated: false }

/** Sets a session up; the engine keeps settings and the database with the connection. */
const PREPARE = [
  `CREATE DATABASE IF NOT EXISTS ${DATABASE} ENGINE = Atomic`,
  `USE ${DATABASE}`,
  ...Object.entries(SESSION_SETTINGS).map(
    ([name, value]) => `SET ${name} = ${typeof value === 'number' ? value : `'${value}'`}`,
  ),
]

/**
 * Starts the engine in this process on a folder that no other process has open: the engine locks it.
 *
 * Throws: IntelError `store_unavailable` where the engine is not installed or does not start.
 */
export async function openEmbedded(folder: string): Promise<Session> {
  const engine = await loadEngine()
  const where = `the embedded store in ${folder}`
  const connect = async (): Promise<ClickHouseClient> => {
    // The engine's package sees the client's contract in a copy of its own.
    const connection = engine.createChdbConnection({ path: folder }) as unknown as ClientOptions['connection']
    const client = createClient({ connection: connection! })
    for (const query of PREPARE) await client.command({ query })
    return client
  }
  try {
    const [writer, reader] = [await connect(), await connect()]
    const session = clientSession(where, { writer, reader }, batches)
    return {
      ...session,
      async close() {
        await session.close()
        await engine.drainPending()
      },
    }
  } catch (error) {
    throw failureOf(error, where)
  }

  /** On a connection of its own: the next query on the same one would end the stream. */
  async function* batches(sql: string, params: Readonly<Record<string, unknown>>): AsyncGenerator<Row[]> {
    const session = new engine.Session(folder)
    try {
      for (const query of PREPARE) await session.queryAsync(query)
      for await (const chunk of session.queryStreamBind(sql, params, { format: 'JSONEachRow' })) yield chunk.rows<Row>()
    } catch (error) {
      throw failureOf(error, where)
    } finally {
      session.close()
    }
  }
}

type ClientOptions = NonNullable<Parameters<typeof createClient>[0]>
type Engine = Pick<typeof import('chdb'), 'Session' | 'drainPending'> &
  Pick<typeof import('chdb/connection'), 'createChdbConnection'>

async function loadEngine(): Promise<Engine> {
  try {
    const [{ Session, drainPending }, { createChdbConnection }] = await Promise.all([
      import('chdb'),
      import('chdb/connection'),
    ])
    return { Session, drainPending, createChdbConnection }
  } catch (cause) {
    throw new IntelError(
      'store_unavailable',
      'the embedded engine (npm package chdb) is not installed or cannot start',
      {
        hint: 'run `npm install chdb`, or name a ClickHouse server in RINGTRACE_CLICKHOUSE_URL',
        cause,
      },
    )
  }
}
