import { IntelError } from '../model/failures.ts'

/**
 * How tables lie: on one engine, or over the shards of a cluster.
 *
 * database:   where they are. Said in every statement, since nodes that run one for another have a default of their own.
 * cluster:    its name; null for one engine.
 * replicated: the cluster has a Keeper: tables are replicated and DDL runs everywhere at once. Without one, tables are
 *             made on the node the store is opened through, and the store is opened once through each.
 */
export type Layout = { readonly database: string; readonly cluster: string | null; readonly replicated: boolean }

/** A table, said once for every layout. family: the merge tree's kind with what it takes, such as its version column. */
export type Table = {
  readonly name: string
  readonly columns: readonly string[]
  readonly family: 'MergeTree' | 'ReplacingMergeTree'
  readonly version?: string
  readonly orderBy: string
  readonly partitionBy?: string
  /** What decides the shard; rows of one number always lie together. */
  readonly shardBy: string
}

/** The table that holds the rows on each node; the table's own name speaks of all of them. */
export function localName(layout: Layout, name: string): string {
  return layout.cluster === null ? name : `${name}_local`
}

/** A table's name with its database. */
export function fullName({ database }: Layout, name: string): string {
  return `${quoted(database)}.${name}`
}

/** The same of the table on each node. */
function fullLocalName(layout: Layout, name: string): string {
  return fullName(layout, localName(layout, name))
}

/** `ON CLUSTER …` where the cluster can run it; empty elsewhere. */
export function onCluster({ cluster, replicated }: Layout): string {
  return cluster !== null && replicated ? ` ON CLUSTER ${quoted(cluster)}` : ''
}

/** The statements that make a table. */
export function createTable(table: Table, layout: Layout): string[] {
  const columns = table.columns.map((column) => `  ${column}`).join(',\n')
  const partition = table.partitionBy ? `\nPARTITION BY ${table.partitionBy}` : ''
  const local = `CREATE TABLE IF NOT EXISTS ${fullLocalName(layout, table.name)}${onCluster(layout)} (
${columns}
)
ENGINE = ${engine(table, layout)}${partition}
ORDER BY ${table.orderBy}`
  return layout.cluster === null ? [local] : [local, distributed(table, layout.cluster, layout)]
}

/** The statements that add columns to a table that is there. */
export function addColumns(name: string, columns: readonly string[], layout: Layout): string[] {
  const added = columns.map((column) => `ADD COLUMN IF NOT EXISTS ${column}`).join(', ')
  return [...new Set([localName(layout, name), name])].map(
    (each) => `ALTER TABLE ${fullName(layout, each)}${onCluster(layout)} ${added}`,
  )
}

function engine({ name, family, version }: Table, { replicated }: Layout): string {
  const own = version ? [version] : []
  const replica = [`'/clickhouse/tables/{shard}/{database}/${name}'`, `'{replica}'`]
  return replicated ? `Replicated${family}(${[...replica, ...own].join(', ')})` : `${family}(${own.join(', ')})`
}

function distributed({ name, shardBy }: Table, cluster: string, layout: Layout): string {
  return `CREATE TABLE IF NOT EXISTS ${fullName(layout, name)}${onCluster(layout)} AS ${fullLocalName(layout, name)}
ENGINE = Distributed(${quoted(cluster)}, ${quoted(layout.database)}, ${localName(layout, name)}, cityHash64(${shardBy}))`
}

/** Throws: IntelError `bad_config` for a name that could be anything else. */
export function quoted(name: string): string {
  if (/^[\w.-]{1,100}$/.test(name)) return `\`${name}\``
  throw new IntelError(
    'bad_config',
    'the name of the ClickHouse database or cluster has characters that cannot be used',
  )
}
