import type { DrawnText, PdfPage, PdfText } from '../../extract/engines.ts'
import type { GreyPicture } from '../../extract/picture/grey-picture.ts'
import { openPdfium } from './pdfium.ts'
import type { Pdfium } from './pdfium.ts'
import { pdfLinks, pdfNotes, pdfPageMake } from './pdf-page-extras.ts'
import { pdfPageText } from './pdf-page-text.ts'
import { renderPage } from './render-page.ts'

const MAX_PAGES = 50
/** Of all pages together, in UTF-16 code units: more words than a PDF that anybody reads. */
const MAX_TEXT_LENGTH = 2_000_000
/** What PDFium has taken it never gives back; past this it is opened anew. */
const MUCH_MEMORY_BYTES = 80 * 1024 * 1024
const MOST_FILES = 20
/** Of all files inside together: they are copied from thread to thread. */
const MOST_FILE_BYTES = 16 * 1024 * 1024
/** Pages that tell a template from another. */
const SHAPED_PAGES = 3
/** Pages whose pictures are read. */
const MOST_DRAWN_PAGES = { auto: 10, all: MAX_PAGES } as const
/** Dots an inch that writing of every usual size is read well at, in pixels a point. */
const READING_SCALE = 200 / 72
/** A page with fewer characters is a picture of some. */
const FEW_CHARACTERS = 40
/** Of a page: smaller pictures on pages with text are logos. */
const LARGE_PICTURES = 0.08

const PASSWORD_ERROR = 4

/** What reading tells on its way, so that it is kept whatever happens later. */
export type PdfEvent =
  | { readonly kind: 'page'; readonly page: PdfPage }
  | { readonly kind: 'drawn'; readonly index: number; readonly drawn: PdfPage['drawn'] }
  | ({ readonly kind: 'about' } & Pick<PdfText, 'facts' | 'files' | 'filesLeft'>)

export type PdfReading = {
  readonly passwords: readonly string[]
  readonly pictures: 'auto' | 'off' | 'all'
  readonly tell: (event: PdfEvent) => void
  /** Reads the picture of a page; null where there was no time for it. */
  readonly readDrawn: (picture: GreyPicture, tell: (soFar: DrawnText) => void) => Promise<PdfPage['drawn']>
}

export type ReadPdf = (bytes: Uint8Array, reading: PdfReading) => Promise<PdfText['issue']>

/**
 * Reads PDFs with PDFium, which is opened with the first: most mail has none.
 *
 * Throws: what a document makes of it that breaks it; what was told before is good.
 */
export function pdfReader(): ReadPdf {
  let pdfium: Pdfium | null = null
  return async (bytes, reading) => {
    pdfium ??= await openPdfium()
    try {
      const issue = await readDocument(pdfium, bytes, reading)
      if (pdfium.memoryBytes() > MUCH_MEMORY_BYTES) pdfium = null
      return issue
    } catch (error) {
      // A document that breaks the engine leaves it in no state to read the next one.
      pdfium = null
      throw error
    }
  }
}

async function readDocument(pdfium: Pdfium, bytes: Uint8Array, reading: PdfReading): Promise<PdfText['issue']> {
  const kept = pdfium.keep(bytes)
  let document = 0
  try {
    for (const password of ['', ...reading.passwords]) {
      const word = pdfium.keep(new TextEncoder().encode(`${password}\0`))
      document = pdfium.FPDF_LoadMemDocument(kept, bytes.length, word)
      pdfium.free(word)
      if (document !== 0) return await readPages(pdfium, document, reading)
      if (pdfium.FPDF_GetLastError() !== PASSWORD_ERROR) return 'pdf_damaged'
    }
    return 'pdf_encrypted'
  } finally {
    if (document !== 0) pdfium.FPDF_CloseDocument(document)
    pdfium.free(kept)
  }
}

