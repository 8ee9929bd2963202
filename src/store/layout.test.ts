import { expect, test } from 'vitest'
import type { Layout } from './layout.ts'
import { MIGRATIONS } from './schema.ts'

const ddl = (layout: Layout): string[] => MIGRATIONS.flatMap(({ statements }) => statements(layout))
const one: Layout = { database: 'db', cluster: null, replicated: false }
const replicated: Layout = { database: 'db', cluster: 'prod-1', replicated: true }

test('on one engine tables have their own names and no word of clusters', () => {
  const all = ddl(one).join('\n')
  expect(all).not.toMatch(/_local|CLUSTER|Distributed|Replicated/)
  expect(all).toContain('ENGINE = ReplacingMergeTree(ingested_at)')
})

test('on a cluster with a Keeper every statement runs on the cluster and every table is replicated', () => {
  for (const statement of ddl(replicated)) {
    expect(statement).toMatch(/`db`\.\w+ ON CLUSTER `prod-1`/)
    const engine = /ENGINE = (\w+)/.exec(statement)?.[1]
    if (engine) expect(engine).toMatch(/^Replicated|^Distributed$/)
  }
})

test('replicas of a table are told apart by shard, database, table and replica', () => {
  expect(ddl(replicated).join('\n')).toContain(
    "ReplicatedReplacingMergeTree('/clickhouse/tables/{shard}/{database}/sightings', '{replica}', ingested_at)",
  )
})

test('sightings and ring membership of one number lie on one shard', () => {
  const sharded = ddl({ ...one, cluster: 'ring' }).filter((statement) => /^ENGINE = Distributed/m.test(statement))
  expect(sharded.filter((statement) => statement.endsWith('cityHash64(number))'))).toHaveLength(2)
  expect(sharded.every((statement) => !statement.includes('ON CLUSTER'))).toBe(true)
})

test('the name of a cluster is a name and nothing else', () => {
  expect(() => ddl({ ...one, cluster: "x' ; DROP" })).toThrow(/has characters that cannot be used/)
})
