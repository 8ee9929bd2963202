import { ClickHouseLogLevel, createClient } from '@clickhouse/client'
import { IntelError } from '../model/failures.ts'
import { clientSession, engineWork, failureOf } from './client-session.ts'
import { SESSION_SETTINGS } from './session.ts'
import type { Row, Session } from './session.ts'

/** An analysis over everything may take minutes. */
export const REQUEST_TIMEOUT_MILLIS = 600_000

/** cluster: as the address names it, see findLayout. */
export type Server = { readonly session: Session; readonly cluster: string | null }

/**
 * Opens a ClickHouse server by its address: `http://user:password@host:8123/database?cluster=NAME`.
 *
 * Throws: IntelError `store_unavailable` where it does not answer.
 */
export async function openServer(address: string): Promise<Server> {
  const url = new URL(address)
  const cluster = url.searchParams.get('cluster')
  url.searchParams.delete('cluster')
  const where = `the ClickHouse server at ${url.host}`
  const client = createClient({
    url,
    application: 'ringtrace',
    request_timeout: REQUEST_TIMEOUT_MILLIS,
    clickhouse_settings: SESSION_SETTINGS,
    // What goes wrong is told once, by whoever asked.
    log: { level: ClickHouseLogLevel.OFF },
  })

  async function* batches(sql: string, params: Readonly<Record<string, unknown>>): AsyncGenerator<Row[]> {
    try {
      const answer = await client.query({ query: sql, query_params: { ...params }, format: 'JSONEachRow' })
      for await (const rows of answer.stream<Row>()) yield rows.map((row) => row.json())
    } catch (error) {
      throw failureOf(error, where)
    }
  }

  const answer = await engineWork(where, () => client.ping({ select: true }))
  if (!answer.success) {
    await client.close()
    throw unreachable(where, answer.error)
  }
  return { session: clientSession(where, { writer: client, reader: client }, batches), cluster }
}

function unreachable(where: string, error: Error): IntelError {
  const { message, code } = error as Error & { code?: string }
  const [reason] = (message || code || 'no answer').split('\n')
  return new IntelError('store_unavailable', `${where} does not answer: ${reason}`, {
    hint: 'check RINGTRACE_CLICKHOUSE_URL and that the server runs; without it the embedded store is used',
    cause: error,
  })
}
