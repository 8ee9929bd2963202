import { once } from 'node:events'
import { connect } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openReaderPool } from '../../src/app/reader-pool.ts'
import type { ReaderPool } from '../../src/app/reader-pool.ts'
import { loadReference } from '../../src/collect/reference.ts'
import { makeServer } from '../../src/http/server.ts'
import type { NumberIndex } from '../../src/store/number-index.ts'
import { openNumberIndex } from '../../src/store/open-number-index.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { Store } from '../../src/store/store.ts'

let data: string
let store: Store
let index: NumberIndex
let reader: ReaderPool
let app: FastifyInstance
let bugs: unknown[]

beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'ringtrace-stalled-'))
  store = await openStore({ data, clickhouseUrl: null })
  index = await openNumberIndex(data)
  reader = openReaderPool({ jobs: 1 })
  bugs = []
  const sources = {
    store,
    index,
    reference: await loadReference(),
    providerSizes: [],
    reader,
    region: null,
    clock: Date.now,
  }
  app = await makeServer(sources, { version: 'test', names: [], tellBug: (error) => bugs.push(error) })
  await app.listen({ host: '127.0.0.1', port: 0 })
})

afterEach(async () => {
  await app.close()
  await reader.close()
  await index.close()
  await store.close()
  await rm(data, { recursive: true })
})

const port = (): number => (app.server.address() as AddressInfo).port

/** Says something on a connection of its own, and waits for the server to take notice. */
async function say(words: string, noticed: 'request' | 'connection' = 'request'): Promise<Socket> {
  const notice = once(app.server, noticed)
  const socket = connect(port(), '127.0.0.1', () => socket.write(words))
  // How it ends is not of interest here, only that it does.
  socket.on('error', () => {})
  await notice
  return socket
}

const unfinished = (path: string, type: string): string =>
  `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: ${type}\r\nContent-Length: 5000000\r\n\r\n{"nu`

test('who hangs up in the middle of a body makes no bug', async () => {
  for (const [path, type] of [
    ['/v1/sightings', 'application/x-ndjson'],
    ['/v1/messages', 'message/rfc822'],
  ] as const) {
    const socket = await say(unfinished(path, type))
    socket.destroy()
    // A later request is answered after it was noticed that this one has gone.
    expect((await fetch(`http://127.0.0.1:${port()}/healthz`)).status).toBe(200)
  }
  await app.close()
  expect(bugs).toEqual([])
})

test('a client that stalls does not keep the server from stopping', async () => {
  const clients = [
    await say(unfinished('/v1/sightings', 'application/x-ndjson')),
    await say('GET / HTTP/1.1\r\nHos', 'connection'),
  ]
  const cut = clients.map((client) => new Promise((resolve) => client.once('close', resolve)))
  await app.close()
  await Promise.all(cut)
  expect(bugs).toEqual([])
}, 20_000)
