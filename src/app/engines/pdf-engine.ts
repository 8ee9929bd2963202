import { readFile } from 'node:fs/promises'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import type { PDFiumDocument } from '@hyzyla/pdfium'
import type { Engines, PdfText } from '../../extract/read-message.ts'
import { IntelError } from '../../model/failures.ts'

const MAX_PAGES = 50
/** Of all pages together, in UTF-16 code units: more words than a PDF that anybody reads. */
const MAX_TEXT_LENGTH = 2_000_000
/** PDFium gets no more memory than this: the limit of a thread's heap does not count it. */
const MOST_MEMORY_BYTES = 192 * 1024 * 1024
/** What PDFium has taken it never gives back; past this it is opened anew. */
const MUCH_MEMORY_BYTES = 96 * 1024 * 1024

const WASM_PAGE_BYTES = 64 * 1024

type Pdfium = { readonly library: PDFiumLibrary; readonly memory: WebAssembly.Memory }

/** Opens PDFium, with the first PDF that comes: most mail has none. */
export function pdfEngine(): Engines['readPdf'] {
  let code: Promise<WebAssembly.Module> | null = null
  let pdfium: Pdfium | null = null
  return async (bytes, passwords) => {
    code ??= compile()
    pdfium ??= await open(await code)
    /** Kept also where a later page breaks the engine. */
    const pages: string[] = []
    try {
      const issue = await readPdf(pdfium.library, bytes, passwords, pages)
      if (pdfium.memory.buffer.byteLength > MUCH_MEMORY_BYTES) pdfium = null
      return { pages, issue }
    } catch (error) {
      // A document that breaks the engine leaves it in no state to read the next one.
      pdfium = null
      if (!(error instanceof WebAssembly.RuntimeError || error instanceof RangeError)) throw error
      return { pages, issue: pages.length > 0 ? 'pdf_pages_skipped' : 'pdf_damaged' }
    }
  }
}

async function compile(): Promise<WebAssembly.Module> {
  return WebAssembly.compile(await readFile(new URL(import.meta.resolve('@hyzyla/pdfium/pdfium.wasm'))))
}

async function open(code: WebAssembly.Module): Promise<Pdfium> {
  let memory = new WebAssembly.Memory({ initial: 0 })
  const library = await PDFiumLibrary.init({
    instantiateWasm(imports, done) {
      const instance = new WebAssembly.Instance(code, imports)
      memory = limited(instance.exports['memory'] as WebAssembly.Memory)
      // Emscripten hands over the instance here; the package's type calls it a module.
      done(instance as unknown as WebAssembly.Module)
      return instance.exports
    },
  })
  return { library, memory }
}

/** Emscripten grows the memory from outside, through this object; what it is refused, PDFium does not get. */
function limited(memory: WebAssembly.Memory): WebAssembly.Memory {
  const grow = memory.grow.bind(memory)
  memory.grow = (pages) => {
    const wanted = memory.buffer.byteLength + pages * WASM_PAGE_BYTES
    if (wanted > MOST_MEMORY_BYTES) throw new IntelError('limit_exceeded', `PDFium wants ${wanted} bytes`)
    return grow(pages)
  }
  return memory
}

async function readPdf(
  library: PDFiumLibrary,
  bytes: Uint8Array,
  passwords: readonly string[],
  pages: string[],
): Promise<PdfText['issue']> {
  for (const password of ['', ...passwords]) {
    try {
      return readPages(await library.loadDocument(bytes, password), pages)
    } catch (error) {
      if (reasonOf(error) === 'damaged') return 'pdf_damaged'
    }
  }
  return 'pdf_encrypted'
}

/** The package tells PDFium's codes as plain errors with these words. What is none of them goes on. */
function reasonOf(error: unknown): 'locked' | 'damaged' {
  const words = error instanceof Error && !(error instanceof WebAssembly.RuntimeError) ? error.message : ''
  if (/password|security/i.test(words)) return 'locked'
  if (/^(?:Unknown error|File not |Page not found|PDF Loading)/.test(words)) return 'damaged'
  throw error
}

function readPages(document: PDFiumDocument, pages: string[]): PdfText['issue'] {
  try {
    const count = document.getPageCount()
    let loaded = 0
    let length = 0
    while (pages.length < Math.min(count, MAX_PAGES) && length < MAX_TEXT_LENGTH) {
      const text = pageText(document, pages.length)
      if (text !== null) loaded++
      length += text?.length ?? 0
      pages.push(text ?? '')
    }
    if (loaded === 0) {
      pages.length = 0
      return 'pdf_damaged'
    }
    return pages.length < count ? 'pdf_pages_skipped' : null
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
