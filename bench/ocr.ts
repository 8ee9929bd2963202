import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { decodePicture } from '../src/app/engines/decode-picture.ts'
import { barcodes } from '../src/app/engines/barcodes.ts'
import { readDrawn } from '../src/app/engines/read-drawn.ts'
import { tesseract } from '../src/app/engines/tesseract.ts'
import { mayHoldText } from '../src/extract/picture/may-hold-text.ts'
import type { GreyPicture } from '../src/extract/picture/grey-picture.ts'
import { parseMail } from '../src/extract/mime/parse-mail.ts'
import type { MailPart } from '../src/extract/mime/mail-part.ts'
import { attachmentKind } from '../src/extract/attached/attachment-kind.ts'
import { drawn } from '../test/drawn.ts'
import type { Benchmark, Figure } from './figures.ts'
import { machine, markdown } from './figures.ts'
import { mailIn } from './labelled-mail.ts'

const MAIL = fileURLToPath(new URL('../../shared/data/mail/scam', import.meta.url))
const LINES = [
  'Your Norton plan was renewed for $349.99.',
  'If you did not order this, please call',
  '+1 (808) 471-4598 now.',
]
/** Pixels: below the first a small picture, below the second a screenshot, else a page. */
const SIZES = [
  ['small pictures, below 0.1 megapixels', 100_000],
  ['below a megapixel', 1_000_000],
  ['pages and photos', Infinity],
] as const

/** Reading pictures one after the other, engines warm: each distinct picture of the scam mail, and drawn lures. */
export const ocrBenchmark: Benchmark = async () => {
  const pictures = [...(await picturesOfMail()), await drawn(LINES), await drawn(LINES, { scale: 4 })]
  const readers = { findCodes: barcodes(), recognize: tesseract() }
  const reading = { isTime: () => true, tell: () => undefined }
  // The engines compile their hot paths with the first pictures.
  for (const picture of pictures.slice(-2)) await readDrawn(picture, 'eng', reading, readers)
  const took: { readonly pixels: number; readonly millis: number; readonly cpuMillis: number }[] = []
  for (const picture of pictures) {
    const [startedAt, cpu] = [performance.now(), process.cpuUsage()]
    await readDrawn(picture, 'eng', reading, readers)
    const { user, system } = process.cpuUsage(cpu)
    const pixels = picture.width * picture.height
    took.push({ pixels, millis: performance.now() - startedAt, cpuMillis: (user + system) / 1000 })
  }
  const figures: Figure[] = []
  let least = 0
  for (const [name, most] of SIZES) {
    const some = took.filter(({ pixels }) => pixels >= least && pixels < most)
    least = most
    if (some.length === 0) continue
    const size = `${some.length} ${name}`
    figures.push(
      { work: 'read a picture, median', size, ours: median(some.map(({ millis }) => millis)), unit: 'ms' },
      {
        work: 'read a picture, processor time, median',
        size,
        ours: median(some.map(({ cpuMillis }) => cpuMillis)),
        unit: 'ms',
      },
    )
  }
  const all = took.map(({ millis }) => millis)
  const share = pictures.filter((picture) => !mayHoldText(picture)).length / pictures.length
  return [
    ...figures,
    { work: 'read a picture, median', size: `all ${took.length}`, ours: median(all), unit: 'ms' },
    { work: 'pictures passed over as too small or plain', size: `all ${took.length}`, ours: share * 100, unit: '%' },
    {
      work: 'resident memory after all',
      size: `all ${took.length}`,
      ours: process.memoryUsage().rss / 1e6,
      unit: 'MB',
    },
  ]
}

async function picturesOfMail(): Promise<GreyPicture[]> {
  const pictures = new Map<string, GreyPicture>()
  for (const file of mailIn(MAIL)) {
    for (const { bytes, type, name } of leavesOf(parseMail(readFileSync(join(file))).root)) {
      if (attachmentKind(bytes, type, name) !== 'picture') continue
      const decoded = await decodePicture(bytes)
      const [first] = 'issue' in decoded ? [] : decoded.frames
      if (first) pictures.set(Buffer.from(first.pixels).toString('base64'), first)
    }
  }
  return [...pictures.values()]
}

function leavesOf(part: MailPart): MailPart[] {
  return part.parts.length > 0 ? part.parts.flatMap(leavesOf) : [part]
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(`# OCR, ${machine()}\n\n${markdown(await ocrBenchmark())}`)
}
