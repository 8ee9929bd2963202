/** A rectangle of pixels. */
export type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number }

/** A line of writing. sureness: 0 to 100, of its numbers where it has some; startsParagraph: there is a gap before it. */
export type Line = {
  readonly text: string
  readonly sureness: number
  readonly box: Box
  readonly startsParagraph: boolean
  /** There are digits in it that the engine is not sure of. */
  readonly isDoubtful: boolean
}

/**
 * What an OCR engine made of a picture. sureness: 0 to 1, the share of letters in words it is sure of; letters: how
 * many letters and digits there are in them.
 */
export type Recognized = { readonly lines: readonly Line[]; readonly sureness: number; readonly letters: number }

export const NOTHING_RECOGNIZED: Recognized = { lines: [], sureness: 0, letters: 0 }

/** Of 100. Below it a word is no word, as a rule the border of something. */
const LEAST_CONFIDENCE = 30
/** A digit that is not sure makes a number that nobody printed: it has to be surer, itself or with the digits beside it. */
const LEAST_DIGIT_CONFIDENCE = 60
const SURE = 70
const DOUBTFUL = 80
/** Stands for what is there but cannot be read, so that what stands on both sides of it is not joined. */
const UNREADABLE = '\uFFFD'

const WORD_LEVEL = '5'

type Word = { readonly text: string; readonly confidence: number; readonly letters: number; readonly box: Box }

/**
 * The lines of a picture from the words the engine told, with their confidence.
 *
 * In: Tesseract's table of words: level, page, block, paragraph, line, word, left, top, width, height, confidence, text.
 */
export function recognizedLines(table: string): Recognized {
  const places = linesOf(table)
  const words = [...places.values()].flat()
  const all = words.reduce((sum, { letters }) => sum + letters, 0)
  const sure = words.reduce((sum, { confidence, letters }) => sum + (confidence >= SURE ? letters : 0), 0)
  let last = ''
  const lines: Line[] = []
  for (const [place, line] of places) {
    const own = place.slice(0, place.lastIndexOf(' '))
    const text = shownLine(line)
    if (!/[\p{L}\p{N}]/u.test(text) && !line.some(isNumeric)) continue
    const isDoubtful = line.some((word) => isNumeric(word) && word.confidence < DOUBTFUL)
    lines.push({ text, sureness: surenessOf(line), box: around(line), startsParagraph: own !== last, isDoubtful })
    last = own
  }
  return { lines, sureness: all === 0 ? 0 : sure / all, letters: sure }
}

/** Lines as text, a blank line before each paragraph. */
export function recognizedText(lines: readonly Line[]): string {
  return lines
    .filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
    .map(({ text, startsParagraph }, at) => (startsParagraph && at > 0 ? `\n${text}` : text))
    .join('\n')
}

/** The words of each line, by page, block, paragraph and line. */
function linesOf(table: string): ReadonlyMap<string, Word[]> {
  const lines = new Map<string, Word[]>()
  for (const row of table.split('\n')) {
    const [level, page, block, paragraph, line, , left, top, width, height, confidence, written = ''] = row.split('\t')
    const text = written.trim()
    if (level !== WORD_LEVEL || text === '') continue
    const place = `${page} ${block} ${paragraph} ${line}`
    const box = { left: Number(left), top: Number(top), width: Number(width), height: Number(height) }
    const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
    const word = { text, confidence: Number(confidence), letters, box }
    const words = lines.get(place)
    if (words) words.push(word)
    else lines.set(place, [word])
  }
  return lines
}

function shownLine(line: readonly Word[]): string {
  const isSure = surenessOf(line) >= LEAST_DIGIT_CONFIDENCE
  return line
    .map((word) => {
      const least = isNumeric(word) && !isSure ? LEAST_DIGIT_CONFIDENCE : LEAST_CONFIDENCE
      return word.confidence >= least ? word.text : UNREADABLE
    })
    .join(' ')
}

/** How sure the engine is of the numbers of a line together; of its words where there are none. */
function surenessOf(line: readonly Word[]): number {
  const numeric = line.filter(isNumeric)
  const words = numeric.length > 0 ? numeric : line
  return words.reduce((sum, { confidence }) => sum + confidence, 0) / words.length
}

function isNumeric({ text }: Word): boolean {
  return /\d/.test(text)
}

function around(line: readonly Word[]): Box {
  const left = Math.min(...line.map(({ box }) => box.left))
  const top = Math.min(...line.map(({ box }) => box.top))
  const right = Math.max(...line.map(({ box }) => box.left + box.width))
  const bottom = Math.max(...line.map(({ box }) => box.top + box.height))
  return { left, top, width: right - left, height: bottom - top }
}
