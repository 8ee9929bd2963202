import { PDFDocument, StandardFonts, rgb } from 'pdf-lib'
import { writePng } from '../../src/simulate/png.ts'
import type { Picture } from '../../src/simulate/png.ts'
import { writePdf } from '../../src/simulate/write-pdf.ts'
import type { PageStyle } from '../../src/simulate/write-pdf.ts'
import { textOf } from './draft.ts'
import type { Draft } from './draft.ts'

const SIZES = [10, 10.5, 11, 12, 13, 14]

/** The letter on paper, in a fashion of its own. */
export function printed(draft: Draft): Promise<Uint8Array> {
  const chance = draft.chance.fork('print')
  const style: PageStyle = {
    font: chance.weighted({ Helvetica: 3, TimesRoman: 2, Courier: 1 }),
    size: chance.pick(SIZES),
    band: [chance.unit(), 0.4 + chance.unit() / 2, chance.unit()],
  }
  return writePdf(
    draft.letter.from,
    textOf(draft).flatMap((one) => [...one.split('\n'), '']),
    style,
  )
}

const PAGE = { width: 420, height: 300 } as const

/** A page that shows each digit of the number in a circle or on a key, as no font would be needed for. */
export async function printedInShapes(draft: Draft, shape: 'circle' | 'key'): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  const page = pdf.addPage([PAGE.width, PAGE.height])
  const font = await pdf.embedFont(StandardFonts.HelveticaBold)
  page.drawText(draft.letter.from, { x: 30, y: PAGE.height - 44, size: 17, font })
  page.drawText(draft.subject.slice(0, 50), { x: 30, y: PAGE.height - 74, size: 12, font })
  let x = 34
  for (const character of draft.shown.raw) {
    const y = PAGE.height - 150
    if (/\d/.test(character)) {
      const width = font.widthOfTextAtSize(character, 15)
      const color = rgb(0.1, 0.1, 0.4)
      if (shape === 'circle')
        page.drawCircle({ x: x + 10, y: y + 5, size: 11, borderWidth: 1.1, borderColor: color, opacity: 0 })
      else page.drawRectangle({ x, y: y - 5, width: 20, height: 20, borderWidth: 1.1, borderColor: color, opacity: 0 })
      page.drawText(character, { x: x + 10 - width / 2, y, size: 15, font, color })
      x += 25
    } else {
      page.drawText(character, { x, y, size: 15, font })
      x += 9
    }
  }
  return pdf.save()
}

/** A page with a picture on it and a line above: a poster with a code. */
export async function poster(line: string, picture: Picture): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  const page = pdf.addPage([420, 595])
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  page.drawText(line, { x: 30, y: 540, size: 13, font })
  page.drawImage(await pdf.embedPng(writePng(picture)), { x: 110, y: 270, width: 200, height: 200 })
  return pdf.save()
}
