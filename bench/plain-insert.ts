import { readFileSync } from 'node:fs'
import { createClient } from '@clickhouse/client'
import type { NodeClickHouseClientConfigOptions } from '@clickhouse/client/dist/config.js'
import { createChdbConnection } from 'chdb/connection'

const ROWS_AT_ONCE = 100_000

/** What ClickHouse alone does with the same rows: no numbers read, no evidence, no profiles, no index. Prints seconds. */
const [file = '', path = ''] = process.argv.slice(2)
const rows = readFileSync(file, 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as unknown)
const connection = createChdbConnection({ path }) as unknown as NodeClickHouseClientConfigOptions['connection']
const client = createClient({ connection, clickhouse_settings: { date_time_input_format: 'best_effort' } })
await client.command({
  query: `CREATE TABLE plain (number String, seenAt DateTime64(3, 'UTC'), channel LowCardinality(String), service String)
    ENGINE = MergeTree ORDER BY number`,
})
const startedAt = performance.now()
for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
  await client.insert({ table: 'plain', values: rows.slice(at, at + ROWS_AT_ONCE), format: 'JSONEachRow' })
}
console.log((performance.now() - startedAt) / 1_000)
await client.close()
