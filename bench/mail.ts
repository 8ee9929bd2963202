import { spawn } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { simpleParser } from 'mailparser'
import { openReaderPool } from '../src/app/reader-pool.ts'
import type { ReaderPool } from '../src/app/reader-pool.ts'
import type { ScannedMessage } from '../src/model/scanned-message.ts'
import type { Benchmark, Figure } from './figures.ts'
import { machine, markdown } from './figures.ts'
import { mailIn } from './labelled-mail.ts'

const MAIL = fileURLToPath(new URL('../../shared/data/mail/', import.meta.url))
const PROGRAM = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url))
/** A quarter of the mail, all of it, all of it four times. */
const SIZES = [0.25, 1, 4] as const
const PEER = 'simpleParser of mailparser, MIME alone'
/** Taken in turns, so that whatever else the machine does weighs on both. */
const ROUNDS = 3
/** Mails on their way for each reader, as many as a scan has. */
const AHEAD = 4
const LOOK_MILLIS = 50

/** The peer as a program of its own: what it costs to start belongs to it as to ours. */
const PEER_PROGRAM = `
  import { readFile } from 'node:fs/promises'
  import { createRequire } from 'node:module'
  const { simpleParser } = createRequire(process.argv[1])('mailparser')
  for (const file of process.argv.slice(2)) await simpleParser(await readFile(file), { skipHtmlToText: true })`

/**
 * Scanning real scam mail from bytes to verdict on all cores, pictures left alone, beside a parser that takes it apart
 * and looks at nothing: once both are warm, and as programs that are started for it.
 */
export const mailBenchmark: Benchmark = async () => {
  const files = mailIn(join(MAIL, 'scam'))
  const all = await Promise.all(files.map((file) => readFile(file)))
  const figures: Figure[] = []
  const pool = openReaderPool({ pictures: 'off' })
  for (const size of SIZES) {
    const count = Math.round(all.length * size)
    const mails = Array.from({ length: count }, (_, at) => all[at % all.length] as Buffer)
    const paths = Array.from({ length: count }, (_, at) => files[at % all.length] as string)
    const megabytes = mails.reduce((sum, mail) => sum + mail.length, 0) / 1e6
    const about = `${count} mails, ${megabytes.toFixed(1)} MB`
    const tell = (work: string, [ours, peer]: readonly [number, number]): void => {
      for (const [amount, unit] of [
        [count, 'mails/s'],
        [megabytes, 'MB/s'],
      ] as const)
        figures.push({
          work,
          size: about,
          ours: amount / (ours / 1000),
          unit,
          peer: { name: PEER, value: amount / (peer / 1000) },
        })
    }
    let most = 0
    const watch = setInterval(() => (most = Math.max(most, residentMegabytes(process.pid))), LOOK_MILLIS)
    const warm = await inTurns(
      () => readAll(pool, mails),
      () => parseAll(mails),
    )
    const cold = await inTurns(
      () => ended([PROGRAM, 'scan', '--json', '--ocr', 'off', ...paths]),
      () => ended(['--input-type=module', '--eval', PEER_PROGRAM, fileURLToPath(import.meta.url), ...paths]),
    )
    clearInterval(watch)
    tell('scan scam mail, all cores, warm', warm)
    tell('scan scam mail, all cores, program started for it', cold)
    if (most > 0)
      figures.push({ work: 'the same, memory of all readers at most', size: about, ours: most, unit: 'MB resident' })
  }
  await pool.close()
  return figures
}

/** Milliseconds of each, the median of rounds after one that is not counted. */
async function inTurns(ours: () => Promise<void>, peer: () => Promise<void>): Promise<[number, number]> {
  const times: [number[], number[]] = [[], []]
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [index, work] of [ours, peer].entries()) {
      const startedAt = performance.now()
      await work()
      if (round > 0) times[index]?.push(performance.now() - startedAt)
    }
  }
  return times.map((own) => own.sort((a, b) => a - b)[own.length >> 1] ?? 0) as [number, number]
}

async function readAll(pool: ReaderPool, mails: readonly Buffer[]): Promise<void> {
  const underway: Promise<ScannedMessage>[] = []
  const take = async (): Promise<void> => {
    const { issues } = (await underway.shift()) as ScannedMessage
    if (issues.some(({ code }) => code === 'worker_died' || code === 'time_limit')) throw new Error('a mail was lost')
  }
  for (const [at, bytes] of mails.entries()) {
    if (underway.length >= pool.jobs * AHEAD) await take()
    underway.push(pool.read({ file: String(at), bytes }))
  }
  while (underway.length > 0) await take()
}

async function parseAll(mails: readonly Buffer[]): Promise<void> {
  for (const mail of mails) await simpleParser(mail, { skipHtmlToText: true })
}

/** Runs a program to its end; what it prints is read and thrown away. */
function ended(args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] })
  child.stdout.resume()
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`${args[0]} ended with ${code}`))))
  })
}

/** Of the readers of a process; 0 where the system does not tell. */
function residentMegabytes(pid: number): number {
  try {
    return readdirSync(`/proc/${pid}/task`)
      .flatMap((task) => readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').trim().split(' '))
      .filter((child) => child !== '' && /reader-worker/.test(readFileSync(`/proc/${child}/cmdline`, 'utf8')))
      .map((child) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child}/status`, 'utf8'))?.[1] ?? 0) / 1024)
      .reduce((sum, own) => sum + own, 0)
  } catch (error) {
    // A process that ends while it is looked at, and systems without /proc.
    if ((error as NodeJS.ErrnoException).code !== undefined) return 0
    throw error
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(`# Mail scan, ${machine()}\n\n${markdown(await mailBenchmark())}`)
}
