import { Buffer } from 'node:buffer'
import { fill } from '../../src/simulate/phrases.ts'
import { writePng } from '../../src/simulate/png.ts'
import type { Picture } from '../../src/simulate/png.ts'
import { escapeHtml } from '../../src/simulate/write-html.ts'
import { writePdf, writePicturePdf } from '../../src/simulate/write-pdf.ts'
import { TREATMENTS, bitmap, inFormat, turnedByExif } from './darkroom.ts'
import type { TreatmentName } from './darkroom.ts'
import { textOf } from './draft.ts'
import type { Draft } from './draft.ts'
import { poster, printed, printedInShapes } from './printing.ts'
import type { Studio } from './studio.ts'
import { coverLine } from './vehicle.ts'
import type { Carried, Vehicle } from './vehicle.ts'

const attached = (type: string, name: string, body: Uint8Array | string): Carried => ({
  attached: [{ type, name, body }],
})

async function page(draft: Draft, { paint }: Studio): Promise<Picture> {
  return paint(await printed(draft))
}

async function treated(name: TreatmentName, draft: Draft, studio: Studio): Promise<Picture> {
  return TREATMENTS[name](await page(draft, studio), draft.chance.fork('darkroom'))
}

async function heicOf(picture: Picture, { heic }: Studio): Promise<Uint8Array> {
  if (!heic) throw new Error('heif-enc is not installed')
  return heic(writePng(picture))
}

/** A picture that went through the darkroom, as an attachment of one format. */
function treatedPicture(name: TreatmentName, format: 'png' | 'jpeg', count: number): Vehicle {
  return {
    where: 'image',
    able: 'print',
    count,
    async write(draft, studio) {
      const picture = await treated(name, draft, studio)
      return format === 'png'
        ? attached('image/png', 'invoice.png', writePng(picture))
        : attached('image/jpeg', 'IMG_2041.jpg', await inFormat(picture, 'jpeg'))
    },
  }
}

function formatPicture(format: 'webp' | 'gif' | 'tiff'): Vehicle {
  return {
    where: 'image',
    able: 'print',
    count: 3,
    write: async (draft, studio) =>
      attached(`image/${format}`, `receipt.${format}`, await inFormat(await page(draft, studio), format)),
  }
}

