import { createHash } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { READ_LIMITS } from '../extract/read-limits.ts'
import type { ReadLimits } from '../extract/read-limits.ts'
import { issue } from '../model/issue.ts'
import type { Issue } from '../model/issue.ts'
import type { Region } from '../model/phone-number.ts'
import type { ScannedMessage } from '../model/scanned-message.ts'
import type { PictureReading } from './engines/engine-task.ts'
import type { ReadMail } from './read-one.ts'
import { startReader } from './reader-process.ts'
import type { ReaderProcess } from './reader-process.ts'
import type { ReaderAnswer } from './reader-worker.ts'
import { unreadMessage } from './unread-message.ts'

export type PoolOptions = {
  /** Readers at most; one is started at once, the others as there is work for them. */
  readonly jobs?: number
  /** Where national numbers belong when nothing in the mail tells. */
  readonly region?: Region | null
  /** How much of what is drawn is read. */
  readonly pictures?: PictureReading
  /** Folder that may hold tables of number ranges beside those shipped; null for none. */
  readonly data?: string | null
  /** Where what was read from pictures is kept; null for nowhere. */
  readonly cacheFolder?: string | null
  /** For one mail, all attempts to read it together. */
  readonly timeLimitMillis?: number
  /** Resident, of each reader; one that reads a heavy mail alone may hold what two do. */
  readonly memoryLimitMegabytes?: number
  readonly limits?: ReadLimits
}

export type MailToRead = { readonly file: string; readonly bytes: Uint8Array; readonly region?: Region | null }

/**
 * Processes that read mail. A mail that breaks one is told as an issue, and its beginning is read by another.
 */
export type ReaderPool = {
  readonly jobs: number
  /** Reads one mail when a reader is free. region: else the pool's own. */
  read(mail: MailToRead): Promise<ScannedMessage>
  /** The same, with the words of the mail and the places of the numbers in them. */
  readWithParts(mail: MailToRead): Promise<ReadMail>
  close(): Promise<void>
}

type Waiting = {
  readonly mail: MailToRead
  readonly withParts: boolean
  /** Read alone, by a reader that may hold more. */
  isHeavy: boolean
  /** What readers may still take for it; that it waits for one does not count. */
  leftMillis: number
  /** Why reading all of it failed; then its beginning is read. */
  failure: Issue | null
  resolve(read: ReadMail): void
  reject(error: unknown): void
}

/** waiting: what it is reading, since givenAt by the clock of this process. */
type Reader = {
  readonly process: ReaderProcess
  isReady: boolean
  waiting: Waiting | null
  givenAt: number
  timer: NodeJS.Timeout | undefined
}

const closed = issue('worker_died', { saw: 'the pool was closed' })

/** Of a mail, unless somebody says otherwise; without pictures and with them. */
const PLAIN_LIMIT_MILLIS = 10_000
const LIMIT_MILLIS = 60_000
const HEAVY_BYTES = 12 * 1024 * 1024
/** Of a mail that could not be read, so much is read again without its attachments. */
const BEGINNING_BYTES = 256 * 1024
/** Of the time limit, what reading all of a mail may take; the rest is for its beginning. */
const WHOLE_SHARE = 0.7
const LEAST_BRIEF_MILLIS = 2_000
/** With the process that asks, two readers stay below 1 GB. */
const MEMORY_LIMIT_MEGABYTES = 352
/** One after the other: a machine may be short of processes for a moment, and one that lacks a file stays so. */
const MOST_FAILED_STARTS = 3

