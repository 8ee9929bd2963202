import { readFile } from 'node:fs/promises'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import { IntelError } from '../../model/failures.ts'
import { startLimited } from './limited-memory.ts'

/** PDFium gets no more memory than this: the limit of a thread's heap does not count it. */
const MOST_MEMORY_BYTES = 144 * 1024 * 1024
/** Of a text that PDFium hands out in one piece. */
const MOST_TEXT_BYTES = 4_000_000

/** The functions of PDFium's own interface that are used, all of numbers: handles and addresses are numbers, too. */
const FUNCTIONS = [
  'malloc',
  'free',
  'FPDF_LoadMemDocument',
  'FPDF_CloseDocument',
  'FPDF_GetLastError',
  'FPDF_GetPageCount',
  'FPDF_GetMetaText',
  'FPDF_LoadPage',
  'FPDF_ClosePage',
  'FPDF_GetPageWidthF',
  'FPDF_GetPageHeightF',
  'FPDF_PageToDevice',
  'FPDF_RenderPageBitmap',
  'FPDFBitmap_CreateEx',
  'FPDFBitmap_FillRect',
  'FPDFBitmap_GetBuffer',
  'FPDFBitmap_GetStride',
  'FPDFBitmap_Destroy',
  'FPDFText_LoadPage',
  'FPDFText_ClosePage',
  'FPDFText_CountChars',
  'FPDFText_GetText',
  'FPDFText_GetTextIndexFromCharIndex',
  'FPDFText_GetTextObject',
  'FPDFText_GetFillColor',
  'FPDFText_GetCharBox',
  'FPDFTextObj_GetTextRenderMode',
  'FPDFPage_CountObjects',
  'FPDFPage_GetObject',
  'FPDFPageObj_GetType',
  'FPDFPageObj_GetBounds',
  'FPDFPageObj_GetFillColor',
  'FPDFPageObj_GetStrokeWidth',
  'FPDFPath_GetDrawMode',
  'FPDFPageObj_GetClipPath',
  'FPDFClipPath_CountPaths',
  'FPDFClipPath_CountPathSegments',
  'FPDFClipPath_GetPathSegment',
  'FPDFPathSegment_GetPoint',
  'FPDFLink_Enumerate',
  'FPDFLink_GetAction',
  'FPDFAction_GetURIPath',
  'FPDFPage_GetAnnotCount',
  'FPDFPage_GetAnnot',
  'FPDFPage_CloseAnnot',
  'FPDFAnnot_GetFlags',
  'FPDFAnnot_GetSubtype',
  'FPDFAnnot_GetStringValue',
  'FPDFAnnot_GetFormFieldValue',
  'FPDFDOC_InitFormFillEnvironment',
  'FPDFDOC_ExitFormFillEnvironment',
  'FPDFDoc_GetAttachmentCount',
  'FPDFDoc_GetAttachment',
  'FPDFAttachment_GetName',
  'FPDFAttachment_GetFile',
] as const

type PdfiumFunctions = Readonly<Record<(typeof FUNCTIONS)[number], (...numbers: number[]) => number>>

/** PDFium with its memory. Views of the memory are good until the next call. */
export type Pdfium = PdfiumFunctions & {
  readonly memoryBytes: () => number
  readonly bytesAt: (address: number, length: number) => Uint8Array
  readonly floatsAt: (address: number, length: number) => number[]
  readonly doublesAt: (address: number, length: 4) => [number, number, number, number]
  readonly integersAt: (address: number, length: number) => number[]
  /** Copies bytes into PDFium's memory; the caller frees them. */
  readonly keep: (bytes: Uint8Array) => number
  /** Room for a few numbers that functions write their answers to. */
  readonly answers: number
  /** A text that a function writes into the buffer it is handed, and tells the bytes of. */
  readonly textOf: (write: (buffer: number, size: number) => number, encoding?: 'utf-16le' | 'utf-8') => string
}

let compiled: Promise<WebAssembly.Module> | null = null

/** Opens PDFium anew, with a memory of its own. */
export async function openPdfium(): Promise<Pdfium> {
  compiled ??= readFile(new URL(import.meta.resolve('@hyzyla/pdfium/pdfium.wasm'))).then((bytes) =>
    WebAssembly.compile(bytes),
  )
  const code = await compiled
  let started: ReturnType<typeof startLimited> | null = null
  await PDFiumLibrary.init({
    instantiateWasm(imports, done) {
      started = startLimited(code, imports, MOST_MEMORY_BYTES)
      // Emscripten hands over the instance here; the package's type calls it a module.
      done(started.instance as unknown as WebAssembly.Module)
      return started.exports
    },
  })
  const { exports, memory } = started as unknown as ReturnType<typeof startLimited>
  const functions = Object.fromEntries(FUNCTIONS.map((name) => [name, exports[name]])) as unknown as PdfiumFunctions
  const { malloc, free } = functions
  const allot = (size: number): number => {
    const address = malloc(size)
    if (address === 0) throw new IntelError('limit_exceeded', `PDFium has no ${size} bytes left`)
    return address
  }
  const bytesAt = (address: number, length: number): Uint8Array => new Uint8Array(memory.buffer, address, length)
  return {
    ...functions,
    memoryBytes: () => memory.buffer.byteLength,
    bytesAt,
    floatsAt: (address, length) => [...new Float32Array(memory.buffer, address, length)],
    doublesAt: (address, length) =>
      [...new Float64Array(memory.buffer, address, length)] as [number, number, number, number],
    integersAt: (address, length) => [...new Int32Array(memory.buffer, address, length)],
    keep(bytes) {
      const address = allot(Math.max(1, bytes.length))
      bytesAt(address, bytes.length).set(bytes)
      return address
    },
    answers: allot(64),
    textOf(write, encoding = 'utf-16le') {
      const size = write(0, 0) >>> 0
      if (size === 0 || size > MOST_TEXT_BYTES) return ''
      const buffer = allot(size)
      try {
        const written = Math.min(size, write(buffer, size) >>> 0)
        return new TextDecoder(encoding).decode(bytesAt(buffer, written)).replace(/\0+$/, '')
      } finally {
        free(buffer)
      }
    },
  }
}
