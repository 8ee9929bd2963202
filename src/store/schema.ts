import { addColumns, createTable, fullName, localName, onCluster } from './layout.ts'
import type { Layout, Table } from './layout.ts'

const WORD = 'LowCardinality(String)'
const TIME = "DateTime64(3, 'UTC')"
const HASH = 'String CODEC(ZSTD(1))'

/**
 * The truth: append-only; the same evidence twice is one row, the one written last, once parts are merged and to every
 * question before.
 */
const SIGHTINGS: Table = {
  name: 'sightings',
  columns: [
    'number UInt64',
    'evidence UUID',
    `seen_at ${TIME} CODEC(Delta, ZSTD(1))`,
    `channel ${WORD}`,
    `source ${WORD}`,
    `role ${WORD}`,
    `vehicle ${WORD}`,
    'hidden Bool',
    `message ${HASH}`,
    `brand ${WORD}`,
    `template ${HASH}`,
    `attachment ${HASH}`,
    'sender_domain String',
    'reply_to String',
    `service ${WORD}`,
    `industry ${WORD}`,
    `country ${WORD}`,
    `scenario ${WORD}`,
    `sim_kind ${WORD}`,
    'ip String',
    'device String',
    'account String',
    `ingested_at ${TIME} CODEC(Delta, ZSTD(1))`,
    'INDEX by_ingested_at ingested_at TYPE minmax GRANULARITY 4',
    'INDEX by_message message TYPE bloom_filter(0.01) GRANULARITY 4',
  ],
  family: 'ReplacingMergeTree',
  version: 'ingested_at',
  orderBy: '(number, evidence)',
  shardBy: 'number',
}

/** Each tracing writes its own rows; they are known once `tracings` says that the tracing is complete. */
const RING_MEMBERS: Table = {
  name: 'traced_members',
  columns: ['tracing UInt64', 'number UInt64', 'ring String', 'numbers UInt64'],
  family: 'MergeTree',
  orderBy: '(number, ring)',
  partitionBy: 'tracing',
  shardBy: 'number',
}

const RINGS: Table = {
  name: 'traced_rings',
  columns: ['tracing UInt64', 'ring String', 'numbers UInt64', `document ${HASH}`],
  family: 'MergeTree',
  orderBy: 'ring',
  partitionBy: 'tracing',
  shardBy: 'ring',
}

const TRACINGS: Table = {
  name: 'tracings',
  columns: ['tracing UInt64'],
  family: 'MergeTree',
  orderBy: 'tracing',
  shardBy: 'tracing',
}

/** What became of rings, tracing by tracing. */
const RING_EVENTS: Table = {
  name: 'traced_events',
  columns: [
    'tracing UInt64',
    'step UInt64',
    'ring String',
    `at ${TIME}`,
    `kind ${WORD}`,
    'numbers UInt64',
    'others String',
  ],
  family: 'MergeTree',
  orderBy: '(ring, at)',
  shardBy: 'ring',
}

/** The tables whose rows a tracing replaces. */
export const TRACED = [RING_MEMBERS.name, RINGS.name] as const

/** The tables that an acknowledged sighting is in. */
export const KEPT = [SIGHTINGS.name] as const

function firstSchema(layout: Layout): string[] {
  const whole = (name: string): string => fullName(layout, name)
  const everywhere = onCluster(layout)
  const lastTraced = `WHERE tracing = (SELECT max(tracing) FROM ${whole('tracings')})`
  return [
    ...[SIGHTINGS, RING_MEMBERS, RINGS, TRACINGS].flatMap((table) => createTable(table, layout)),
    `CREATE VIEW IF NOT EXISTS ${whole('ring_members')}${everywhere} AS
SELECT number, ring, numbers FROM ${whole(RING_MEMBERS.name)} ${lastTraced}`,
    `CREATE VIEW IF NOT EXISTS ${whole('rings')}${everywhere} AS
SELECT ring, numbers, document FROM ${whole(RINGS.name)} ${lastTraced}`,
  ]
}

/**
 * A tracing is changed in steps: of each number and ring the row of the last step counts that `tracings` lists; a ring
 * without numbers is no more.
 */
