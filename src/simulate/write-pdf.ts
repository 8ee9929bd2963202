import { PDFDocument, StandardFonts, rgb } from 'pdf-lib'
import type { Picture } from './png.ts'
import { writePng } from './png.ts'

const A5 = { width: 420, height: 595 } as const
const MARGIN = 36
/** Of the height of letters: how wide they are at most times on average, how far apart lines stand. */
const WIDTH = 0.51
const TYPEWRITER_WIDTH = 0.61
const LEADING = 18 / 11

/** How a page is set. size: of letters, in points. band: colour of the head, red, green and blue from 0 to 1. */
export type PageStyle = {
  readonly font: 'Helvetica' | 'TimesRoman' | 'Courier'
  readonly size: number
  readonly band: readonly [number, number, number]
}

const PLAIN: PageStyle = { font: 'Helvetica', size: 11, band: [0.96, 0.8, 0.1] }

/** Turns the first page of a PDF into a picture. */
export type PaintPage = (pdf: Uint8Array) => Promise<Picture>

/**
 * Writes an invoice as PDF with text.
 *
 * In: lines of characters that ordinary PDF fonts have (Windows-1252); long ones are wrapped.
 */
export async function writePdf(
  title: string,
  lines: readonly string[],
  { font, size, band }: PageStyle = PLAIN,
): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  const page = pdf.addPage([A5.width, A5.height])
  const [plain, bold] = [await pdf.embedFont(StandardFonts[font]), await pdf.embedFont(StandardFonts.HelveticaBold)]
  page.drawRectangle({ x: 0, y: A5.height - 60, width: A5.width, height: 60, color: rgb(...band) })
  page.drawText(title, { x: MARGIN, y: A5.height - 38, size: 18, font: bold })
  let y = A5.height - 60 - MARGIN
  const columns = Math.floor((A5.width - 2 * MARGIN) / (size * (font === 'Courier' ? TYPEWRITER_WIDTH : WIDTH)))
  for (const line of lines.flatMap((one) => wrapped(one, columns))) {
    page.drawText(line, { x: MARGIN, y, size, font: plain })
    y -= size * LEADING
  }
  return pdf.save()
}

/** Writes a PDF that shows a picture and holds no text. */
export async function writePicturePdf(picture: Picture): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  const page = pdf.addPage([A5.width, A5.height])
  page.drawImage(await pdf.embedPng(writePng(picture)), { x: 0, y: 0, ...A5 })
  return pdf.save()
}

function wrapped(line: string, columns: number): string[] {
  const lines: string[] = []
  let current = ''
  for (const word of line.split(' ')) {
    if (current && current.length + word.length >= columns) {
      lines.push(current)
      current = ''
    }
    current = current ? `${current} ${word}` : word
  }
  return [...lines, current]
}