/** Numbers that stand in pixels. */
export const PICTURE_VEHICLES: Readonly<Record<string, Vehicle>> = {
  png_inline: {
    where: 'image',
    able: 'print',
    count: 6,
    write: async (draft, studio) => ({
      html: '<p><img src="cid:p1@mail.example" width="480" alt=""></p>',
      related: [
        { type: 'image/png', name: 'p1.png', contentId: 'p1@mail.example', body: writePng(await page(draft, studio)) },
      ],
    }),
  },
  png: treatedPicture('upright', 'png', 4),
  jpeg: treatedPicture('upright', 'jpeg', 4),
  png_small: treatedPicture('small', 'png', 2),
  turned_90: treatedPicture('turned_90', 'png', 2),
  turned_180: treatedPicture('turned_180', 'jpeg', 2),
  turned_270: treatedPicture('turned_270', 'png', 2),
  skewed: treatedPicture('skewed', 'png', 3),
  inverted: treatedPicture('inverted', 'png', 3),
  low_contrast: treatedPicture('low_contrast', 'png', 3),
  photographed: treatedPicture('photographed', 'jpeg', 4),
  webp: formatPicture('webp'),
  gif: formatPicture('gif'),
  tiff: formatPicture('tiff'),
  turned_by_exif: {
    where: 'image',
    able: 'print',
    count: 2,
    write: async (draft, studio) => attached('image/jpeg', 'photo.jpg', await turnedByExif(await page(draft, studio))),
  },
  bmp: {
    where: 'image',
    able: 'print',
    count: 2,
    write: async (draft, studio) => attached('image/bmp', 'scan.bmp', bitmap(await page(draft, studio))),
  },
  data_uri: {
    where: 'image',
    able: 'print',
    count: 3,
    async write(draft, studio) {
      const png = Buffer.from(writePng(await page(draft, studio))).toString('base64')
      return { html: `<p><img src="data:image/png;base64,${png}" width="480"></p>` }
    },
  },
  svg: {
    where: 'image',
    able: 'characters',
    count: 4,
    write: (draft) => attached('image/svg+xml', 'invoice.svg', drawn(draft)),
  },
  circled_png: shapes('circle'),
  keycap_png: shapes('key'),
  heic: {
    where: 'heic',
    able: 'print',
    count: 5,
    needs: 'heif-enc',
    async write(draft, studio) {
      return attached('image/heic', 'IMG_0417.HEIC', await heicOf(await page(draft, studio), studio))
    },
  },
  heic_untold: {
    where: 'heic',
    able: 'print',
    count: 2,
    needs: 'heif-enc',
    async write(draft, studio) {
      const photo = await treated('photographed', draft, studio)
      return attached('application/octet-stream', 'scan_3381', await heicOf(photo, studio))
    },
  },
  pdf_text: {
    where: 'pdf',
    able: 'print',
    count: 8,
    write: async (draft) => attached('application/pdf', 'invoice.pdf', await printed(draft)),
  },
  pdf_picture: {
    where: 'pdf',
    able: 'print',
    count: 6,
    write: async (draft, studio) =>
      attached('application/pdf', 'receipt.pdf', await writePicturePdf(await page(draft, studio))),
  },
  pdf_photo: {
    where: 'pdf',
    able: 'print',
    count: 2,
    write: async (draft, studio) =>
      attached(
        'application/octet-stream',
        'scan.pdf',
        await writePicturePdf(await treated('photographed', draft, studio)),
      ),
  },
  pdf_junk_before: {
    where: 'pdf',
    able: 'print',
    count: 3,
    write: async (draft) =>
      attached(
        'application/pdf',
        'order.pdf',
        Buffer.concat([Buffer.from('\r\n\0junk 000\n'.repeat(9)), await printed(draft)]),
      ),
  },
  pdf_corrupt: {
    where: 'pdf',
    able: 'print',
    count: 2,
    async write(draft) {
      const whole = Buffer.from(await writePdf(draft.letter.from, textOf(draft)))
      // The index at the end is lost on the way; viewers build it anew.
      return attached('application/pdf', 'bill.pdf', whole.subarray(0, whole.lastIndexOf('startxref')))
    },
  },
  qr_tel: code('image', (digits) => `tel:+${digits}`),
  qr_wa: code('image', (digits) => `https://wa.me/${digits}`, 'message'),
  qr_sms: code('image', (digits) => `SMSTO:+${digits}:HELP`, 'message'),
  qr_vcard: code('image', (digits) => `BEGIN:VCARD\nVERSION:3.0\nFN:Billing\nTEL;TYPE=CELL:+${digits}\nEND:VCARD`),
  qr_pdf: code('pdf', (digits) => `tel:+${digits}`),
  qr_pdf_vcard: code('pdf', (digits) => `MECARD:N:Support;TEL:+${digits};;`),
}

function shapes(shape: 'circle' | 'key'): Vehicle {
  return {
    where: 'image',
    able: 'plain',
    count: 3,
    write: async (draft, { paint }) =>
      attached('image/png', 'notice.png', writePng(await paint(await printedInShapes(draft, shape)))),
  }
}

/** A code to be scanned; the words around say that it is to be scanned. */
function code(place: 'image' | 'pdf', content: (digits: string) => string, asks?: 'message'): Vehicle {
  return {
    where: 'qr_code',
    able: 'plain',
    count: 2,
    ...(asks && { asks }),
    async write(draft, studio) {
      const symbol = await studio.qrCode(content(draft.shown.number.e164.slice(1)))
      const words = draft.paragraphs.map((one) => fill(one, { number: SCAN[draft.language] }))
      const text = words.join('\n\n')
      if (place === 'image') return { text, ...attached('image/png', 'code.png', writePng(symbol)) }
      return {
        text,
        ...attached('application/pdf', 'code.pdf', await poster(coverLine(draft.language, draft.chance), symbol)),
      }
    },
  }
}

const SCAN = {
  en: 'the QR code',
  pt: 'o código QR',
  de: 'den QR-Code',
  es: 'el código QR',
  fr: 'le code QR',
  nl: 'de QR-code',
} as const

function drawn(draft: Draft): string {
  const lines = textOf(draft).flatMap((one) => one.match(/[\s\S]{1,56}(?:\s|$)/g) ?? [])
  const text = lines.map((line, at) => `<tspan x="20" y="${40 + at * 22}">${escapeHtml(line.trim())}</tspan>`)
  return `<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="620" height="${80 + lines.length * 22}" viewBox="0 0 620 ${80 + lines.length * 22}"><rect width="100%" height="100%" fill="#fff"/><text font-family="Arial" font-size="15" fill="#111">${text.join('')}</text></svg>`
}
