import { Socket } from 'node:net'
import { memoryUsage } from 'node:process'
import { setFlagsFromString } from 'node:v8'
import { Worker } from 'node:worker_threads'
import { loadReference } from '../collect/reference.ts'
import { READ_LIMITS } from '../extract/read-limits.ts'
import type { ReadLimits } from '../extract/read-limits.ts'
import type { Region } from '../model/phone-number.ts'
import type { Reference } from '../model/reference.ts'
import { openEngines } from './engines/open-engines.ts'
import type { EngineOptions, OpenEngines } from './engines/open-engines.ts'
import { sendFrame, takeFrames } from './frames.ts'
import { readOne, readWithParts } from './read-one.ts'
import type { Reading, ReadMail } from './read-one.ts'
import type { WatchSetup } from './reader-watch.ts'

/** What the pool tells a new reader, and then mail by mail. parent: its own process id. */
export type ReaderSetup = {
  readonly limits: ReadLimits
  readonly engines: EngineOptions
  /** Folder that may hold tables of number ranges; null for what is shipped alone. */
  readonly data: string | null
  readonly residentMegabytes: number
  readonly parent: number
}
export type ReaderTask = {
  readonly file: string
  readonly region: Region | null
  /** Whether the words are wanted too: they may be many times what was found in them. */
  readonly withParts: boolean
  /** After a failure: only the beginning of what the mail itself says. */
  readonly isBrief: boolean
}
/** isSpent: it holds so much that the next mail may be too much for it, and it should be replaced. */
export type ReaderAnswer =
  | 'ready'
  | { readonly outcome: ReadMail | { readonly failed: string }; readonly isSpent: boolean }

/** So little that no way of writing it takes long. HTML has its style before its words. */
const BRIEF_TEXT_LENGTH = 20_000
const BRIEF_HTML_LENGTH = 100_000
const MOST_TASK_BYTES = 256 * 1024 * 1024
const MEGABYTE = 1024 * 1024
const CHANNEL = 3
/** Of the memory limit: engines never give back what they took. */
const SPENT_SHARE = 0.75

/**
 * A function is compiled to fast code after so much work in it, in bytes of code run; V8's own mark is a seventh of that.
 * Most readers live for a few hundred mails, of which compiling took a third of the time. What is run for long is fast
 * soon enough. An engine that has no such flag leaves it.
 */
setFlagsFromString('--interrupt-budget=1000000')

const briefLimits: ReadLimits = {
  ...READ_LIMITS,
  parts: 0,
  nesting: 0,
  textLength: BRIEF_TEXT_LENGTH,
  htmlLength: BRIEF_HTML_LENGTH,
  filesTextLength: 0,
  unpackedBytes: 0,
}
const channel = new Socket({ fd: CHANNEL })
/** What the pool told at the beginning. */
let begun: {
  readonly limits: ReadLimits
  readonly engines: OpenEngines
  readonly reference: Reference
  readonly spentBytes: number
} | null = null

const answer = (message: ReaderAnswer): void => sendFrame(channel, message)
const endAtOnce = (): void => void process.kill(process.pid, 'SIGKILL')

channel.on('end', endAtOnce)
channel.on('error', endAtOnce)
takeFrames<ReaderSetup | ReaderTask>(channel, MOST_TASK_BYTES, (message, bytes) =>
  'parent' in message ? void begin(message) : void read(message, bytes),
)

async function begin(setup: ReaderSetup): Promise<void> {
  const residentBytes = setup.residentMegabytes * MEGABYTE
  const watched: WatchSetup = { parent: setup.parent, residentBytes }
  const watch = new Worker(new URL('reader-watch.js', import.meta.url), {
    workerData: watched,
    resourceLimits: { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 1 },
  })
  // Unwatched it reads nothing.
  watch.on('error', endAtOnce)
  const engines = openEngines(setup.engines)
  const reference = await loadReference(setup.data)
  begun = { limits: setup.limits, engines, reference, spentBytes: residentBytes * SPENT_SHARE }
  answer('ready')
}

async function read({ file, region, withParts, isBrief }: ReaderTask, bytes: Uint8Array): Promise<void> {
  if (begun === null) return endAtOnce()
  const { spentBytes } = begun
  const tell = (outcome: ReadMail | { readonly failed: string }): void =>
    answer({ outcome, isSpent: memoryUsage.rss() > spentBytes })
  try {
    const reading: Reading = {
      engines: begun.engines.ofMail(),
      limits: isBrief ? briefLimits : begun.limits,
      reference: begun.reference,
      region,
    }
    if (withParts) tell(await readWithParts(bytes, file, reading))
    else tell({ scanned: await readOne(bytes, file, reading), parts: [], isCut: false })
  } catch (error) {
    // A bug of ours costs one mail, and is told with it.
    tell({ failed: error instanceof Error ? `${error.name}: ${error.message}` : String(error) })
  }
}