export function openReaderPool({
  jobs = availableParallelism(),
  region = null,
  pictures = 'auto',
  data = null,
  cacheFolder = null,
  timeLimitMillis = pictures === 'off' ? PLAIN_LIMIT_MILLIS : LIMIT_MILLIS,
  memoryLimitMegabytes = MEMORY_LIMIT_MEGABYTES,
  limits = READ_LIMITS,
}: PoolOptions = {}): ReaderPool {
  const queue: Waiting[] = []
  const readers = new Set<Reader>()
  const ending = new Set<Promise<void>>()
  /** Whether the readers there are may hold more; then there is one. */
  let areHeavy = false
  let isClosed = false
  let failedStarts = 0

  const handOut = (): void => {
    const [first] = queue
    if (!first || isClosed) return
    if (first.isHeavy !== areHeavy) {
      if ([...readers].some(({ waiting }) => waiting !== null)) return
      for (const reader of readers) dismiss(reader)
      areHeavy = first.isHeavy
    }
    for (const reader of readers) {
      if (queue[0]?.isHeavy !== areHeavy) break
      if (reader.isReady && reader.waiting === null) give(reader, queue.shift() as Waiting)
    }
    const starting = [...readers].filter(({ isReady }) => !isReady).length
    const isMoreWanted = queue.length > starting && queue[0]?.isHeavy === areHeavy
    if (isMoreWanted && readers.size < (areHeavy ? 1 : jobs)) start()
  }

  const give = (reader: Reader, waiting: Waiting): void => {
    const { mail, withParts, failure } = waiting
    const left = failure
      ? Math.max(waiting.leftMillis, LEAST_BRIEF_MILLIS)
      : waiting.leftMillis - timeLimitMillis * (1 - WHOLE_SHARE)
    reader.waiting = waiting
    reader.givenAt = performance.now()
    reader.timer = setTimeout(() => lose(reader, issue('time_limit', { saw: `${timeLimitMillis / 1000} s` })), left)
    const task = { file: mail.file, region: mail.region ?? region, withParts, isBrief: failure !== null }
    reader.process.give(task, failure ? mail.bytes.subarray(0, BEGINNING_BYTES) : mail.bytes)
  }

  const start = (): void => {
    const residentMegabytes = areHeavy ? 2 * memoryLimitMegabytes : memoryLimitMegabytes
    const setup = { limits, engines: { pictures, cacheFolder, timeLimitMillis }, data, residentMegabytes }
    const reader: Reader = {
      process: startReader(setup, {
        onReady() {
          reader.isReady = true
          failedStarts = 0
          handOut()
        },
        onAnswer(answer) {
          done(reader, answer)
          handOut()
        },
        onDeath: (why) => lose(reader, why),
        onFailedStart(error) {
          dismiss(reader)
          failedStarts++
          if (failedStarts < MOST_FAILED_STARTS) return handOut()
          for (const { reject } of queue.splice(0)) reject(error)
        },
      }),
      isReady: false,
      waiting: null,
      givenAt: 0,
      timer: undefined,
    }
    readers.add(reader)
  }

  const done = (reader: Reader, { outcome, isSpent }: Exclude<ReaderAnswer, 'ready'>): void => {
    const waiting = takeFrom(reader)
    if (isSpent) dismiss(reader)
    if (!waiting) return
    if ('failed' in outcome) readAgain(waiting, issue('worker_died', { saw: outcome.failed }))
    else waiting.resolve(waiting.failure ? briefly(waiting, waiting.failure, outcome) : outcome)
  }

  /** Whatever else stands in a mail and breaks its reader, the words it begins with are read. */
  const readAgain = (waiting: Waiting, why: Issue): void => {
    if (isClosed || waiting.failure) return waiting.resolve(unread(waiting, waiting.failure ?? why))
    if (why.code === 'memory_limit' && !waiting.isHeavy) waiting.isHeavy = true
    else {
      waiting.failure = why
      waiting.isHeavy = areHeavy
    }
    queue.unshift(waiting)
  }

  /** A reader that is gone, or has to go, takes its mail with it. */
  const lose = (reader: Reader, why: Issue): void => {
    const waiting = takeFrom(reader)
    dismiss(reader)
    if (waiting) readAgain(waiting, why)
    handOut()
  }

  const takeFrom = (reader: Reader): Waiting | null => {
    clearTimeout(reader.timer)
    const { waiting } = reader
    reader.waiting = null
    if (waiting) waiting.leftMillis -= performance.now() - reader.givenAt
    return waiting
  }

  const dismiss = (reader: Reader): void => {
    if (!readers.delete(reader)) return
    const end = reader.process.kill().finally(() => ending.delete(end))
    ending.add(end)
  }

  const enqueue = (mail: MailToRead, withParts: boolean): Promise<ReadMail> =>
    new Promise((resolve, reject) => {
      const isHeavy = mail.bytes.length > HEAVY_BYTES
      const waiting: Waiting = { mail, withParts, isHeavy, leftMillis: timeLimitMillis, failure: null, resolve, reject }
      if (isClosed) return resolve(unread(waiting, closed))
      queue.push(waiting)
      handOut()
    })

  start()
  return {
    jobs,
    read: async (mail) => (await enqueue(mail, false)).scanned,
    readWithParts: (mail) => enqueue(mail, true),
    async close() {
      isClosed = true
      for (const waiting of queue.splice(0)) waiting.resolve(unread(waiting, closed))
      for (const reader of readers) lose(reader, closed)
      await Promise.all(ending)
    },
  }
}

function unread({ mail }: Waiting, why: Issue): ReadMail {
  return { scanned: unreadMessage(mail.file, idOf(mail), why), parts: [], isCut: false }
}

/** What a second reading found, under the whole mail's id and with what stopped the first. That it ends early is our doing. */
function briefly({ mail }: Waiting, failure: Issue, { scanned, ...words }: ReadMail): ReadMail {
  const issues = [failure, ...scanned.issues.filter(({ code }) => code !== 'message_truncated')]
  return { ...words, scanned: { ...scanned, id: idOf(mail), issues } }
}

function idOf({ bytes }: MailToRead): string {
  return createHash('sha256').update(bytes).digest('hex')
}
