import type { HiddenSpan } from '../../model/message.ts'
import type { Pdfium } from './pdfium.ts'
import { pdfGrounds } from './pdf-grounds.ts'
import type { Paint } from './pdf-grounds.ts'
import { renderPage } from './render-page.ts'

/** More characters than on any page that is read. */
const MOST_CHARACTERS = 500_000
/** Neither filled nor drawn: PDF 32000-1, table 106. */
const INVISIBLE = 3
/** Lighter than this in all colours, writing is looked at on the page itself. */
const PALE = 225
/** In half points: a dot. */
const LEAST_SIZE = 3
/** Of 255. */
const LEAST_ALPHA = 30
/** In shades: what differs less from what is around it, nobody reads. */
const LEAST_CONTRAST = 14
/** Half points. */
const SCALE = 2

/** On the page as it is shown, from its upper left corner, in half points. */
type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }
type Doubtful = HiddenSpan & { readonly box: Box }

/**
 * The text of a page, with the spans that are there and not seen: off the page, too small, or of which nothing is drawn
 * where they stand (invisible, in the colour of the ground, covered).
 */
export function pdfPageText(pdfium: Pdfium, page: number): { text: string; hidden: HiddenSpan[] } | null {
  const textPage = pdfium.FPDFText_LoadPage(page)
  if (textPage === 0) return null
  try {
    const count = Math.min(pdfium.FPDFText_CountChars(textPage), MOST_CHARACTERS)
    if (count <= 0) return { text: '', hidden: [] }
    const text = textOf(pdfium, textPage, count)
    return { text, hidden: hiddenSpans(pdfium, page, textPage, text, count) }
  } finally {
    pdfium.FPDFText_ClosePage(textPage)
  }
}

function textOf(pdfium: Pdfium, textPage: number, count: number): string {
  const buffer = pdfium.malloc((count + 1) * 2)
  if (buffer === 0) return ''
  try {
    const written = pdfium.FPDFText_GetText(textPage, 0, count, buffer)
    return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(pdfium.bytesAt(buffer, Math.max(0, written - 1) * 2))
  } finally {
    pdfium.free(buffer)
  }
}

function hiddenSpans(pdfium: Pdfium, page: number, textPage: number, text: string, count: number): HiddenSpan[] {
  const width = Math.round(pdfium.FPDF_GetPageWidthF(page) * SCALE)
  const height = Math.round(pdfium.FPDF_GetPageHeightF(page) * SCALE)
  const placed = placing(pdfium, page, width, height)
  const doubtOf = doubting(pdfium, page, textPage)
  const spans: HiddenSpan[] = []
  const doubtful: Doubtful[] = []
  for (let index = 0; index < count; index++) {
    const box = boxOf(pdfium, textPage, index, placed)
    const start = box === null ? -1 : pdfium.FPDFText_GetTextIndexFromCharIndex(textPage, index)
    if (box === null || start < 0 || BLANK.test(text[start] ?? '')) continue
    const end = start + 1
    const isOff = box.right < 0 || box.left > width || box.bottom < 0 || box.top > height
    if (isOff) spans.push({ start, end, why: 'off_page' })
    else if (isTiny(box) && !DOT.test(text[start] ?? '')) spans.push({ start, end, why: 'font_size' })
    else {
      const why = doubtOf(index)
      if (why !== null) doubtful.push({ start, end, why, box })
    }
  }
  if (doubtful.length > 0) spans.push(...undrawn(pdfium, page, doubtful, width))
  return joined(spans.sort((a, b) => a.start - b.start))
}

type Placed = (x: number, y: number) => readonly [x: number, y: number]

/** PDFium answers in whole steps: so many of them make a half point. */
const FINE = 64
const MOST_STEPS = 2 ** 30
/** In points: far enough apart that a step more or less is nothing. */
const APART = 1_000

/**
 * How the page puts its points on what is shown, in half points: a page may be turned, moved and cut. Asked three times,
 * and not for each character.
 */
function placing(pdfium: Pdfium, page: number, width: number, height: number): Placed {
  const { answers } = pdfium
  const [across, down] = [Math.min(width * FINE, MOST_STEPS), Math.min(height * FINE, MOST_STEPS)]
  const shownAt = (x: number, y: number): readonly [number, number] => {
    pdfium.FPDF_PageToDevice(page, 0, 0, across, down, 0, x, y, answers, answers + 4)
    const [left = 0, top = 0] = pdfium.integersAt(answers, 2)
    return [(left * width) / Math.max(1, across), (top * height) / Math.max(1, down)]
  }
  const [left, top] = shownAt(0, 0)
  const [alongX, alongY] = [shownAt(APART, 0), shownAt(0, APART)]
  const [xx, xy] = [(alongX[0] - left) / APART, (alongX[1] - top) / APART]
  const [yx, yy] = [(alongY[0] - left) / APART, (alongY[1] - top) / APART]
  return (x, y) => [left + x * xx + y * yx, top + x * xy + y * yy]
}

