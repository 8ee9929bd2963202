import { Worker } from 'node:worker_threads'
import type { DrawnText } from '../../extract/engines.ts'
import type { EngineAnswer, EngineSetup, EngineTask } from './engine-task.ts'
import type { PdfEvent } from './pdf-reader.ts'

const WORKER = new URL('../../../dist/app/engines/engine-worker.js', import.meta.url)
const HEAP_MEGABYTES = 192
/** A thread gets this much longer than it was told, to end in order. */
const GRACE_MILLIS = 500

/** What is told before the end. */
export type OnTheWay = { readonly event: PdfEvent } | { readonly soFar: DrawnText }

export type EngineEnd = Exclude<EngineAnswer, OnTheWay> | 'late'

/** A thread for engines, which nothing but the end of the thread stops in the middle of their work. */
export type EngineThread = {
  /** One task at a time. Out: `late` where it took longer than it may; what it told before counts. */
  run(task: EngineTask, onTheWay?: (told: OnTheWay) => void): Promise<EngineEnd>
  close(): Promise<void>
}

/** Starts the thread with the first task, and a new one after a task that ended it. */
export function engineThread(setup: EngineSetup): EngineThread {
  let thread: Worker | null = null
  const end = async (): Promise<void> => {
    const last = thread
    thread = null
    await last?.terminate()
  }
  return {
    close: end,
    run(task, onTheWay) {
      thread ??= start(setup)
      const own = thread
      own.ref()
      return new Promise((resolve) => {
        const done = (answer: EngineEnd): void => {
          clearTimeout(timer)
          own.off('message', hear).off('error', breaks).off('exit', ends)
          own.unref()
          resolve(answer)
        }
        const hear = (answer: EngineAnswer): void => {
          if ('event' in answer || 'soFar' in answer) onTheWay?.(answer)
          else done(answer)
        }
        const lose = (how: EngineEnd): void => {
          done(how)
          void end()
        }
        const breaks = (error: Error): void => lose({ failed: `${error.name}: ${error.message}` })
        const ends = (code: number): void => lose({ failed: `the engine ended with code ${code}` })
        const timer = setTimeout(lose, task.timeMillis + GRACE_MILLIS, 'late')
        own.on('message', hear).on('error', breaks).on('exit', ends)
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
        own.postMessage(task)
      })
    },
  }
}

function start(setup: EngineSetup): Worker {
  const thread = new Worker(WORKER, {
    workerData: setup,
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES },
  })
  // What engines complain of in hostile files is told by their answers.
  thread.stdout.resume()
  thread.stderr.resume()
  // Between tasks it keeps nobody waiting.
  thread.unref()
  return thread
}
