import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openNumberIndex } from '../../src/store/open-number-index.ts'
import { openStore } from '../../src/store/open-store.ts'
import { openServer } from '../../src/store/server-session.ts'
import { SIGHTING_COLUMNS, sightingLines, stamped } from '../../src/store/sighting-lines.ts'
import { canStartCluster, startCluster } from './cluster.ts'
import type { Cluster } from './cluster.ts'
import { randomSightings } from './sightings.ts'
import { storeContract } from './store.contract.ts'

const canStart = canStartCluster()
if (!canStart) {
  if (process.env.CI) throw new Error('python3 is needed to start the servers of the cluster tests')
  console.warn('SKIPPED: the store was not tested on a cluster, since there is no python3 to start its servers with')
}

describe.skipIf(!canStart)('the store on a cluster of two shards', () => {
  let cluster: Cluster
  let stores = 0
  beforeAll(async () => void (cluster = await startCluster()))
  afterAll(() => cluster?.stop())

  /** A database of its own for each store. The cluster has no Keeper, so the store is opened once through each node. */
  const freshUrls = async (): Promise<string[]> => {
    const database = `store_${++stores}`
    await cluster.everywhere(`CREATE DATABASE ${database} ENGINE = Atomic`)
    return cluster.nodes.map((node) => `${node}/${database}`)
  }
  const freshUrl = async (): Promise<string> => {
    const [first, second] = (await freshUrls()) as [string, string]
    expect(await openOnce(first)).toMatchObject({ code: 'bad_config', message: /have no tables yet/ })
    expect(await openOnce(second)).toBeNull()
    return first
  }

  storeContract(freshUrl)

  test('sightings lie on the shard of their number, both shards have some, and each is asked', async () => {
    const url = await freshUrl()
    const data = mkdtempSync(join(tmpdir(), 'ringtrace-node-'))
    const store = await openStore({ data, clickhouseUrl: url })
    const sightings = randomSightings(11, 400)
    await store.write(sightings)
    const shards = await store.ask({
      sql: `SELECT _shard_num AS shard, uniqExact(number) AS numbers FROM sightings GROUP BY shard ORDER BY shard`,
      params: {},
      decode: (row) => [Number(row['shard']), Number(row['numbers'])],
    })
    expect(shards.map(([shard]) => shard)).toEqual([1, 2])
    expect(shards.reduce((sum, [, numbers]) => sum + numbers!, 0)).toBe(new Set(sightings.map((s) => s.number)).size)
    await store.close()
    rmSync(data, { recursive: true })
  })

  test('what another node took in minutes ago, and has written only now, is found by the next opening', async () => {
    const url = await freshUrl()
    const data = mkdtempSync(join(tmpdir(), 'ringtrace-node-'))
    await (await openStore({ data, clickhouseUrl: url })).close()
    const { session } = await openServer(url)
    const [late] = randomSightings(12, 1)
    const lines = stamped(sightingLines([late!]), Date.now() - 9 * 60_000)
    await session.insert('sightings', [...SIGHTING_COLUMNS, 'ingested_at'], lines)
    await session.close()
    const store = await openStore({ data, clickhouseUrl: url })
    const index = await openNumberIndex(data)
    expect(index.profile(late!.number)?.records).toHaveLength(1)
    await index.close()
    await store.close()
    rmSync(data, { recursive: true })
  })
})

/** Out: what it failed with; null where it did not. */
async function openOnce(clickhouseUrl: string): Promise<unknown> {
  const data = mkdtempSync(join(tmpdir(), 'ringtrace-node-'))
  try {
    const store = await openStore({ data, clickhouseUrl })
    await store.close()
    return null
  } catch (error) {
    return error
  } finally {
    rmSync(data, { recursive: true })
  }
}
