import { createHash } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { READ_LIMITS } from '../extract/read-message.ts'
import type { ReadLimits } from '../extract/read-message.ts'
import { IntelError } from '../model/failures.ts'
import { issue } from '../model/issue.ts'
import type { Issue } from '../model/issue.ts'
import type { Region } from '../model/phone-number.ts'
import type { ScannedMessage } from '../model/scanned-message.ts'
import type { ReadMail } from './read-one.ts'
import type { ReaderAnswer, ReaderSetup, ReaderTask } from './reader-worker.ts'
import { unreadMessage } from './unread-message.ts'

export type PoolOptions = {
  /** Worker threads at most; they start as there is work for them. */
  readonly jobs?: number
  /** Where national numbers belong when nothing in the mail tells. */
  readonly region?: Region | null
  readonly timeLimitMillis?: number
  /** Of the JavaScript heap of each worker. */
  readonly memoryLimitMegabytes?: number
  readonly limits?: ReadLimits
}

export type MailToRead = { readonly file: string; readonly bytes: Uint8Array; readonly region?: Region | null }

/** Threads that read mail. A mail that breaks one is told as an issue, and only its beginning is read; the thread is replaced. */
export type ReaderPool = {
  readonly jobs: number
  /** Reads one mail when a thread is free. The bytes are moved away from the caller. region: else the pool's own. */
  read(mail: MailToRead): Promise<ScannedMessage>
  /** The same, with the words of the mail and the places of the numbers in them. */
  readWithParts(mail: MailToRead): Promise<ReadMail>
  close(): Promise<void>
}

type Waiting = {
  task: ReaderTask
  /** In bytes; the task's own go to the thread that reads it. */
  weight: number
  readonly id: string
  /** What a second, brief reading is given; the task's bytes are gone by then. */
  beginning: Uint8Array
  /** Why the first reading failed. */
  failure: Issue | null
  resolve(read: ReadMail): void
  reject(error: unknown): void
}

/** One thread; mail: what it is reading. */
type Reader = { readonly thread: Worker; isReady: boolean; mail: Waiting | null; timer: NodeJS.Timeout | undefined }

const closed = issue('worker_died', { saw: 'the pool was closed' })

const WORKER = new URL('../../dist/app/reader-worker.js', import.meta.url)
const YOUNG_GENERATION_MEGABYTES = 32
const STACK_MEGABYTES = 4
/** Of a mail that could not be read, so much is read again without its attachments. */
const BEGINNING_BYTES = 1024 * 1024
const BRIEF_LIMIT_MILLIS = 3_000
/** Mails that are read side by side weigh no more together; a heavier one is read alone. Reading takes many times that. */
const MOST_BYTES_AT_WORK = 24 * 1024 * 1024

