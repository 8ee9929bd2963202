import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startRingtrace } from './command-line.ts'

let data: string
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'ringtrace-serve-'))
})
afterEach(() => rm(data, { recursive: true }))

test('a server whose engine aborts ends, so that it can be started again', async () => {
  const server = startRingtrace(data, ['serve', '--port', '0'])
  await server.spoke
  server.signal('SIGABRT')
  expect((await server.ended).code).toBe(3)
}, 20_000)
