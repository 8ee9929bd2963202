import { IntelError } from '../model/failures.ts'

/**
 * How tables lie: on one engine, or over the shards of a cluster.
 *
 * cluster:    its name; null for one engine.
 * replicated: the cluster has a Keeper: tables are replicated and DDL runs everywhere at once. Without one, tables are
 *             made on the node the store is opened through, and the store is opened once through each.
 */
export type Layout = { readonly cluster: string | null; readonly replicated: boolean }

export const ONE_ENGINE: Layout = { cluster: null, replicated: false }

/** A table, said once for every layout. family: the merge tree's kind with what it takes, such as its version column. */
export type Table = {
  readonly name: string
  readonly columns: readonly string[]
  readonly family: 'MergeTree' | 'ReplacingMergeTree' | 'AggregatingMergeTree'
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

/** `ON CLUSTER …` where the cluster can run it; empty elsewhere. */
export function onCluster({ cluster, replicated }: Layout): string {
  return cluster !== null && replicated ? ` ON CLUSTER ${quoted(cluster)}` : ''
}

/** The statements that make a table. */
export function createTable(table: Table, layout: Layout): string[] {
  const columns = table.columns.map((column) => `  ${column}`).join(',\n')
  const partition = table.partitionBy ? `\nPARTITION BY ${table.partitionBy}` : ''
  const local = `CREATE TABLE IF NOT EXISTS ${localName(layout, table.name)}${onCluster(layout)} (
${columns}
)
ENGINE = ${engine(table, layout)}${partition}
ORDER BY ${table.orderBy}`
  return layout.cluster === null ? [local] : [local, distributed(table, layout.cluster, layout)]
}

function engine({ name, family, version }: Table, { replicated }: Layout): string {
  const own = version ? [version] : []
  const replica = [`'/clickhouse/tables/{shard}/{database}/${name}'`, `'{replica}'`]
  return replicated ? `Replicated${family}(${[...replica, ...own].join(', ')})` : `${family}(${own.join(', ')})`
}

function distributed({ name, shardBy }: Table, cluster: string, layout: Layout): string {
  const local = localName(layout, name)
  return `CREATE TABLE IF NOT EXISTS ${name}${onCluster(layout)} AS ${local}
ENGINE = Distributed(${quoted(cluster)}, currentDatabase(), ${local}, cityHash64(${shardBy}))`
}

/** Throws: IntelError `bad_config` for a name that could be anything else. */
export function quoted(cluster: string): string {
  if (/^[\w.-]{1,100}$/.test(cluster)) return `\`${cluster}\``
  throw new IntelError('bad_config', 'the name of the ClickHouse cluster has characters that cannot be used')
}
