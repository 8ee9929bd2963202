import { Readable } from 'node:stream'
import type { ClickHouseClient } from '@clickhouse/client'
import { IntelError } from '../model/failures.ts'
import type { Row, Session } from './session.ts'

/** Errors that a question itself makes: a bug of ours, not a store that does not answer. */
const OUR_BUGS = new Set([
  'SYNTAX_ERROR',
  'UNKNOWN_IDENTIFIER',
  'UNKNOWN_FUNCTION',
  'UNKNOWN_SETTING',
  'NOT_AN_AGGREGATE',
  'ILLEGAL_AGGREGATION',
  'ILLEGAL_TYPE_OF_ARGUMENT',
  'NUMBER_OF_ARGUMENTS_DOESNT_MATCH',
  'TYPE_MISMATCH',
  'AMBIGUOUS_IDENTIFIER',
  'UNKNOWN_QUERY_PARAMETER',
  'BAD_QUERY_PARAMETER',
])

/** What an engine answers, to everything and for good, once one of its threads has crashed. */
const ENGINE_DIED = /shutting down due to a fatal error/

const REASON_LENGTH = 300

/** Runs work of the engine; what it fails with becomes `store_unavailable`, or `store_died`, with the engine's words. */
export async function engineWork<T>(where: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw failureOf(error, where)
  }
}

export function failureOf(error: unknown, where: string): unknown {
  if (error instanceof IntelError) return error
  const { type, message } = error as { type?: string; message?: string }
  const named = /\(([A-Z_]{4,})\)\s*$/.exec(message ?? '')?.[1]
  if (OUR_BUGS.has(type ?? named ?? '')) return error
  const isDead = ENGINE_DIED.test(message ?? '')
  const reason = (message || String(error)).replace(/\s+/g, ' ').trim()
  return new IntelError(isDead ? 'store_died' : 'store_unavailable', `${where}: ${reason.slice(0, REASON_LENGTH)}`, {
    cause: error,
  })
}

/**
 * A session through the official client.
 *
 * In: where, what the store is called in failures; writer and reader, apart so that questions need not wait for writes.
 */
export function clientSession(
  where: string,
  { writer, reader }: { writer: ClickHouseClient; reader: ClickHouseClient },
  batches: Session['batches'],
): Session {
  return {
    async command(query) {
      await engineWork(where, () => writer.command({ query }))
    },
    rows(query, params = {}) {
      return engineWork(where, async () => {
        const answer = await reader.query({ query, query_params: { ...params }, format: 'JSONEachRow' })
        return (await answer.json()) as Row[]
      })
    },
    batches,
    async insert(table, [first, ...others], lines) {
      await engineWork(where, () =>
        writer.insert({
          table,
          columns: [first, ...others],
          values: Readable.from([lines], { objectMode: false }),
          format: 'TabSeparated',
        }),
      )
    },
    async close() {
      await Promise.all([writer.close(), reader.close()])
    },
  }
}
