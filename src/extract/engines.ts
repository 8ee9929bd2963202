import type { HiddenSpan, PdfFacts } from '../model/message.ts'

/** Languages there is data to read pictures with, as Tesseract calls them. */
export type ReadingLanguage = 'eng' | 'por' | 'deu' | 'spa' | 'fra' | 'nld'

/** What stands in a picture. codes: what its QR codes and the like say; failure: how an engine broke on it. */
export type DrawnText = { readonly text: string; readonly codes: readonly string[]; readonly failure?: string }

/** issue: why the picture was not read, or not wholly. */
export type PictureText = DrawnText & {
  readonly pictureHash: string | null
  readonly issue:
    | 'picture_unread'
    | 'picture_damaged'
    | 'picture_too_large'
    | 'picture_frames_skipped'
    | 'engine_failed'
    | null
  /** What kept it from being read, where that is not in the picture; how many frames were left. */
  readonly why?: string
}

/** A page of a PDF. links: addresses it leads to; notes: what fields and annotations say. */
export type PdfPage = {
  readonly text: string
  readonly hidden: readonly HiddenSpan[]
  readonly links: readonly string[]
  readonly notes: readonly string[]
  /** What its pictures say; null where there are none, or nobody read them. */
  readonly drawn: DrawnText | null
  /** There are pictures on it that nobody read. */
  readonly isUnread: boolean
}

/** issue: why it could not be opened, or not all of it was read. files: what it carries inside; filesLeft: how many more, too large or too many to take. */
export type PdfText = {
  readonly pages: readonly PdfPage[]
  readonly issue: 'pdf_encrypted' | 'pdf_damaged' | 'pdf_pages_skipped' | 'engine_failed' | null
  /** How an engine broke on it. */
  readonly why?: string
  readonly facts: PdfFacts | null
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[]
  readonly filesLeft: number
}

/** Readers with files or memory of their own, opened by app/. They throw nothing: what is wrong with the bytes is in the answer. */
export type Engines = {
  readonly readPdf: (bytes: Uint8Array, passwords: readonly string[], language: ReadingLanguage) => Promise<PdfText>
  readonly readPicture: (bytes: Uint8Array, language: ReadingLanguage) => Promise<PictureText>
}
