import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { docx, odt, paragraph, pptx, xlsx } from '../builders/office.ts'
import { encryptedPdf } from '../builders/encrypted-pdf.ts'
import { richTextFile } from '../builders/office-files.ts'
import { msg, winmail } from '../builders/outlook.ts'
import { zip } from '../builders/zip.ts'
import { writePdf } from '../../src/simulate/write-pdf.ts'

export type Seeds = readonly Uint8Array[]

const DATA = fileURLToPath(new URL('../../../shared/data/', import.meta.url))
const FIXTURES = fileURLToPath(new URL('../fixtures/', import.meta.url))
const MOST_FILES = 60
const MOST_BYTES = 100_000

const CALL = 'Call +1 (206) 547-1200 within 24 hours to cancel 499.99 USD.'

export const text = (...all: readonly string[]): Seeds => all.map((one) => Buffer.from(one))

/** Small files of a folder of real data; none where it is not there. */
export function filesIn(folder: string, ending: RegExp): Seeds {
  const place = join(DATA, folder)
  if (!existsSync(place)) return []
  return readdirSync(place)
    .filter((name) => ending.test(name))
    .map((name) => readFileSync(join(place, name)))
    .filter(({ length }) => length > 0 && length < MOST_BYTES)
    .slice(0, MOST_FILES)
}

export function fixtureMails(): Seeds {
  return ['mail/renewal.eml', 'mail/more/archive.mbox'].map((name) => readFileSync(join(FIXTURES, name)))
}

/** The same small picture in every format that can be written here. */
export async function pictures(): Promise<Seeds> {
  const svg = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="260" height="40"><text x="4" y="24">${CALL}</text></svg>`,
  )
  const drawn = () => sharp(svg).flatten({ background: 'white' })
  const raw = await drawn().raw().toBuffer({ resolveWithObject: true })
  return Promise.all([
    drawn().png().toBuffer(),
    drawn().png({ palette: true }).toBuffer(),
    drawn().jpeg().toBuffer(),
    drawn().jpeg({ progressive: true }).toBuffer(),
    drawn().gif().toBuffer(),
    drawn().webp().toBuffer(),
    drawn().webp({ lossless: true }).toBuffer(),
    drawn().tiff().toBuffer(),
    drawn().tiff({ compression: 'lzw' }).toBuffer(),
    bitmap(raw.data, raw.info.width, raw.info.height),
  ])
}

function bitmap(rgb: Uint8Array, width: number, height: number): Buffer {
  const head = Buffer.alloc(54)
  head.write('BM', 'latin1')
  head.writeUInt32LE(54, 10)
  head.writeUInt32LE(40, 14)
  head.writeInt32LE(width, 18)
  head.writeInt32LE(-height, 22)
  head.writeUInt16LE(1, 26)
  head.writeUInt16LE(24, 28)
  return Buffer.concat([head, Buffer.from(rgb)])
}

export async function office(): Promise<Seeds> {
  return Promise.all([
    docx(paragraph(CALL) + paragraph(CALL, '<w:vanish/>')),
    pptx([`<a:p><a:r><a:t>${CALL}</a:t></a:r></a:p>`]),
    xlsx(
      ['<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>2065471200</v></c></row></sheetData>'],
      [CALL],
    ),
    odt(`<text:p>${CALL}</text:p>`),
  ])
}

export const zips = (): Promise<Seeds> =>
  Promise.all([
    zip({ 'a.txt': CALL, 'b/c.html': `<p>${CALL}</p>` }),
    zip({ 'a.txt': CALL }, { password: 'secret' }),
    zip({ 'a.txt': CALL }, { password: 'secret', zipCrypto: true }),
    zip({ 'a.txt': 'word '.repeat(5_000) }, { level: 9 }),
  ])

export const pdfs = async (): Promise<Seeds> => [
  await writePdf('Invoice', [CALL, 'Order 8045550147']),
  encryptedPdf([CALL], 'secret'),
  ...filesIn('pdf/genuine-invoices', /\.pdf$/),
]

export const richTexts = (): Seeds => [
  richTextFile({ paragraphs: [CALL, 'ürgent'] }),
  ...text(
    String.raw`{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}\f0 Call \u8730?\'fc {\v hidden} +1 206 547 1200\par{\field{\*\fldinst HYPERLINK "tel:+12065471200"}{\fldrslt call}}}`,
  ),
]

const LETTER = { subject: 'hello', from: { name: 'a', address: 'a@b' }, body: CALL, html: `<p>${CALL}</p>` }

export const messages = (): Seeds => [
  msg({ ...LETTER, attachments: [{ name: 'a.txt', bytes: Buffer.from(CALL) }, LETTER] }),
  msg({ subject: 'hello', rtf: `{\\rtf1 ${CALL}}` }),
]

export const winmails = (): Seeds => [
  winmail({ ...LETTER, attachments: [{ name: 'a.txt', bytes: Buffer.from(CALL) }] }),
  winmail({ rtf: `{\\rtf1 ${CALL}}` }),
]
