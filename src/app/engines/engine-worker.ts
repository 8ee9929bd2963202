import { parentPort, workerData } from 'node:worker_threads'
import type { DrawnText, ReadingLanguage } from '../../extract/engines.ts'
import type { GreyPicture } from '../../extract/picture/grey-picture.ts'
import { barcodes } from './barcodes.ts'
import type { EngineAnswer, EngineSetup, EngineTask } from './engine-task.ts'
import { heicPicture } from './heic-picture.ts'
import { ocrCache } from './ocr-cache.ts'
import { pdfReader } from './pdf-reader.ts'
import { readDrawn } from './read-drawn.ts'
import type { Reading } from './read-drawn.ts'
import { tesseract } from './tesseract.ts'

/** The engines of one reader, each opened when it is first needed. */
const { cacheFolder } = workerData as EngineSetup
const readers = { findCodes: barcodes(), recognize: tesseract() }
const readPdf = pdfReader()
const cache = cacheFolder === null ? null : ocrCache(cacheFolder)

async function readCached(picture: GreyPicture, language: ReadingLanguage, reading: Reading): Promise<DrawnText> {
  const kept = await cache?.get(picture, language)
  if (kept) return kept
  const drawn = await readDrawn(picture, language, reading, readers)
  // What time or a broken engine cut short is read again another time.
  if (reading.isTime() && drawn.failure === undefined) await cache?.put(picture, language, drawn)
  return drawn
}

async function work(task: EngineTask): Promise<EngineAnswer> {
  const endsAt = performance.now() + task.timeMillis
  const isTime = (): boolean => performance.now() < endsAt
  if (task.work === 'heic') return { heic: await heicPicture(task.bytes) }
  if (task.work === 'picture')
    return { drawn: await readCached(task.picture, task.language, { isTime, tell: (soFar) => answer({ soFar }) }) }
  const pdf = await readPdf(task.bytes, {
    passwords: task.passwords,
    pictures: task.pictures,
    tell: (event) => answer({ event }),
    readDrawn: async (picture, tell) => (isTime() ? readCached(picture, task.language, { isTime, tell }) : null),
  })
  return { pdf }
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
const answer = (message: EngineAnswer): void => parentPort?.postMessage(message)

parentPort?.on('message', async (task: EngineTask) => {
  try {
    answer(await work(task))
  } catch (error) {
    answer({ failed: error instanceof Error ? `${error.name}: ${error.message}` : String(error) })
  }
})
