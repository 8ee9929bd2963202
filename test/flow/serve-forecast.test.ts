import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { random } from '../../src/simulate/random.ts'
import { childrenOf, isAlive, skipsProcesses } from '../process-tree.ts'
import { ringtrace, startRingtrace } from './command-line.ts'
import type { Started } from './command-line.ts'

const DAY = 86_400_000
const DAYS = 40
/** A process that gives way to all others takes its time on a busy machine. */
const PATIENCE = 240_000

let data: string
let server: Started | null
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'ringtrace-serve-forecast-'))
  server = null
})
afterEach(async () => {
  server?.signal('SIGKILL')
  await server?.ended
  await rm(data, { recursive: true })
})

/** Ten numbers a day of a pool that climbs, until yesterday. */
async function importPool(): Promise<void> {
  const dice = random('served pool')
  const begin = Date.now() - DAYS * DAY
  const rows = Array.from({ length: DAYS * 10 }, (_, i) =>
    JSON.stringify({
      number: `+${32_468_790_000 + 3 * i + dice.below(3)}`,
      seenAt: new Date(begin + Math.floor(i / 10) * DAY).toISOString(),
    }),
  )
  await ringtrace(data, ['import', '-', '--channel', 'otp_platform_web'], rows.join('\n'))
}

type Answer = {
  readonly isLearning: boolean
  readonly problem: { readonly detail: string; readonly hint?: string } | null
  readonly learntAt: string | null
  readonly blocks: readonly { readonly prefix: string; readonly expected: number }[]
}

async function serve(...flags: string[]): Promise<() => Promise<Answer>> {
  server = startRingtrace(data, ['serve', '--port', '0', ...flags])
  const address = /http:\S+/.exec(await server.spoke)?.[0] ?? ''
  return async () => (await (await fetch(`${address}/v1/forecast`)).json()) as Answer
}

async function until(ask: () => Promise<Answer>, holds: (answer: Answer) => boolean): Promise<Answer> {
  for (;;) {
    const answer = await ask()
    if (holds(answer)) return answer
    await pause(100)
  }
}

const learnerOf = (pid: number): number | undefined =>
  childrenOf(pid).find((child) => readFileSync(`/proc/${child}/cmdline`, 'utf8').includes('forecast-worker'))

test(
  'a server learns by itself what comes next, says so, and does not learn it again the same day',
  async () => {
    await importPool()
    const ask = await serve()
    expect(await ask()).toMatchObject({ isLearning: true, problem: null, learntAt: null, blocks: [] })
    const told = await until(ask, ({ isLearning }) => !isLearning)
    expect(told).toMatchObject({ problem: null })
    expect(Date.now() - Date.parse(told.learntAt!)).toBeLessThan(120_000)
    expect(told.blocks[0]).toMatchObject({ prefix: expect.stringMatching(/^\+3246879[01]$/) })
    server!.signal('SIGTERM')
    const { code, stderr } = await server!.ended
    expect([code, stderr]).toEqual([
      0,
      expect.stringMatching(/^Learnt from \d+ numbers which ones come next\nStopping/m),
    ])

    const again = await serve()
    expect(await again()).toMatchObject({ isLearning: false, learntAt: told.learntAt })
  },
  PATIENCE,
)

test.skipIf(skipsProcesses)(
  'who stops the server while it learns stops both, and leaves nothing half-done',
  async () => {
    await importPool()
    for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
      await until(await serve(), ({ isLearning }) => isLearning && learnerOf(server!.pid) !== undefined)
      const learner = learnerOf(server!.pid)!
      server!.signal(signal)
      expect((await server!.ended).code).toBe(signal === 'SIGTERM' ? 0 : null)
      if (signal === 'SIGTERM') expect(isAlive(learner)).toBe(false)
      // Of a server that was killed nobody tells it: it sees for itself.
      while (isAlive(learner)) await pause(20)
      expect(existsSync(join(data, 'store', 'forecast.json'))).toBe(false)
    }
    const { code, stdout } = await ringtrace(data, ['forecast', '--limit', '1'])
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^\+3246879[01]xxx/)])
  },
)

test(
  'where too little came to learn from, the server says so once and goes on',
  async () => {
    const ask = await serve()
    const told = await until(ask, ({ isLearning }) => !isLearning)
    expect(told.problem).toMatchObject({ detail: expect.stringContaining('fewer than 50'), hint: expect.any(String) })
    server!.signal('SIGINT')
    const { code, stderr } = await server!.ended
    expect([code, stderr.match(/fewer than 50/g)?.length]).toEqual([0, 1])
  },
  PATIENCE,
)

test(
  'a server that is told not to learn learns nothing',
  async () => {
    await importPool()
    const ask = await serve('--no-forecast')
    expect(await ask()).toMatchObject({ isLearning: false, problem: null, learntAt: null })
    if (!skipsProcesses) expect(learnerOf(server!.pid)).toBeUndefined()
  },
  PATIENCE,
)
