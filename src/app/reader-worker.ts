import { parentPort, workerData } from 'node:worker_threads'
import { loadReference } from '../collect/reference.ts'
import type { ReadLimits } from '../extract/read-message.ts'
import type { Region } from '../model/phone-number.ts'
import { pdfEngine } from './engines/pdf-engine.ts'
import { readOne, readWithParts } from './read-one.ts'
import type { Reading, ReadMail } from './read-one.ts'

/** What the pool hands to a new worker, and then mail by mail. */
export type ReaderSetup = { readonly limits: ReadLimits }
export type ReaderTask = {
  readonly file: string
  readonly bytes: Uint8Array
  readonly region: Region | null
  /** Whether the words are wanted too: they may be many times what was found in them. */
  readonly withParts: boolean
  /** After a failure: only the beginning of what the mail itself says. */
  readonly isBrief: boolean
}
export type ReaderAnswer = ReadMail | { readonly failed: string } | 'ready'

/** So little text that no way of writing it takes long. */
const BRIEF_LENGTH = 200_000

const { limits } = workerData as ReaderSetup
const reference = await loadReference()
const briefLimits: ReadLimits = {
  parts: 0,
  nesting: 0,
  textLength: BRIEF_LENGTH,
  htmlLength: BRIEF_LENGTH,
  unpackedBytes: 0,
}
const engines = { readPdf: pdfEngine() }

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
const answer = (message: ReaderAnswer): void => parentPort?.postMessage(message)

parentPort?.on('message', async ({ file, bytes, region, withParts, isBrief }: ReaderTask) => {
  const reading: Reading = { engines, limits: isBrief ? briefLimits : limits, reference, region }
  try {
    if (withParts) answer(await readWithParts(bytes, file, reading))
    else answer({ scanned: await readOne(bytes, file, reading), parts: [], isCut: false })
  } catch (error) {
    // A bug of ours costs one mail, and is told with it.
    answer({ failed: error instanceof Error ? `${error.name}: ${error.message}` : String(error) })
  }
})
answer('ready')
