import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { skipsProcesses } from '../process-tree.ts'
import type { Bomb } from '../zoo/bomb.ts'
import { CALLED, textMail } from '../zoo/bomb.ts'
import { scanWatched } from '../zoo/scan-watched.ts'
import type { WatchedScan } from '../zoo/scan-watched.ts'
import { ZOO } from '../zoo/zoo.ts'

/** The whole tree of processes, with two readers. */
const MOST_BYTES = 1e9
/** Of processor time, the slowest of these takes three; a machine with other work to do gives a mail a tenth of itself. */
const LIMIT_SECONDS = 20
/** For the machine, not for the mail: a reader has to be started while others have work to do. */
const SLACK_SECONDS = 10

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringtrace-hostile-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** The numbers of a mail. */
const called = ({ numbers }: WatchedScan['lines'][number]): string[] => numbers.map(({ e164 }) => e164)

describe.skipIf(skipsProcesses)('a run over mail that is built to break it', () => {
  let run: WatchedScan
  const place = (at: number): string => String(at).padStart(3, '0')
  beforeAll(async () => {
    const paths: string[] = []
    for (const [at, bomb] of ZOO.entries()) {
      const [hostile, innocent] = [join(folder, `${place(at)}.eml`), join(folder, `${place(at)}-next.eml`)]
      await writeFile(hostile, await bomb.mail())
      await writeFile(innocent, textMail(`mail ${at}`))
      paths.push(hostile, innocent)
    }
    run = await scanWatched(['--jobs', '2', '--ocr', 'off', '--limit-seconds', `${LIMIT_SECONDS}`, ...paths])
  }, 1_200_000)

  test('comes to its end, in order', () => {
    expect(run.code).toBe(0)
    expect(run.lines).toHaveLength(ZOO.length * 2)
  })
  test('holds no more than it may', () => {
    expect(run.mostBytes).toBeLessThan(MOST_BYTES)
  })
  test('takes for a mail no more than its time, and that of one it has to wait for', () => {
    // A mail that is read alone waits until the other reader is done with its own.
    const longest = Math.max(...run.lines.map(({ afterMillis }) => afterMillis))
    expect(longest).toBeLessThan((2 * LIMIT_SECONDS + SLACK_SECONDS) * 1_000)
  })
  test.each(ZOO.map((bomb, at) => [bomb.name, bomb, at] as const))('%s', (_name, { tells, calls }: Bomb, at) => {
    const [hostile, next] = [run.lines[at * 2], run.lines[at * 2 + 1]]
    const codes = (hostile?.issues ?? []).map(({ code }) => code)
    expect(codes).not.toContain('worker_died')
    if (tells.length > 0)
      expect([...tells, 'time_limit', 'memory_limit'].some((code) => codes.includes(code))).toBe(true)
    if (calls && hostile) expect(called(hostile)).toContain(CALLED)
    expect(next && called(next)).toEqual([CALLED])
    expect(next?.issues).toEqual([])
  })
})

const MUCH_BYTES = 400_000_000
const LINE = Buffer.from('all work and no play makes jack a dull boy '.repeat(1_500))

function* hugeMbox(): Generator<Buffer> {
  yield Buffer.from('From a@example.org Mon Mar  2 10:11:12 2026\nFrom: a@example.org\nSubject: long\n\n')
  for (let bytes = 0; bytes < MUCH_BYTES; bytes += LINE.length) yield LINE
  yield Buffer.from('\nFrom a@example.org Mon Mar  2 10:11:12 2026\n')
  yield textMail('short')
}

describe.skipIf(skipsProcesses)('a mail of hundreds of megabytes', () => {
  test('in an mbox is told, and the next one is read', async () => {
    const file = join(folder, 'huge.mbox')
    await pipeline(Readable.from(hugeMbox()), createWriteStream(file))
    const { lines, mostBytes } = await scanWatched([file])
    expect(lines.map(({ issues }) => issues.map(({ code }) => code))).toEqual([['message_too_large'], []])
    expect(lines[1] && called(lines[1])).toEqual([CALLED])
    expect(mostBytes).toBeLessThan(MOST_BYTES / 2)
    const piped = await scanWatched(['-'], createReadStream(file))
    expect(piped.lines.map(({ issues }) => issues.length)).toEqual([1, 0])
    expect(piped.mostBytes).toBeLessThan(MOST_BYTES / 2)
  }, 300_000)
})
