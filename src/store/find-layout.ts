import { IntelError } from '../model/failures.ts'
import type { Layout } from './layout.ts'
import type { Row, Session } from './session.ts'

/**
 * Finds how the tables of a server lie, or are to lie. What decides, first to last:
 *
 * 1. tables that are there already: a store stays what it was made as;
 * 2. `?cluster=NAME` in the address; `?cluster=` says that there is none;
 * 3. the server's own macro `cluster`;
 * 4. the one cluster this server is a part of together with others;
 * 5. else it is one server.
 *
 * In:     named, what the address says: a name, '' for none, null for nothing.
 * Throws: IntelError `bad_config` where the named cluster is not known to the server, or several could be meant.
 */
export async function findLayout(session: Session, named: string | null): Promise<Layout> {
  const [{ database } = {}] = await session.rows('SELECT currentDatabase() AS database')
  const one: Layout = { database: String(database), cluster: null, replicated: false }
  const made = await madeAs(session, one)
  if (made) return made
  const cluster = named ?? (await macro(session)) ?? (await onlyCluster(session))
  if (cluster === '' || cluster === null) return one
  const known = await session.rows('SELECT 1 FROM system.clusters WHERE cluster = {cluster:String} LIMIT 1', {
    cluster,
  })
  if (known.length === 0) {
    throw new IntelError('bad_config', `the ClickHouse server knows no cluster ${cluster}`, {
      hint: 'see `SELECT DISTINCT cluster FROM system.clusters`, and name one as ?cluster=NAME in RINGTRACE_CLICKHOUSE_URL',
    })
  }
  return { ...one, cluster, replicated: await hasKeeper(session) }
}

async function madeAs(session: Session, one: Layout): Promise<Layout | null> {
  const tables = await session.rows(`SELECT name, engine, engine_full FROM system.tables
    WHERE database = currentDatabase() AND name IN ('sightings', 'sightings_local')`)
  const engineOf = (name: string): Row | undefined => tables.find((table) => table['name'] === name)
  const whole = engineOf('sightings')
  if (!whole) return null
  if (whole['engine'] !== 'Distributed') return one
  const cluster = /^Distributed\('((?:[^'\\]|\\.)*)'/.exec(String(whole['engine_full']))?.[1] ?? ''
  return { ...one, cluster, replicated: String(engineOf('sightings_local')?.['engine']).startsWith('Replicated') }
}

async function macro(session: Session): Promise<string | null> {
  const [row] = await session.rows(`SELECT substitution FROM system.macros WHERE macro = 'cluster'`)
  return row ? String(row['substitution']) : null
}

async function onlyCluster(session: Session): Promise<string | null> {
  const clusters = await session.rows(`SELECT cluster FROM system.clusters
    GROUP BY cluster HAVING count() > 1 AND max(is_local) AND NOT startsWith(cluster, 'test_') ORDER BY cluster`)
  if (clusters.length > 1) {
    const names = clusters.map((row) => row['cluster']).join(', ')
    throw new IntelError('bad_config', `the ClickHouse server is part of several clusters: ${names}`, {
      hint: 'say which as ?cluster=NAME in RINGTRACE_CLICKHOUSE_URL; ?cluster= is for none',
    })
  }
  return clusters[0] ? String(clusters[0]['cluster']) : null
}

async function hasKeeper(session: Session): Promise<boolean> {
  const keeper = await session.rows(`SELECT 1 FROM system.tables WHERE database = 'system' AND name = 'zookeeper'`)
  return keeper.length > 0
}