/** null for what has no extent, as blanks that are none in the file. */
function boxOf(pdfium: Pdfium, textPage: number, index: number, placed: Placed): Box | null {
  const { answers } = pdfium
  if (!pdfium.FPDFText_GetCharBox(textPage, index, answers, answers + 8, answers + 16, answers + 24)) return null
  const [left = 0, right = 0, bottom = 0, top = 0] = pdfium.doublesAt(answers, 4)
  if (!(right > left && top > bottom)) return null
  const [x, y] = placed(left, top)
  const [otherX, otherY] = placed(right, bottom)
  return {
    left: Math.min(x, otherX),
    right: Math.max(x, otherX),
    top: Math.min(y, otherY),
    bottom: Math.max(y, otherY),
  }
}

const BLANK = /\s/
/** Small in any size of letters. */
const DOT = /[.,:;·•'’`´-]/

function isTiny({ left, right, top, bottom }: Box): boolean {
  return bottom - top < LEAST_SIZE && right - left < LEAST_SIZE
}

/**
 * Tells of a character why it may be unseen: it is said to be invisible or something lies over it, or its colour is one
 * that white paper or what is painted there does not show. Characters of one text object look alike, and stand in a row.
 */
function doubting(pdfium: Pdfium, page: number, textPage: number): (index: number) => string | null {
  const whyLost = pdfGrounds(pdfium, page)
  let last = 0
  let why: string | null = null
  return (index) => {
    const object = pdfium.FPDFText_GetTextObject(textPage, index)
    if (object === 0 || object !== last) {
      last = object
      why = doubtOf(pdfium, textPage, index, object, whyLost)
    }
    return why
  }
}

function doubtOf(
  pdfium: Pdfium,
  textPage: number,
  index: number,
  object: number,
  whyLost: ReturnType<typeof pdfGrounds>,
): string | null {
  if (object !== 0 && pdfium.FPDFTextObj_GetTextRenderMode(object) === INVISIBLE) return 'not_drawn'
  const { answers } = pdfium
  let paint: Paint = null
  if (pdfium.FPDFText_GetFillColor(textPage, index, answers, answers + 4, answers + 8, answers + 12)) {
    const [red = 0, green = 0, blue = 0, alpha = 255] = pdfium.integersAt(answers, 4)
    if (alpha < LEAST_ALPHA) return 'transparent'
    if (Math.min(red, green, blue) >= PALE) return 'color'
    paint = [red, green, blue]
  }
  return object === 0 ? null : whyLost(object, paint)
}

/** Those of the doubtful of which nothing is drawn: their place on the page as it is shown is of one shade. */
function undrawn(pdfium: Pdfium, page: number, doubtful: readonly Doubtful[], width: number): HiddenSpan[] {
  const shown = renderPage(pdfium, page, SCALE)
  if (shown === null) return []
  const scale = shown.width / width
  return doubtful
    .filter(({ box }) => {
      let [darkest, lightest] = [255, 0]
      const [left, right] = [Math.floor(box.left * scale) - 1, Math.ceil(box.right * scale) + 1]
      const [top, bottom] = [Math.floor(box.top * scale) - 1, Math.ceil(box.bottom * scale) + 1]
      for (let y = Math.max(0, top); y < Math.min(shown.height, bottom); y++) {
        for (let x = Math.max(0, left); x < Math.min(shown.width, right); x++) {
          const shade = shown.pixels[y * shown.width + x] as number
          darkest = Math.min(darkest, shade)
          lightest = Math.max(lightest, shade)
        }
      }
      return lightest - darkest < LEAST_CONTRAST
    })
    .map(({ start, end, why }) => ({ start, end, why }))
}

/** Neighbours of one reason become one span, with the blanks between them. */
function joined(spans: readonly HiddenSpan[]): HiddenSpan[] {
  const out: { start: number; end: number; why: string }[] = []
  for (const span of spans) {
    const last = out.at(-1)
    if (last && last.why === span.why && span.start <= last.end + 2) last.end = Math.max(last.end, span.end)
    else out.push({ ...span })
  }
  return out
}
