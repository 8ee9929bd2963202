import { isLargeEnough } from '../../extract/picture/large-enough.ts'
import type { DrawnText, Engines, PdfPage, PdfText, PictureText } from '../../extract/engines.ts'
import { pictureHash } from '../../extract/picture/picture-hash.ts'
import { pictureSize } from '../../extract/picture/picture-size.ts'
import { decodePicture } from './decode-picture.ts'
import type { DecodedPicture } from './decoded-picture.ts'
import type { EngineTask, PictureReading } from './engine-task.ts'
import { engineThread } from './engine-thread.ts'
import type { EngineEnd, EngineThread } from './engine-thread.ts'

/** pictures: how much of what is drawn is read; cacheFolder: where what was read is kept, null for nowhere. */
export type EngineOptions = {
  readonly pictures: PictureReading
  readonly cacheFolder: string | null
  /** Of a whole mail; engines end well before. */
  readonly timeLimitMillis: number
}

export type OpenEngines = {
  /** The engines for one mail, with its own share of time and pictures. */
  ofMail(): Engines
  close(): Promise<void>
}

/** Of the time of a mail; the rest is for the mail itself, and for telling what was read. */
const SHARE_OF_TIME = 0.6
const MOST_MILLIS = { pdf: Infinity, plainPdf: 4_000, picture: 15_000, heic: 8_000 } as const
const LEAST_MILLIS = 250
const MOST_PICTURES = { auto: 25, all: 100 } as const

/** Opens nothing yet: engines start with the first file that wants them. */
export function openEngines({ pictures, cacheFolder, timeLimitMillis }: EngineOptions): OpenEngines {
  const thread = engineThread({ cacheFolder })
  return {
    ofMail() {
      const endsAt = performance.now() + timeLimitMillis * SHARE_OF_TIME
      const timeFor = (most: number): number => Math.min(most, endsAt - performance.now())
      let read = 0
      return {
        readPdf: (bytes, passwords, language) => {
          const timeMillis = timeFor(pictures === 'off' ? MOST_MILLIS.plainPdf : MOST_MILLIS.pdf)
          if (timeMillis < LEAST_MILLIS) return Promise.resolve(unreadPdf)
          return readPdf(thread, { work: 'pdf', bytes, passwords, language, pictures, timeMillis })
        },
        async readPicture(bytes, language) {
          // To open pictures takes longer than all else there is to read of a mail.
          if (pictures === 'off') return isTooSmall(bytes) ? blank : unreadPicture(null, 'OCR is off')
          if (timeFor(Infinity) < LEAST_MILLIS) return unreadPicture(null, LATE)
          const picture = await decoded(bytes, thread, timeFor(MOST_MILLIS.heic))
          if ('issue' in picture) return { ...blank, ...picture }
          const { frames, framesLeft } = picture
          const hash = frames[0] ? pictureHash(frames[0]) : null
          const texts: PictureText[] = []
          for (const frame of frames) {
            const timeMillis = timeFor(MOST_MILLIS.picture)
            if (read++ >= MOST_PICTURES[pictures]) texts.push(unreadPicture(hash, 'too many pictures'))
            else if (timeMillis < LEAST_MILLIS) texts.push(unreadPicture(hash, LATE))
            else texts.push(await readFrame(thread, { work: 'picture', picture: frame, language, timeMillis }, hash))
          }
          return framesLeft > 0 ? joined(hash, [...texts, leftOut(framesLeft)]) : joined(hash, texts)
        },
      }
    },
    close: () => thread.close(),
  }
}

const HEIC = /^[^]{4}ftyp(?:hei[cxms]|hev[cx]|mif1|msf1|avif)/

const LATE = 'no time left'

function isTooSmall(bytes: Uint8Array): boolean {
  const size = pictureSize(bytes)
  return size !== null && !isLargeEnough(size)
}

const unreadPdf: PdfText = { pages: [], issue: 'pdf_pages_skipped', facts: null, files: [], filesLeft: 0 }

const blank: PictureText = { text: '', codes: [], pictureHash: null, issue: null }

function unreadPicture(pictureHash: string | null, why: string): PictureText {
  return { ...blank, pictureHash, issue: 'picture_unread', why }
}

function leftOut(frames: number): PictureText {
  return { ...blank, issue: 'picture_frames_skipped', why: `${frames} more` }
}

async function decoded(bytes: Uint8Array, thread: EngineThread, timeMillis: number): Promise<DecodedPicture> {
  if (!HEIC.test(Buffer.from(bytes.subarray(0, 16)).toString('latin1'))) return decodePicture(bytes)
  const end = await thread.run({ work: 'heic', bytes, timeMillis })
  if (end === 'late') return { issue: 'picture_unread', why: LATE }
  return 'heic' in end ? end.heic : { issue: 'engine_failed', why: failure(end) }
}

async function readFrame(
  thread: EngineThread,
  task: EngineTask & { work: 'picture' },
  hash: string | null,
): Promise<PictureText> {
  const told: DrawnText[] = []
  const end = await thread.run(task, (own) => {
    if ('soFar' in own) told.push(own.soFar)
  })
  const soFar = { ...blank, ...told.at(-1), pictureHash: hash }
  if (end === 'late') return soFar.text === '' ? { ...soFar, issue: 'picture_unread', why: LATE } : soFar
  if ('drawn' in end) return { ...soFar, ...end.drawn }
  return { ...soFar, issue: 'engine_failed', why: failure(end) }
}

/** What the frames of one picture say, each thing once, and what is wrong with the first of which something is. */
function joined(pictureHash: string | null, texts: readonly PictureText[]): PictureText {
  const { issue, why } = texts.find((own) => own.issue !== null) ?? blank
  const broken = texts.find((own) => own.failure !== undefined)
  return {
    text: [...new Set(texts.map(({ text }) => text).filter((text) => text !== ''))].join('\n\n'),
    codes: [...new Set(texts.flatMap(({ codes }) => codes))],
    pictureHash,
    issue,
    ...(why === undefined ? {} : { why }),
    ...(broken?.failure === undefined ? {} : { failure: broken.failure }),
  }
}

function failure(end: Exclude<EngineEnd, 'late'>): string {
  return 'failed' in end ? end.failed : ''
}

async function readPdf(thread: EngineThread, task: EngineTask & { work: 'pdf' }): Promise<PdfText> {
  const pages: PdfPage[] = []
  let about: Pick<PdfText, 'facts' | 'files' | 'filesLeft'> = { facts: null, files: [], filesLeft: 0 }
  const end = await thread.run(task, (told) => {
    if (!('event' in told)) return
    const { event } = told
    if (event.kind === 'page') pages.push(event.page)
    else if (event.kind === 'about') about = event
    else {
      const page = pages[event.index]
      if (page && event.drawn) pages[event.index] = { ...page, drawn: event.drawn, isUnread: false }
    }
  })
  const { facts, files, filesLeft } = about
  const read = { pages, facts, files, filesLeft }
  if (end !== 'late')
    return 'pdf' in end ? { ...read, issue: end.pdf } : { ...read, issue: 'engine_failed', why: failure(end) }
  // Where all pages were read, only what is drawn on them is missing, and that is told page by page.
  return { ...read, issue: facts === null ? 'pdf_pages_skipped' : null }
}
