import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { libchdbPath } from 'chdb/libchdb'

/** Two ClickHouse servers on loopback that are the shards of one cluster. */
export type Cluster = {
  /** Addresses of the nodes, without a database. */
  readonly nodes: readonly string[]
  /** Runs a statement on every node. */
  everywhere(sql: string): Promise<void>
  stop(): void
}

const SHARDS = [1, 2]
const START_MILLIS = 60_000

/** Whether servers can be started here: the launcher is Python. */
export function canStartCluster(): boolean {
  return spawnSync('python3', ['-c', 'import ctypes']).status === 0
}

export async function startCluster(): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'ringtrace-cluster-'))
  const ports = await freePorts(SHARDS.length * 2)
  const [http, tcp] = [ports.slice(0, SHARDS.length), ports.slice(SHARDS.length)]
  const nodes = http.map((port) => `http://127.0.0.1:${port}`)
  const processes = SHARDS.map((shard, i) => {
    const config = join(folder, `node-${shard}.xml`)
    writeFileSync(config, configOf(shard, http[i]!, tcp))
    return startNode(join(folder, `node-${shard}`), config)
  })
  const stop = (): void => {
    for (const process of processes) process.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
  process.once('exit', stop)
  try {
    await Promise.all(nodes.map((node, i) => untilReady(node, processes[i]!)))
  } catch (error) {
    stop()
    throw error
  }
  return { nodes, stop, everywhere: async (sql) => void (await Promise.all(nodes.map((node) => run(node, sql)))) }
}

function startNode(path: string, config: string): ChildProcess {
  const launcher = fileURLToPath(new URL('./launch-node.py', import.meta.url))
  return spawn('python3', [launcher, libchdbPath(), path, config], { stdio: 'ignore' })
}

function configOf(shard: number, http: number, tcp: readonly number[]): string {
  const shards = tcp.map((port) => `<shard><replica><host>127.0.0.1</host><port>${port}</port></replica></shard>`)
  return `<clickhouse>
  <http_port>${http}</http_port>
  <tcp_port>${tcp[shard - 1]}</tcp_port>
  <listen_host>127.0.0.1</listen_host>
  <remote_servers><ring>${shards.join('')}</ring></remote_servers>
  <macros><shard>${shard}</shard></macros>
</clickhouse>`
}

async function untilReady(node: string, process: ChildProcess): Promise<void> {
  for (const giveUpAt = Date.now() + START_MILLIS; Date.now() < giveUpAt; await sleep(50)) {
    if (process.exitCode !== null) throw new Error(`the server of ${node} ended with ${process.exitCode}`)
    if (await run(node, 'SELECT 1').catch(() => null)) return
  }
  throw new Error(`the server at ${node} did not answer in ${START_MILLIS / 1000} s`)
}

async function run(node: string, sql: string): Promise<string> {
  const response = await fetch(node, { method: 'POST', body: sql })
  const text = await response.text()
  if (!response.ok) throw new Error(`${node}: ${text}`)
  return text || 'done'
}

/** Held all at once, so that no two are the same. */
async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer()
      await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
      return server
    }),
  )
  const ports = servers.map((server) => (server.address() as AddressInfo).port)
  await Promise.all(servers.map((server) => new Promise((resolve) => void server.close(resolve))))
  return ports
}