function ringSteps(layout: Layout): string[] {
  const whole = (name: string): string => fullName(layout, name)
  const view = (name: string, columns: string): string =>
    `CREATE OR REPLACE VIEW ${whole(name)}${onCluster(layout)} AS\nSELECT ${columns}`
  const listed = `(SELECT max((tracing, step)) FROM ${whole(TRACINGS.name)})`
  const lastRow = (table: Table, key: string, value: string, others: string): string =>
    `FROM (
  SELECT ${key}, argMax((${value}, ${others}), step) AS last_row
  FROM ${whole(table.name)} WHERE tracing = tupleElement(${listed}, 1) AND step <= tupleElement(${listed}, 2)
  GROUP BY ${key}
) WHERE tupleElement(last_row, 1) > 0`
  const element = (at: number, name: string): string => `tupleElement(last_row, ${at}) AS ${name}`
  return [
    ...[RING_MEMBERS, RINGS, TRACINGS].flatMap(({ name }) => addColumns(name, ['step UInt64 DEFAULT 0'], layout)),
    ...createTable(RING_EVENTS, layout),
    view(
      'ring_members',
      `number, ${element(2, 'ring')}, ${element(1, 'numbers')} ${lastRow(RING_MEMBERS, 'number', 'numbers', 'ring')}`,
    ),
    view(
      'rings',
      `ring, ${element(1, 'numbers')}, ${element(2, 'document')} ${lastRow(RINGS, 'ring', 'numbers', 'document')}`,
    ),
    view(
      'ring_events',
      `ring, at, kind, numbers, others FROM ${whole(RING_EVENTS.name)}
WHERE (tracing, step) IN (SELECT tracing, step FROM ${whole(TRACINGS.name)})`,
    ),
  ]
}

/** What a ring was last is found by its name alone: documents are long. */
function shortRings(layout: Layout): string[] {
  const whole = (name: string): string => fullName(layout, name)
  const listed = `(SELECT max((tracing, step)) FROM ${whole(TRACINGS.name)})`
  const known = `tracing = tupleElement(${listed}, 1) AND step <= tupleElement(${listed}, 2)`
  return [
    `TRUNCATE TABLE ${whole(localName(layout, TRACINGS.name))}${onCluster(layout)}`,
    ...addColumns(RINGS.name, [`last_seen ${TIME}`], layout),
    `CREATE OR REPLACE VIEW ${whole('rings')}${onCluster(layout)} AS
SELECT ring, numbers, last_seen, document FROM ${whole(RINGS.name)}
WHERE ${known} AND numbers > 0 AND (ring, step) IN (
  SELECT ring, max(step) FROM ${whole(RINGS.name)} WHERE ${known} GROUP BY ring
)`,
  ]
}

/** Remembers, as a view, which schema a store has: so it takes the same way to every node as the tables do. */
export function rememberVersion(layout: Layout, version: number): string {
  return `CREATE OR REPLACE VIEW ${fullName(layout, 'schema_version')}${onCluster(layout)} AS SELECT ${version} AS version`
}

/** version: of the store once the statements have run. Each can be run again where a process died half-way. */
export type Migration = { readonly version: number; readonly statements: (layout: Layout) => readonly string[] }

/** How a store came to be what it is. Only ever added to. */
export const MIGRATIONS: readonly Migration[] = [
  { version: 1, statements: firstSchema },
  // What campaigns are told by, and which subjects a number was seen under.
  {
    version: 2,
    statements: (layout) =>
      addColumns(
        SIGHTINGS.name,
        ['subject String CODEC(ZSTD(1))', `sketch ${HASH}`, `picture ${HASH}`, `pdf_kit ${WORD}`],
        layout,
      ),
  },
  // Rings change one by one, and what became of them is told.
  { version: 3, statements: ringSteps },
  // Whether rings have to be traced again can be told without doing so.
  { version: 4, statements: (layout) => addColumns(TRACINGS.name, ["traced_through String DEFAULT ''"], layout) },
  // Rings are written shorter, so what was traced is traced anew.
  { version: 5, statements: shortRings },
]
