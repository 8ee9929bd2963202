import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe } from 'vitest'
import { openStore } from '../../src/store/open-store.ts'
import { canStartCluster, startCluster } from './cluster.ts'
import type { Cluster } from './cluster.ts'
import { ringsContract } from './rings.contract.ts'

const canStart = canStartCluster()
if (!canStart) {
  if (process.env.CI) throw new Error('python3 is needed to start the servers of the cluster tests')
  console.warn('SKIPPED: tracing was not tested on a cluster, since there is no python3 to start its servers with')
}

describe.skipIf(!canStart)('rings on a cluster of two shards', () => {
  let cluster: Cluster
  beforeAll(async () => void (cluster = await startCluster()))
  afterAll(() => cluster?.stop())

  ringsContract(async () => {
    await cluster.everywhere('CREATE DATABASE trace ENGINE = Atomic')
    const [first, second] = cluster.nodes.map((node) => `${node}/trace`) as [string, string]
    // There is no Keeper here: tables are made through each node, and the first finds the second without them.
    await openOnce(first).catch(() => {})
    await openOnce(second)
    return first
  })
})

async function openOnce(clickhouseUrl: string): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'ringtrace-node-'))
  try {
    await (await openStore({ data, clickhouseUrl })).close()
  } finally {
    rmSync(data, { recursive: true })
  }
}
