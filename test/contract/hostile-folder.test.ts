import { execFileSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openStore } from '../../src/store/open-store.ts'
import type { Store } from '../../src/store/store.ts'

let data: string
const open = async (): Promise<Store> => openStore({ data, clickhouseUrl: null })
beforeEach(() => void (data = mkdtempSync(join(tmpdir(), 'ringtrace-hostile-'))))
afterEach(() => rmSync(data, { recursive: true, force: true }))

const owner = (): { port: number; token: string } => JSON.parse(readFileSync(join(data, 'owner.json'), 'utf8'))

test('links that somebody planted where the address goes are not followed', async () => {
  const victim = join(data, 'victim')
  for (const name of ['owner.json', `owner.json.${process.pid}`]) symlinkSync(victim, join(data, name))
  const store = await open()
  expect(existsSync(victim)).toBe(false)
  expect(owner().token).toMatch(/^[0-9a-f]{64}$/)
  await store.close()
})

test('a folder that everybody may write into is refused, with what to do', async () => {
  chmodSync(data, 0o777)
  await expect(open()).rejects.toMatchObject({
    code: 'bad_config',
    message: `the folder ${data} can be written by every user of this machine`,
    hint: expect.stringContaining('chmod o-w'),
  })
})

test.runIf(process.getuid?.() === 0)('root works in a folder of another user, as containers do', async () => {
  chownSync(data, 12_345, 12_345)
  await (await open()).close()
})

test('a pipe in place of a file holds nobody up', async () => {
  execFileSync('mkfifo', [join(data, 'owner.json')])
  await (await open()).close()
})

test('a folder in place of the address is named, with what to do, and opens once it is gone', async () => {
  mkdirSync(join(data, 'owner.json', 'below'), { recursive: true })
  await expect(open()).rejects.toMatchObject({
    code: 'bad_config',
    message: expect.stringContaining(join(data, 'owner.json')),
    hint: expect.stringContaining('delete'),
  })
  rmSync(join(data, 'owner.json'), { recursive: true })
  await (await open()).close()
})

/** What the owner of a store says to a request; its body is made of so many mebibytes. */
function knock(path: string, { host, mebibytes = 0 }: { host?: string; mebibytes?: number }): Promise<string> {
  const { port, token } = owner()
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}`, ...(host && { host }) }
    const asked = request({ port, host: '127.0.0.1', path, method: 'POST', headers }, (answer) => {
      let said = `${answer.statusCode} `
      answer.on('data', (chunk: Buffer) => void (said += chunk.toString()))
      answer.on('end', () => resolve(said))
    })
    asked.once('error', reject)
    const mebibyte = Buffer.alloc(1024 * 1024, 'x')
    const write = (left: number): void => {
      if (left === 0) asked.end()
      else asked.write(mebibyte, () => write(left - 1))
    }
    write(mebibytes)
  })
}

test('the owner answers to its own address alone, and takes no more than a request may hold', async () => {
  const store = await open()
  expect(await knock('/hello', {})).toContain(`{"done":${process.pid}}`)
  expect(await knock('/hello', { host: 'rebound.example' })).toBe('401 ')
  expect(await knock('/rows', { mebibytes: 1 })).toContain('"code":"bad_input"')
  expect(await knock('/sightings', { mebibytes: 257 })).toMatch(/"code":"bad_input".*more than 256 MB/)
  expect(await store.ask({ sql: 'SELECT 1 AS n', params: {}, decode: (row) => row['n'] })).toEqual([1])
  await store.close()
})
