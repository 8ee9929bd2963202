import { IntelError } from '../model/failures.ts'
import { fullName, localName, onCluster, quoted } from './layout.ts'
import type { Layout } from './layout.ts'
import { KEPT, MIGRATIONS, rememberVersion } from './schema.ts'
import type { Migration } from './schema.ts'
import type { Session } from './session.ts'

/**
 * Brings the tables to what this program knows, step by step.
 *
 * Throws: IntelError `bad_config` where a newer program made the store.
 */
export async function migrate(
  session: Session,
  layout: Layout,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<void> {
  const version = await versionOf(session)
  const newest = migrations.at(-1)?.version ?? 0
  if (version > newest) {
    throw new IntelError('bad_config', `the store has schema ${version}, this program knows schemas up to ${newest}`, {
      hint: 'use the version of Ringtrace that made it, or a newer one',
    })
  }
  for (const migration of migrations.filter((each) => each.version > version)) {
    for (const statement of migration.statements(layout)) await session.command(statement)
    await session.command(rememberVersion(layout, migration.version))
  }
}

/**
 * Where no Keeper takes tables to every node, looks whether each has them.
 *
 * Throws: IntelError `bad_config`, naming the nodes that lack them.
 */
export async function checkNodes(session: Session, { cluster, replicated }: Layout): Promise<void> {
  if (cluster === null || replicated) return
  const lacking = await session.rows(
    `SELECT concat(host_name, ':', toString(port)) AS node FROM system.clusters
    WHERE cluster = {cluster:String} AND shard_num NOT IN (
      SELECT _shard_num FROM clusterAllReplicas(${quoted(cluster)}, system.tables)
      WHERE database = currentDatabase() AND name = 'sightings_local'
    )`,
    { cluster },
  )
  if (lacking.length === 0) return
  const nodes = lacking.map(({ node }) => node).join(', ')
  throw new IntelError(
    'bad_config',
    `the cluster ${cluster} has no Keeper, and its nodes ${nodes} have no tables yet`,
    {
      hint: 'open the store once through each node (RINGTRACE_CLICKHOUSE_URL), or give the cluster a Keeper',
    },
  )
}

async function versionOf(session: Session): Promise<number> {
  const made = await session.rows(
    `SELECT name FROM system.tables WHERE database = currentDatabase() AND name = 'schema_version'`,
  )
  if (made.length === 0) return 0
  const [row] = await session.rows('SELECT version FROM schema_version')
  return Number(row?.['version'] ?? 0)
}

/** Makes acknowledged sightings survive power loss, or takes that back, on the tables of the node or the cluster. */
export async function setDurability(session: Session, layout: Layout, isDurable: boolean): Promise<void> {
  for (const name of KEPT.map((table) => localName(layout, table))) {
    const [row] = await session.rows(
      `SELECT position(engine_full, 'fsync_after_insert = 1') > 0 AS durable
      FROM system.tables WHERE database = currentDatabase() AND name = {name:String}`,
      { name },
    )
    if (Boolean(row?.['durable']) === isDurable) continue
    const setting = isDurable
      ? 'MODIFY SETTING fsync_after_insert = 1, fsync_part_directory = 1'
      : 'RESET SETTING fsync_after_insert, fsync_part_directory'
    await session.command(`ALTER TABLE ${fullName(layout, name)}${onCluster(layout)} ${setting}`)
  }
}
