import { openPdfium } from '../src/app/engines/pdfium.ts'
import { renderPage } from '../src/app/engines/render-page.ts'
import type { GreyPicture } from '../src/extract/picture/grey-picture.ts'

/** A PDF of one page for each content, without a table of where its objects are: readers rebuild it. */
export function pdfOf(...contents: readonly string[]): Buffer {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${contents.length} /Kids [${contents.map((_, at) => `${4 + at * 2} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...contents.flatMap((content, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Contents ${5 + at * 2} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
      `<< /Length ${content.length} >> stream\n${content}\nendstream`,
    ]),
  ]
  const body = objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join('')
  return Buffer.from(`%PDF-1.4\n${body}trailer << /Root 1 0 R >>\n%%EOF`, 'latin1')
}

const [WIDTH, HEIGHT] = [420, 200]

/** Lines as the content of a page. */
export function linesOf(lines: readonly string[], size = 16): string {
  return lines.map((line, at) => `BT /F1 ${size} Tf 30 ${160 - at * size * 1.6} Td (${line}) Tj ET`).join('\n')
}

/** Lines drawn as a picture, with the letters PDFium brings along: no machine needs fonts for it. */
export async function drawn(lines: readonly string[], { size = 16, scale = 2 } = {}): Promise<GreyPicture> {
  const pdfium = await openPdfium()
  const bytes = pdfOf(linesOf(lines, size))
  const document = pdfium.FPDF_LoadMemDocument(pdfium.keep(bytes), bytes.length, 0)
  const picture = renderPage(pdfium, pdfium.FPDF_LoadPage(document, 0), scale)
  if (picture === null) throw new Error('nothing was drawn')
  return picture
}
