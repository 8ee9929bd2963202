import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { recordsChangedSince } from '../../src/analyze/profiles.ts'
import { storedRings } from '../../src/analyze/rings/stored-rings.ts'
import { IntelError } from '../../src/model/failures.ts'
import type { Query } from '../../src/model/query.ts'
import type { Ring } from '../../src/model/ring.ts'
import { openNumberIndex } from '../../src/store/open-number-index.ts'
import { openStore } from '../../src/store/open-store.ts'
import { KEPT } from '../../src/store/schema.ts'
import type { Store } from '../../src/store/store.ts'
import { numberedSightings } from './sightings.ts'
import { startChild } from './start-child.ts'
import type { Child } from './start-child.ts'

let data: string
let children: Child[] = []
let stores: Store[] = []

const child = (...given: string[]): Child => {
  const started = startChild(...given)
  children.push(started)
  return started
}
const open = async (folder = data): Promise<Store> => {
  const store = await openStore({ data: folder, clickhouseUrl: null })
  stores.push(store)
  return store
}
beforeEach(() => void (data = mkdtempSync(join(tmpdir(), 'ringtrace-owner-'))))
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close()
  for (const each of children.splice(0)) {
    each.signal('SIGKILL')
    await each.ended()
  }
  rmSync(data, { recursive: true, force: true })
})

const count: Query<number> = {
  sql: 'SELECT count() AS n FROM sightings WHERE number >= {from:UInt64}',
  params: { from: 0 },
  decode: (row) => Number(row['n']),
}

test('a second process works through the first: asks, streams, writes, traces and refreshes', async () => {
  expect(await child('hold', data).word()).toBe('embedded')
  const store = await open()
  expect(store.kind).toBe('remote')
  const sightings = numberedSightings(0, 1_000)
  await store.write(sightings)
  expect(await store.ask(count)).toEqual([1_000])
  expect(await store.refreshIndex()).toBe(1_000)
  const index = await openNumberIndex(data)
  expect(index.profile(sightings[5]!.number)?.records).toHaveLength(1)
  await index.close()
  let streamed = 0
  for await (const batch of store.stream(recordsChangedSince(0))) streamed += batch.length
  expect(streamed).toBe(1_000)
  await store.writeRings([ring])
  expect(await store.ask(storedRings())).toEqual([ring])
  await expect(store.ask({ ...count, sql: 'SELECT nothing_of_the_kind' })).rejects.toThrow(/nothing_of_the_kind/)
})

test('who asks for durability gets it through an owner who did not', async () => {
  const owner = child('hold', data)
  await owner.word()
  const store = await openStore({ data, clickhouseUrl: null, isDurable: true })
  stores.push(store)
  const durable: Query<number> = {
    sql: `SELECT countIf(engine_full LIKE '%fsync_after_insert = 1%') AS n FROM system.tables
      WHERE database = currentDatabase() AND name IN {kept:Array(String)}`,
    params: { kept: KEPT },
    decode: (row) => Number(row['n']),
  }
  expect([store.kind, await store.ask(durable)]).toEqual(['remote', [KEPT.length]])
})

test('a bug that the owner meets is a bug to who works through it, with its trace', async () => {
  const owner = child('hold', data)
  await owner.word()
  const met = await (await open()).writeRings([null as never]).catch((error: unknown) => error)
  expect(met).toBeInstanceOf(Error)
  expect(met).not.toBeInstanceOf(IntelError)
  expect((met as Error).stack).toMatch(/^TypeError: .*\n +at /m)
  expect((met as Error).message).toContain(`process ${owner.pid}, which holds the store, met TypeError`)
})

test('when the owner closes the store, who worked through it takes its place and nothing is lost', async () => {
  const owner = child('hold', data)
  await owner.word()
  const [store, index] = [await open(), await openNumberIndex(data)]
  await store.write(numberedSightings(0, 100))
  expect(await store.refreshIndex()).toBe(100)
  expect(index.size()).toBe(100)
  expect(await owner.ended()).toBe(0)
  await store.write(numberedSightings(100, 100))
  expect(store.kind).toBe('embedded')
  expect(await store.ask(count)).toEqual([200])
  expect(await store.refreshIndex()).toBe(100)
  expect(index.size()).toBe(200)
  await index.close()
})

