/**
 * A question to the store, as a value: written and tested where it is asked, run in one place.
 *
 * sql:    ClickHouse SQL with `{name:Type}` parameters; speaks of `sightings`, `ring_members` and `rings`.
 * decode: one row as JSON (64-bit integers come as numbers or text) into the answer's type.
 */
export type Query<Row> = {
  readonly sql: string
  readonly params: Readonly<Record<string, unknown>>
  readonly decode: (row: Record<string, unknown>) => Row
}
