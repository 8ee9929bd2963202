import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { isAlive, skipsProcesses } from '../../test/process-tree.ts'

const WATCH = fileURLToPath(new URL('../../dist/app/reader-watch.js', import.meta.url))

/** A process that is watched and too busy to see anything itself. */
const watched = (residentBytes: number, work: string): string => `
  const { Worker } = require('node:worker_threads')
  const watch = new Worker(${JSON.stringify(WATCH)}, { workerData: { parent: process.ppid, residentBytes: ${residentBytes} } })
  watch.once('online', () => { ${work} })`
const BUSY = 'for (;;);'
const GROWING = 'const all = []; for (;;) all.push(Buffer.alloc(1024 * 1024, 1));'

describe('a reader that is busy', () => {
  test('ends when it holds too much outside of the heap', async () => {
    const child = spawn(process.execPath, ['-e', watched(200e6, GROWING)], { stdio: 'ignore' })
    expect(await once(child, 'exit')).toEqual([null, 'SIGKILL'])
  })
  test.skipIf(skipsProcesses)('ends when its parent was killed', async () => {
    const code = JSON.stringify(watched(1e9, BUSY))
    const parent = spawn(
      process.execPath,
      [
        '-e',
        `const child = require('node:child_process').spawn(process.execPath, ['-e', ${code}], { stdio: 'ignore', detached: true })
         console.log(child.pid)`,
      ],
      { stdio: ['ignore', 'pipe', 'ignore'] },
    )
    const [said] = (await once(parent.stdout, 'data')) as [Buffer]
    const reader = Number(said.toString())
    await pause(1_000)
    expect(isAlive(reader)).toBe(true)
    parent.kill('SIGKILL')
    for (let waited = 0; isAlive(reader) && waited < 200; waited++) await pause(50)
    expect(isAlive(reader)).toBe(false)
  })
})