test('when the owner is killed, who worked through it takes its place', async () => {
  const owner = child('hold', data)
  await owner.word()
  const store = await open()
  await store.write(numberedSightings(0, 100))
  owner.signal('SIGKILL')
  await owner.ended()
  const answers = await Promise.all([store.ask(count), store.ask(count), store.refreshIndex()])
  expect(answers.slice(0, 2)).toEqual([[100], [100]])
  expect(store.kind).toBe('embedded')
})

test('of processes that open at once exactly one owns the store', async () => {
  const opened = [1, 2, 3].map(() => child('hold', data))
  const kinds = await Promise.all(opened.map((each) => each.word()))
  expect(kinds.toSorted()).toEqual(['embedded', 'remote', 'remote'])
  expect(opened.map((each) => each.complaints())).toEqual(['', '', ''])
})

test('a turn to start that its process died in, or one of the same number, keeps nobody out', async () => {
  const dead = child('hold', data)
  await dead.word()
  await dead.ended()
  for (const left of [String(dead.pid), String(process.pid)]) {
    writeFileSync(join(data, 'starting'), left)
    const store = await open()
    expect(store.kind).toBe('embedded')
    stores = []
    await store.close()
  }
  expect(existsSync(join(data, 'starting'))).toBe(false)
})

test('of processes that find a dead owner at once exactly one takes over', async () => {
  const dead = child('hold', data)
  await dead.word()
  dead.signal('SIGKILL')
  await dead.ended()
  const kinds = await Promise.all([1, 2, 3].map(() => child('hold', data).word()))
  expect(kinds.toSorted()).toEqual(['embedded', 'remote', 'remote'])
})

test('an owner that is alive and does not answer is named, with its folder and what to do', async () => {
  const owner = child('hold', data)
  await owner.word()
  owner.signal('SIGSTOP')
  const refused = await open().catch((error: unknown) => error)
  owner.signal('SIGCONT')
  expect(refused).toMatchObject({
    code: 'store_busy',
    message: `process ${owner.pid} holds the store in ${data} and does not answer`,
  })
  expect((refused as { hint: string }).hint).toContain(`kill ${owner.pid}`)
  expect((await open()).kind).toBe('remote')
})

test('an address where somebody else lives now leads to nobody', async () => {
  const stranger = createServer((_request, response) => response.end('hello, who is it?\n'))
  await new Promise<void>((resolve) => void stranger.listen(0, '127.0.0.1', resolve))
  const { port } = stranger.address() as AddressInfo
  writeFileSync(join(data, 'owner.json'), JSON.stringify({ pid: process.pid, startedAt: '', port, token: 'x' }))
  expect((await open()).kind).toBe('embedded')
  stranger.close()
})

test('a torn owner file leads to nobody', async () => {
  writeFileSync(join(data, 'owner.json'), '{"pid": 12')
  expect((await open()).kind).toBe('embedded')
})

test('the address is for the owner of the folder alone, and goes with it', async () => {
  const store = await open()
  const file = join(data, 'owner.json')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  const { port, token } = JSON.parse(readFileSync(file, 'utf8')) as { port: number; token: string }
  const knock = async (given: string): Promise<number> => {
    const headers = { authorization: `Bearer ${given}` }
    return (await fetch(`http://127.0.0.1:${port}/hello`, { method: 'POST', headers })).status
  }
  expect(await knock(token)).toBe(200)
  expect(await knock(token.replace(/./g, '0'))).toBe(401)
  expect(await knock('')).toBe(401)
  stores = []
  await store.close()
  expect(() => statSync(file)).toThrow(/ENOENT/)
})

test('a folder that cannot be one is named', async () => {
  const file = join(data, 'file')
  writeFileSync(file, '')
  await expect(open(file)).rejects.toMatchObject({ code: 'bad_config', message: expect.stringContaining(file) })
  await expect(open(join(file, 'below'))).rejects.toMatchObject({ code: 'bad_config' })
  await expect(open('/proc/ringtrace')).rejects.toMatchObject({ code: 'bad_config' })
})

const ring: Ring = {
  id: 'r-1',
  numbers: numberedSightings(0, 3).map(({ number }) => number),
  links: [],
  messages: 1,
  brands: [],
  senderDomains: [],
  firstSeenAt: 1,
  lastSeenAt: 2,
}
