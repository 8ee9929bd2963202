import { readFile } from 'node:fs/promises'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import type { PDFiumDocument } from '@hyzyla/pdfium'
import type { Engines, PdfText } from '../extract/read-message.ts'

const MAX_PAGES = 50
/** What PDFium has taken it never gives back; past this it is opened anew. */
const MAX_MEMORY_BYTES = 128 * 1024 * 1024

type Pdfium = { readonly library: PDFiumLibrary; readonly memory: WebAssembly.Memory }

/** Opens PDFium, with the first PDF that comes: most mail has none. */
export function pdfEngine(): Engines['readPdf'] {
  let code: Promise<WebAssembly.Module> | null = null
  let pdfium: Pdfium | null = null
  return async (bytes, passwords) => {
    code ??= compile()
    pdfium ??= await open(await code)
    try {
      const text = await readPdf(pdfium.library, bytes, passwords)
      if (pdfium.memory.buffer.byteLength > MAX_MEMORY_BYTES) pdfium = null
      return text
    } catch (error) {
      // A document that breaks the engine leaves it in no state to read the next one.
      pdfium = null
      if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError) return damaged
      throw error
    }
  }
}

const damaged: PdfText = { pages: [], issue: 'pdf_damaged' }

async function compile(): Promise<WebAssembly.Module> {
  return WebAssembly.compile(await readFile(new URL(import.meta.resolve('@hyzyla/pdfium/pdfium.wasm'))))
}

async function open(code: WebAssembly.Module): Promise<Pdfium> {
  let memory = new WebAssembly.Memory({ initial: 0 })
  const library = await PDFiumLibrary.init({
    instantiateWasm(imports, done) {
      const instance = new WebAssembly.Instance(code, imports)
      memory = instance.exports['memory'] as WebAssembly.Memory
      // Emscripten hands over the instance here; the package's type calls it a module.
      done(instance as unknown as WebAssembly.Module)
      return instance.exports
    },
  })
  return { library, memory }
}

async function readPdf(library: PDFiumLibrary, bytes: Uint8Array, passwords: readonly string[]): Promise<PdfText> {
  for (const password of ['', ...passwords]) {
    try {
      return pagesOf(await library.loadDocument(bytes, password))
    } catch (error) {
      const why = reasonOf(error)
      if (why === 'damaged') return damaged
    }
  }
  return { pages: [], issue: 'pdf_encrypted' }
}

/** The package tells PDFium's codes as plain errors with these words. What is none of them goes on. */
function reasonOf(error: unknown): 'locked' | 'damaged' {
  const words = error instanceof Error && !(error instanceof WebAssembly.RuntimeError) ? error.message : ''
  if (/password|security/i.test(words)) return 'locked'
  if (/^(?:Unknown error|File not |Page not found|PDF Loading)/.test(words)) return 'damaged'
  throw error
}

function pagesOf(document: PDFiumDocument): PdfText {
  try {
    const count = document.getPageCount()
    const pages = Array.from({ length: Math.min(count, MAX_PAGES) }, (_, index) => pageText(document, index))
    if (count === 0 || pages.every((page) => page === null)) return damaged
    return { pages: pages.map((page) => page ?? ''), issue: count > MAX_PAGES ? 'pdf_pages_skipped' : null }
  } finally {
    document.destroy()
  }
}

/** null for a page that PDFium cannot load. */
function pageText(document: PDFiumDocument, index: number): string | null {
  try {
    return document.getPage(index).getText()
  } catch (error) {
    if (error instanceof Error && error.message === 'Failed to load text page') return null
    throw error
  }
}
