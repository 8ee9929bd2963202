import type { DrawnText, PdfText, ReadingLanguage } from '../../extract/engines.ts'
import type { GreyPicture } from '../../extract/picture/grey-picture.ts'
import type { DecodedPicture } from './decoded-picture.ts'
import type { PdfEvent } from './pdf-reader.ts'

/** How much of what is drawn is read: nothing, what could hold a number, or everything. */
export const PICTURE_READINGS = ['auto', 'off', 'all'] as const
export type PictureReading = (typeof PICTURE_READINGS)[number]

/** What a new thread of engines is told. cacheFolder: null keeps nothing. */
export type EngineSetup = { readonly cacheFolder: string | null }

/** timeMillis: after so long, nothing new is begun. */
export type EngineTask = { readonly timeMillis: number } & (
  | {
      readonly work: 'pdf'
      readonly bytes: Uint8Array
      readonly passwords: readonly string[]
      readonly language: ReadingLanguage
      readonly pictures: PictureReading
    }
  | { readonly work: 'picture'; readonly picture: GreyPicture; readonly language: ReadingLanguage }
  | { readonly work: 'heic'; readonly bytes: Uint8Array }
)

/** What the thread answers: what it read on the way, and at the end one answer. */
export type EngineAnswer =
  | { readonly event: PdfEvent }
  | { readonly soFar: DrawnText }
  | { readonly pdf: PdfText['issue'] }
  | { readonly drawn: DrawnText }
  | { readonly heic: DecodedPicture }
  | { readonly failed: string }
