/** One row of an answer, as JSON. */
export type Row = Record<string, unknown>

/** What is asked of ClickHouse, wherever it runs. Throws, every method: IntelError `store_unavailable`. */
export type Session = {
  command(sql: string): Promise<void>
  rows(sql: string, params?: Readonly<Record<string, unknown>>): Promise<Row[]>
  /** For answers that do not fit in memory. */
  batches(sql: string, params: Readonly<Record<string, unknown>>): AsyncIterable<Row[]>
  /** lines: TabSeparated rows of these columns, each ending in a newline. */
  insert(table: string, columns: readonly [string, ...string[]], lines: string): Promise<void>
  close(): Promise<void>
}

/**
 * Set on every session, so that the same SQL means the same on one engine and on a cluster.
 *
 * final: rows that were written twice are seen once without being asked for.
 * async_insert, distributed_foreground_insert: an acknowledged row is on its shard, not in a queue.
 * insert_deduplicate: evidence decides what is the same, not the bytes of a batch.
 * distributed_product_mode: a subquery sees all shards.
 */
export const SESSION_SETTINGS = {
  final: 1,
  async_insert: 0,
  distributed_foreground_insert: 1,
  insert_deduplicate: 0,
  optimize_on_insert: 0,
  distributed_product_mode: 'global',
  output_format_json_quote_64bit_integers: 0,
  output_format_json_named_tuples_as_objects: 0,
} as const