async function readPages(pdfium: Pdfium, document: number, reading: PdfReading): Promise<PdfText['issue']> {
  const count = pdfium.FPDF_GetPageCount(document)
  const shapes: string[] = []
  const drawn: number[] = []
  let [index, loaded, length] = [0, 0, 0]
  for (; index < Math.min(count, MAX_PAGES) && length < MAX_TEXT_LENGTH; index++) {
    const read = readPage(pdfium, document, index)
    if (read === null) {
      reading.tell({ kind: 'page', page: NOTHING })
      continue
    }
    loaded++
    length += read.page.text.length
    if (shapes.length < SHAPED_PAGES) shapes.push(read.shape)
    if (read.isDrawn || (reading.pictures === 'all' && !read.isBlank)) drawn.push(index)
    reading.tell({ kind: 'page', page: { ...read.page, isUnread: read.isDrawn } })
  }
  if (loaded === 0) return 'pdf_damaged'
  const producer = ['Producer', 'Creator'].map((key) => metaText(pdfium, document, key)).filter(Boolean)
  const facts = { producer: [...new Set(producer)].join(' / ').slice(0, 200), pages: count, shape: shapes.join(' ') }
  reading.tell({ kind: 'about', facts, ...filesIn(pdfium, document) })
  if (reading.pictures !== 'off')
    for (const page of drawn.slice(0, MOST_DRAWN_PAGES[reading.pictures]))
      reading.tell({ kind: 'drawn', index: page, drawn: await readDrawnPage(pdfium, document, page, reading) })
  return index < count ? 'pdf_pages_skipped' : null
}

const NOTHING: PdfPage = { text: '', hidden: [], links: [], notes: [], drawn: null, isUnread: false }

type ReadPage = { page: PdfPage; shape: string; isDrawn: boolean; isBlank: boolean }

/** null for a page that PDFium cannot load. */
function readPage(pdfium: Pdfium, document: number, index: number): ReadPage | null {
  const page = pdfium.FPDF_LoadPage(document, index)
  if (page === 0) return null
  try {
    const read = pdfPageText(pdfium, page)
    if (read === null) return null
    const { shape, pictureShare, paths } = pdfPageMake(pdfium, page)
    const shown = read.text.length - read.hidden.reduce((sum, { start, end }) => sum + end - start, 0)
    const isBlank = pictureShare === 0 && paths === 0 && shown === 0
    return {
      page: { ...NOTHING, ...read, links: pdfLinks(pdfium, document, page), notes: pdfNotes(pdfium, document, page) },
      shape,
      isBlank,
      isDrawn: !isBlank && (pictureShare >= LARGE_PICTURES || (shown < FEW_CHARACTERS && paths + pictureShare > 0)),
    }
  } finally {
    pdfium.FPDF_ClosePage(page)
  }
}

async function readDrawnPage(
  pdfium: Pdfium,
  document: number,
  index: number,
  { readDrawn, tell }: PdfReading,
): Promise<PdfPage['drawn']> {
  const page = pdfium.FPDF_LoadPage(document, index)
  if (page === 0) return null
  try {
    const picture = renderPage(pdfium, page, READING_SCALE)
    return picture === null ? null : await readDrawn(picture, (drawn) => tell({ kind: 'drawn', index, drawn }))
  } finally {
    pdfium.FPDF_ClosePage(page)
  }
}

function metaText(pdfium: Pdfium, document: number, key: string): string {
  const name = pdfium.keep(new TextEncoder().encode(`${key}\0`))
  const text = pdfium.textOf((buffer, size) => pdfium.FPDF_GetMetaText(document, name, buffer, size))
  pdfium.free(name)
  return text.trim()
}

function filesIn(pdfium: Pdfium, document: number): Pick<PdfText, 'files' | 'filesLeft'> {
  const files: { name: string; bytes: Uint8Array }[] = []
  const count = pdfium.FPDFDoc_GetAttachmentCount(document)
  let [room, filesLeft] = [MOST_FILE_BYTES, Math.max(0, count - MOST_FILES)]
  for (let index = 0; index < Math.min(count, MOST_FILES); index++) {
    const attachment = pdfium.FPDFDoc_GetAttachment(document, index)
    if (attachment === 0) continue
    const name = pdfium.textOf((buffer, size) => pdfium.FPDFAttachment_GetName(attachment, buffer, size))
    const { answers } = pdfium
    if (!pdfium.FPDFAttachment_GetFile(attachment, 0, 0, answers)) continue
    const size = (pdfium.integersAt(answers, 1)[0] as number) >>> 0
    if (size === 0) continue
    const buffer = size > room ? 0 : pdfium.malloc(size)
    if (buffer === 0) {
      filesLeft++
      continue
    }
    if (pdfium.FPDFAttachment_GetFile(attachment, buffer, size, answers)) {
      files.push({ name, bytes: pdfium.bytesAt(buffer, size).slice() })
      room -= size
    }
    pdfium.free(buffer)
  }
  return { files, filesLeft }
}
