import { isLargeEnough } from '../../extract/picture/large-enough.ts'
import type { DrawnText, Engines, PdfPage, PdfText, PictureText } from '../../extract/engines.ts'
import { pictureHash } from '../../extract/picture/picture-hash.ts'
import { pictureSize } from '../../extract/picture/picture-size.ts'
import { decodePicture } from './decode-picture.ts'
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
          if (pictures === 'off') return isTooSmall(bytes) ? blank(null) : unreadPicture(null, 'OCR is off')
          const isHeic = HEIC.test(Buffer.from(bytes.subarray(0, 16)).toString('latin1'))
          if (timeFor(Infinity) < LEAST_MILLIS) return unreadPicture(null, LATE)
          const picture = isHeic
            ? await decodeHeic(thread, bytes, timeFor(MOST_MILLIS.heic))
            : await decodePicture(bytes)
          if (typeof picture === 'string') return { text: '', codes: [], pictureHash: null, issue: picture }
          const hash = pictureHash(picture)
          const timeMillis = timeFor(MOST_MILLIS.picture)
          if (read++ >= MOST_PICTURES[pictures]) return unreadPicture(hash, 'too many pictures')
          if (timeMillis < LEAST_MILLIS) return unreadPicture(hash, LATE)
          let soFar: DrawnText | null = null
          const end = await thread.run({ work: 'picture', picture, language, timeMillis }, (told) => {
            if ('soFar' in told) soFar = told.soFar
          })
          if (end === 'late' && soFar !== null) return { ...(soFar as DrawnText), pictureHash: hash, issue: null }
          if (end === 'late' || !('drawn' in end)) return unreadPicture(hash, end === 'late' ? LATE : failure(end))
          return { ...end.drawn, pictureHash: hash, issue: null }
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

function unreadPicture(hash: string | null, why: string): PictureText {
  return { text: '', codes: [], pictureHash: hash, issue: 'picture_unread', why }
}

function blank(hash: string | null): PictureText {
  return { text: '', codes: [], pictureHash: hash, issue: null }
}

function failure(end: EngineEnd): string {
  return end !== 'late' && 'failed' in end ? end.failed : ''
}

async function decodeHeic(thread: EngineThread, bytes: Uint8Array, timeMillis: number) {
  const end = await thread.run({ work: 'heic', bytes, timeMillis })
  return end !== 'late' && 'heic' in end ? end.heic : ('picture_damaged' as const)
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
  if (end !== 'late' && 'pdf' in end) return { pages, facts, files, filesLeft, issue: end.pdf }
  // Where all pages were read, only what is drawn on them is missing, and that is told page by page.
  const issue = facts !== null ? null : pages.length > 0 ? 'pdf_pages_skipped' : 'pdf_damaged'
  return { pages, facts, files, filesLeft, issue }
}