export function openReaderPool({
  jobs = availableParallelism(),
  region = null,
  timeLimitMillis = 10_000,
  memoryLimitMegabytes = 384,
  limits = READ_LIMITS,
}: PoolOptions = {}): ReaderPool {
  const queue: Waiting[] = []
  const readers = new Set<Reader>()
  let isClosed = false

  const isRoomFor = ({ weight }: Waiting): boolean => {
    const atWork = [...readers].reduce((sum, { mail }) => sum + (mail?.weight ?? 0), 0)
    return atWork === 0 || atWork + weight <= MOST_BYTES_AT_WORK
  }

  const handOut = (): void => {
    for (const reader of readers) {
      const [mail] = queue
      if (!mail || !isRoomFor(mail)) return
      if (reader.isReady && reader.mail === null) {
        queue.shift()
        give(reader, mail)
      }
    }
    const starting = [...readers].filter(({ isReady }) => !isReady).length
    if (queue.length > starting && readers.size < jobs && !isClosed) start()
  }

  const give = (reader: Reader, mail: Waiting): void => {
    reader.mail = mail
    if (!mail.failure) mail.beginning = mail.task.bytes.slice(0, BEGINNING_BYTES)
    reader.timer = setTimeout(
      () => void lose(reader, issue('time_limit', { saw: `${timeLimitMillis / 1000} s` })),
      mail.failure ? BRIEF_LIMIT_MILLIS : timeLimitMillis,
    )
    reader.thread.postMessage(mail.task, [mail.task.bytes.buffer as ArrayBuffer])
  }

  const start = (): void => {
    const setup: ReaderSetup = { limits }
    const thread = new Worker(WORKER, {
      workerData: setup,
      stderr: true,
      resourceLimits: {
        maxOldGenerationSizeMb: memoryLimitMegabytes,
        maxYoungGenerationSizeMb: YOUNG_GENERATION_MEGABYTES,
        stackSizeMb: STACK_MEGABYTES,
      },
    })
    // PDFium's complaints about hostile files; what breaks a thread is told by its error.
    thread.stderr.resume()
    const reader: Reader = { thread, isReady: false, mail: null, timer: undefined }
    readers.add(reader)
    thread.on('message', (answer: ReaderAnswer) => {
      if (answer === 'ready') reader.isReady = true
      else done(reader, answer)
      handOut()
    })
    thread.on('error', (error: NodeJS.ErrnoException) => {
      if (!reader.isReady) return giveUp(reader, error)
      const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      void lose(reader, issue(isMemory ? 'memory_limit' : 'worker_died', { saw: error.message }))
    })
    thread.on('exit', (code) => {
      if (!reader.isReady)
        return giveUp(reader, new IntelError('bad_config', `a reader did not start: exit code ${code}`))
      void lose(reader, issue('worker_died', { saw: `exit code ${code}` }))
    })
  }

  const done = (reader: Reader, answer: Exclude<ReaderAnswer, 'ready'>): void => {
    clearTimeout(reader.timer)
    const { mail } = reader
    reader.mail = null
    if (!mail) return
    if ('scanned' in answer) mail.resolve(mail.failure ? briefly(mail, mail.failure, answer) : answer)
    else readAgain(mail, issue('worker_died', { saw: answer.failed }))
  }

  /** Whatever else stands in a mail and breaks its reader, the words it begins with are read. */
  const readAgain = (mail: Waiting, why: Issue): void => {
    if (isClosed || mail.failure) return mail.resolve(unread(mail, mail.failure ?? why))
    mail.failure = why
    mail.task = { ...mail.task, bytes: mail.beginning, isBrief: true }
    mail.weight = mail.beginning.length
    queue.unshift(mail)
  }

  /** A thread that is gone, or has to go, takes its mail with it. */
  const lose = async (reader: Reader, why: Issue): Promise<void> => {
    if (!readers.delete(reader)) return
    clearTimeout(reader.timer)
    const { mail } = reader
    reader.mail = null
    await reader.thread.terminate()
    if (mail) readAgain(mail, why)
    handOut()
  }

  /** A thread that cannot even start: neither would the next one. */
  const giveUp = (reader: Reader, error: unknown): void => {
    if (!readers.delete(reader)) return
    for (const mail of queue.splice(0)) mail.reject(error)
  }

  const enqueue = ({ file, bytes, region: own = region }: MailToRead, withParts: boolean): Promise<ReadMail> =>
    new Promise((resolve, reject) => {
      const id = createHash('sha256').update(bytes).digest('hex')
      const task = { file, bytes: movable(bytes), region: own, withParts, isBrief: false }
      queue.push({ task, weight: bytes.length, id, beginning: new Uint8Array(), failure: null, resolve, reject })
      handOut()
    })

  return {
    jobs,
    read: async (mail) => (await enqueue(mail, false)).scanned,
    readWithParts: (mail) => enqueue(mail, true),
    async close() {
      isClosed = true
      for (const mail of queue.splice(0)) mail.resolve(unread(mail, closed))
      await Promise.all([...readers].map((reader) => lose(reader, closed)))
    },
  }
}

function unread({ task, id }: Waiting, why: Issue): ReadMail {
  return { scanned: unreadMessage(task.file, id, why), parts: [], isCut: false }
}

/** What a second reading found, under the whole mail's id and with what stopped the first. That it ends early is our doing. */
function briefly({ id }: Waiting, failure: Issue, { scanned, ...words }: ReadMail): ReadMail {
  const issues = [failure, ...scanned.issues.filter(({ code }) => code !== 'message_truncated')]
  return { ...words, scanned: { ...scanned, id, issues } }
}

/** Bytes that own their memory: only those can be moved to another thread without a copy. */
function movable(bytes: Uint8Array): Uint8Array {
  const ownsAll = bytes.byteOffset === 0 && bytes.byteLength === bytes.buffer.byteLength
  return ownsAll && bytes.buffer instanceof ArrayBuffer ? new Uint8Array(bytes.buffer) : Uint8Array.from(bytes)
}
