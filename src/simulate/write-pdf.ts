import { PDFDocument, StandardFonts, rgb } from 'pdf-lib'
import type { Picture } from './png.ts'
import { writePng } from './png.ts'

const A5 = { width: 420, height: 595 } as const
const MARGIN = 36
const LINE_HEIGHT = 18
const FONT_SIZE = 11
const LINE_CHARACTERS = 62

/** Turns the first page of a PDF into a picture. */
export type PaintPage = (pdf: Uint8Array) => Promise<Picture>

/**
 * Writes an invoice as PDF with text.
 *
 * In: lines of characters that ordinary PDF fonts have (Windows-1252); long ones are wrapped.
 */
export async function writePdf(title: string, lines: readonly string[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  const page = pdf.addPage([A5.width, A5.height])
  const [plain, bold] = [await pdf.embedFont(StandardFonts.Helvetica), await pdf.embedFont(StandardFonts.HelveticaBold)]
  page.drawRectangle({ x: 0, y: A5.height - 60, width: A5.width, height: 60, color: rgb(0.96, 0.8, 0.1) })
  page.drawText(title, { x: MARGIN, y: A5.height - 38, size: 18, font: bold })
  let y = A5.height - 60 - MARGIN
  for (const line of lines.flatMap(wrapped)) {
    page.drawText(line, { x: MARGIN, y, size: FONT_SIZE, font: plain })
    y -= LINE_HEIGHT
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

function wrapped(line: string): string[] {
  const lines: string[] = []
  let current = ''
  for (const word of line.split(' ')) {
    if (current && current.length + word.length >= LINE_CHARACTERS) {
      lines.push(current)
      current = ''
    }
    current = current ? `${current} ${word}` : word
  }
  return [...lines, current]
}
