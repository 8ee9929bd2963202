import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import type { Duplex } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { IntelError } from '../model/failures.ts'
import { issue } from '../model/issue.ts'
import type { Issue } from '../model/issue.ts'
import { sendFrame, takeFrames } from './frames.ts'
import type { ReaderAnswer, ReaderSetup, ReaderTask } from './reader-worker.ts'

/** A process that reads mails, one after the other. */
export type ReaderProcess = {
  give(task: ReaderTask, bytes: Uint8Array): void
  /** Ends it at once, whatever it is doing; resolves when it is gone. */
  kill(): Promise<void>
}

export type ReaderEvents = {
  onReady(): void
  onAnswer(answer: Exclude<ReaderAnswer, 'ready'>): void
  /** It ended and nobody killed it here. */
  onDeath(why: Issue): void
  /** It did not come so far as to read: neither would the next one. */
  onFailedStart(error: IntelError): void
}

const WORKER = new URL('../../dist/app/reader-worker.js', import.meta.url)
/** The channel to the reader: its stdout and stderr are where engines complain about hostile files. */
const CHANNEL = 3
/** Of what is resident, so much is not the JavaScript heap: the program itself, young objects, bytes of mails, engines. */
const BESIDE_HEAP_MEGABYTES = 128
const STACK_KILOBYTES = 3_600
/** Far more than the words and numbers that a reader lets through. */
const MOST_ANSWER_BYTES = 64 * 1024 * 1024
const START_LIMIT_MILLIS = 60_000
/** What ends a process that finds no more memory: the kernel, its own watch, the JavaScript engine. */
const OUT_OF_MEMORY: ReadonlySet<string> = new Set(['SIGKILL', 'SIGABRT', 'SIGTRAP'])

/**
 * Starts a reader. It knows nothing of the environment, is not asked by Ctrl-C, which is for the process that reads for
 * somebody, and dies with that.
 */
export function startReader(setup: Omit<ReaderSetup, 'parent'>, events: ReaderEvents): ReaderProcess {
  const flags = [
    `--max-old-space-size=${Math.max(32, setup.residentMegabytes - BESIDE_HEAP_MEGABYTES)}`,
    `--stack-size=${STACK_KILOBYTES}`,
  ]
  const child = spawn(process.execPath, [...flags, fileURLToPath(WORKER)], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    detached: true,
    env: {},
  })
  const channel = child.stdio[CHANNEL] as Duplex
  const gone = exitOf(child)
  let [isReady, isKilled] = [false, false]
  const late = setTimeout(() => child.kill('SIGKILL'), START_LIMIT_MILLIS)
  // Told by the exit; a reader that died does not take what is sent to it.
  channel.on('error', () => child.kill('SIGKILL'))
  takeFrames<ReaderAnswer>(channel, MOST_ANSWER_BYTES, (answer) => {
    if (isKilled) return
    if (answer !== 'ready') return events.onAnswer(answer)
    isReady = true
    clearTimeout(late)
    events.onReady()
  })
  void gone.then((how) => {
    clearTimeout(late)
    if (isKilled) return
    if (!isReady) return events.onFailedStart(new IntelError('bad_config', `a reader did not start: ${how}`))
    events.onDeath(issue(OUT_OF_MEMORY.has(how) ? 'memory_limit' : 'worker_died', { saw: how }))
  })
  sendFrame(channel, { ...setup, parent: process.pid } satisfies ReaderSetup)
  return {
    give: (task, bytes) => sendFrame(channel, task, bytes),
    async kill() {
      isKilled = true
      child.kill('SIGKILL')
      await gone
    },
  }
}

/** How a process ended, in a word. */
function exitOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`))
  })
}
