import type { DrawnText, ReadingLanguage } from '../../extract/engines.ts'
import type { GreyPicture } from '../../extract/picture/grey-picture.ts'
import { mayHoldText } from '../../extract/picture/may-hold-text.ts'
import { isUnevenlyLit } from '../../extract/picture/even-light.ts'
import { preparedForReading, WAYS } from '../../extract/picture/prepared-for-reading.ts'
import type { Prepared } from '../../extract/picture/prepared-for-reading.ts'
import { cropped } from '../../extract/picture/cropped.ts'
import { mergedLines } from '../../extract/picture/merged-lines.ts'
import { NOTHING_RECOGNIZED, recognizedText } from '../../extract/picture/recognized-text.ts'
import type { Line, Recognized } from '../../extract/picture/recognized-text.ts'
import { quarterTurned } from '../../extract/picture/turned.ts'
import type { FindCodes } from './barcodes.ts'
import { isBroken } from './limited-memory.ts'
import type { Layout, Recognize } from './tesseract.ts'

/** Share of letters in sure words, and how many of those, that make trying another way pointless. */
const GOOD = { sureness: 0.6, letters: 8 }
/** A picture with less in it that looks like letters holds no number. */
const LEAST_LETTERS = 6
/** Lines with digits that are in doubt are read once more, each for itself; not where all is in doubt. */
const MOST_REREAD = 8
const WORTH_REREADING = 0.2

/** isTime: whether there is time for one more way of reading; tell: what was read so far, should the rest never come. */
export type Reading = { readonly isTime: () => boolean; readonly tell: (soFar: DrawnText) => void }

export type DrawnReaders = { readonly findCodes: FindCodes; readonly recognize: Recognize }

/**
 * Reads a picture: its codes, and its words. A picture is read as it is; where that gives little, upside down, then with
 * its light evened out. What stands in boxes of the other ground, light on dark in a picture of dark on light, is read
 * after that, for itself. An engine that breaks on a picture costs what it would have read, and that is told.
 */
export async function readDrawn(
  picture: GreyPicture,
  language: ReadingLanguage,
  { isTime, tell }: Reading,
  { findCodes, recognize }: DrawnReaders,
): Promise<DrawnText> {
  let failure: string | undefined
  const unlessBroken = async <Read>(reading: Promise<Read>, nothing: Read): Promise<Read> => {
    try {
      return await reading
    } catch (error) {
      if (!isBroken(error)) throw error
      failure ??= String(error)
      return nothing
    }
  }
  const told = (lines: readonly Line[]): DrawnText => {
    const all = { text: recognizedText(lines), codes }
    return failure === undefined ? all : { ...all, failure }
  }
  const codes = await unlessBroken(findCodes(picture), [])
  if (!mayHoldText(picture)) return told([])
  const read = async (prepared: Prepared, turn: 0 | 180, layout: Layout): Promise<Recognized> => {
    if (prepared.letters < LEAST_LETTERS || !isTime()) return NOTHING_RECOGNIZED
    const upright = quarterTurned(prepared.picture, turn)
    const all = await unlessBroken(recognize(upright, language, layout), NOTHING_RECOGNIZED)
    const reread = all.sureness < WORTH_REREADING ? 0 : MOST_REREAD
    const lines: Line[] = []
    let doubtful = 0
    for (const line of all.lines) {
      const isAgain = line.isDoubtful && doubtful++ < reread && isTime()
      const reading = isAgain ? recognize(cropped(upright, line.box), language, 'line') : NOTHING_RECOGNIZED
      const [again] = (await unlessBroken(Promise.resolve(reading), NOTHING_RECOGNIZED)).lines
      lines.push(again && again.sureness > line.sureness ? { ...line, text: again.text } : line)
    }
    return { ...all, lines }
  }

  const isUneven = isUnevenlyLit(WAYS.plain(picture))
  const plain = preparedForReading(picture, isUneven ? 'even' : 'plain')
  let best = await read(plain, 0, 'auto')
  const keep = (other: Recognized): void => void (best = worth(other) > worth(best) ? other : best)
  if (isGood(best)) tell(told(best.lines))
  if (!isGood(best)) keep(await read(plain, 180, 'auto'))
  if (!isGood(best) && isTime()) keep(await read(preparedForReading(picture, 'even'), 0, 'sparse'))
  const inBoxes =
    !isUneven && isTime() ? await read(preparedForReading(picture, 'boxes'), 0, 'auto') : NOTHING_RECOGNIZED
  return told(mergedLines(best.lines, inBoxes.lines))
}

const isGood = ({ sureness, letters }: Recognized): boolean => sureness >= GOOD.sureness && letters >= GOOD.letters

const worth = ({ sureness, letters }: Recognized): number => sureness * letters
