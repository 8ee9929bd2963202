import { fork } from 'node:child_process'
import { totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'
import { IntelError } from '../model/failures.ts'
import { toldError } from '../model/told-failure.ts'
import type { LearnerAnswer, LearnerSetup } from './forecast-worker.ts'

/** A process that learns which numbers come next. */
export type Learner = {
  /** How many numbers it learnt from. Rejects with an IntelError, or with what is a bug; never resolves once killed. */
  readonly learnt: Promise<number>
  /** Ends it at once; resolves when it is gone. What was kept before stays as it was. */
  kill(): Promise<void>
}

const WORKER = new URL('../../dist/app/forecast-worker.js', import.meta.url)

/** Of the memory of the machine, what learning may take. */
const MEMORY_SHARE = 0.5

/** Starts one. It is not asked by Ctrl-C, which is for the process that serves, and dies with that. */
export function startLearner(setup: Omit<LearnerSetup, 'parent' | 'residentBytes'>): Learner {
  const residentBytes = totalmem() * MEMORY_SHARE
  const child = fork(fileURLToPath(WORKER), {
    execArgv: [`--max-old-space-size=${Math.round(residentBytes / 1024 ** 2)}`],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    detached: true,
  })
  let isKilled = false
  const gone = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`))
  })
  const learnt = new Promise<number>((resolve, reject) => {
    child.once('message', (answer: LearnerAnswer) => {
      if ('hits' in answer) resolve(answer.hits)
      else reject(toldError(answer))
    })
    void gone.then((how) => isKilled || reject(endedEarly(how)))
  })
  // The answer to a process that is gone already.
  child.send({ ...setup, parent: process.pid, residentBytes } satisfies LearnerSetup, () => {})
  return {
    learnt,
    async kill() {
      isKilled = true
      child.kill('SIGKILL')
      await gone
    },
  }
}

function endedEarly(how: string): IntelError {
  return new IntelError('limit_exceeded', `learning the forecast ended early: ${how}`, {
    hint: 'ringtrace forecast learns it by hand; the memory of the machine may be too little for it',
  })
}
