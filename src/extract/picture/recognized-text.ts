/**
 * What an OCR engine made of a picture. sureness: 0 to 1, the share of letters in words it is sure of; letters: how
 * many letters and digits there are in them.
 */
export type Recognized = { readonly text: string; readonly sureness: number; readonly letters: number }

/** Of 100. Below it a word is no word, as a rule the border of something. */
const LEAST_CONFIDENCE = 30
/** A digit that is not sure makes a number that nobody printed. */
const LEAST_DIGIT_CONFIDENCE = 55
const SURE = 70
/** Stands for what is there but cannot be read, so that what stands on both sides of it is not joined. */
const UNREADABLE = '\uFFFD'

const WORD = '5'

/**
 * The text of a picture from the words the engine told, with their confidence.
 *
 * In: Tesseract's table of words: level, page, block, paragraph, line, word, left, top, width, height, confidence, text.
 */
export function recognizedText(table: string): Recognized {
  const lines: string[] = []
  let [place, sure, all] = ['', 0, 0]
  for (const row of table.split('\n')) {
    const cells = row.split('\t')
    const [level, page, block, paragraph, line] = cells
    const text = (cells[11] ?? '').trim()
    if (level !== WORD || text === '') continue
    const confidence = Number(cells[10])
    const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
    all += letters
    if (confidence >= SURE) sure += letters
    const isKept = confidence >= (/\d/.test(text) ? LEAST_DIGIT_CONFIDENCE : LEAST_CONFIDENCE)
    const word = isKept ? text : UNREADABLE
    const own = `${page} ${block} ${paragraph} ${line}`
    const isNewBlock = !place.startsWith(`${page} ${block} ${paragraph} `)
    if (own === place) lines.push(`${lines.pop() ?? ''} ${word}`)
    else if (isNewBlock && lines.length > 0) lines.push('', word)
    else lines.push(word)
    place = own
  }
  const text = lines
    .filter((line, at) => (line === '' ? at > 0 : /[\p{L}\p{N}]/u.test(line)))
    .join('\n')
    .trim()
  return { text, sureness: all === 0 ? 0 : sure / all, letters: sure }
}
