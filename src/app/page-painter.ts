import { PDFiumLibrary } from '@hyzyla/pdfium'
import type { PaintPage } from '../simulate/write-pdf.ts'

/** Points a pixel: enough to read print of ordinary size. */
const SCALE = 1.6

/** Opens PDFium to turn pages into pictures. close gives its memory back. */
export async function openPagePainter(): Promise<{ paintPage: PaintPage; close(): void }> {
  const pdfium = await PDFiumLibrary.init()
  return {
    async paintPage(pdf) {
      const document = await pdfium.loadDocument(pdf)
      try {
        const { width, height, data } = await document.getPage(0).render({ scale: SCALE, colorSpace: 'Gray' })
        return { width, height, grey: data }
      } finally {
        document.destroy()
      }
    },
    close: () => pdfium.destroy(),
  }
}
