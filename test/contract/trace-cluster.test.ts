import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe } from 'vitest'
import { openStore } from '../../src/store/open-store.ts'
import { blocksContract } from './blocks.contract.ts'
import { campaignsContract } from './campaigns.contract.ts'
import { canStartCluster, startCluster } from './cluster.ts'
import type { Cluster } from './cluster.ts'
import { forecastContract } from './forecast.contract.ts'
import { keptContract } from './kept.contract.ts'
import { providersContract } from './providers.contract.ts'
import { lifeContract } from './life.contract.ts'
import { returnsContract } from './returns.contract.ts'
import { ringsContract } from './rings.contract.ts'
import { traceContract } from './trace.contract.ts'

const canStart = canStartCluster()
if (!canStart) {
  if (process.env.CI) throw new Error('python3 is needed to start the servers of the cluster tests')
  console.warn('SKIPPED: tracing was not tested on a cluster, since there is no python3 to start its servers with')
}

describe.skipIf(!canStart)('tracing on a cluster of two shards', () => {
  let cluster: Cluster
  beforeAll(async () => void (cluster = await startCluster()))
  afterAll(() => cluster?.stop())

  /** A database of its own on both nodes. */
  const fresh = async (database: string): Promise<string> => {
    await cluster.everywhere(`CREATE DATABASE ${database} ENGINE = Atomic`)
    const [first, second] = cluster.nodes.map((node) => `${node}/${database}`) as [string, string]
    // There is no Keeper here: tables are made through each node, and the first finds the second without them.
    await openOnce(first).catch(() => {})
    await openOnce(second)
    return first
  }

  describe('tracing', () => traceContract(() => fresh('trace')))
  describe('providers and brands', () => providersContract(() => fresh('providers')))
  describe('blocks', () => blocksContract(() => fresh('blocks')))
  describe('life', () => lifeContract(() => fresh('life')))
  describe('silences and returns', () => returnsContract(() => fresh('returns')))
  describe('the forecast', () => forecastContract(() => fresh('forecast')))
  describe('rings', () => ringsContract(() => fresh('rings')))
  describe('campaigns', () => campaignsContract(() => fresh('campaigns')))
  describe('what is kept', () => keptContract(() => fresh('kept')))
})

async function openOnce(clickhouseUrl: string): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'ringtrace-node-'))
  try {
    await (await openStore({ data, clickhouseUrl })).close()
  } finally {
    rmSync(data, { recursive: true })
  }
}
