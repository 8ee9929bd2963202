import { memoryUsage } from 'node:process'
import { workerData } from 'node:worker_threads'

/** parent: process id of the process the reader reads for. */
export type WatchSetup = { readonly parent: number; readonly residentBytes: number }

const EVERY_MILLIS = 15

/**
 * A thread of a reader's process that ends the process when it holds too much memory, of whatever kind, or has lost its
 * parent: also while the reader itself is busy and sees nothing of it.
 */
const { parent, residentBytes } = workerData as WatchSetup
const never = new Int32Array(new SharedArrayBuffer(4))
for (;;) {
  if (process.ppid !== parent || memoryUsage.rss() > residentBytes) process.kill(process.pid, 'SIGKILL')
  Atomics.wait(never, 0, 0, EVERY_MILLIS)
}
