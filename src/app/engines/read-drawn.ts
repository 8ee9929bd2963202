import type { DrawnText, ReadingLanguage } from '../../extract/engines.ts'
import type { GreyPicture } from '../../extract/picture/grey-picture.ts'
import { mayHoldText } from '../../extract/picture/may-hold-text.ts'
import { preparedForReading } from '../../extract/picture/prepared-for-reading.ts'
import type { Recognized } from '../../extract/picture/recognized-text.ts'
import { quarterTurned } from '../../extract/picture/turned.ts'
import type { FindCodes } from './barcodes.ts'
import type { Recognize } from './tesseract.ts'

/** Share of letters in sure words, and how many of those, that make looking further pointless. */
const GOOD = { sureness: 0.6, letters: 8 }
/** A picture with less in it that looks like letters is not tried a second time. */
const LEAST_LETTERS = 10
/** What is turned or in bad light is read sooner than what only stands apart. */
type Attempt = { readonly turn: 0 | 90 | 180 | 270; readonly isUneven: boolean; readonly layout: 'auto' | 'sparse' }

/**
 * Reads a picture: its codes, and its words as it is; where that gives little, turned around, and with its light evened
 * out, until one way is good or the time is over.
 *
 * In: isTime: whether there is time for one more way of reading.
 */
export async function readDrawn(
  picture: GreyPicture,
  language: ReadingLanguage,
  isTime: () => boolean,
  { findCodes, recognize }: { findCodes: FindCodes; recognize: Recognize },
): Promise<DrawnText> {
  const codes = await findCodes(picture)
  if (!mayHoldText(picture)) return { text: '', codes }
  const plain = preparedForReading(picture, false)
  const turns = plain.isSideways ? ([0, 180] as const) : ([0, 180] as const)
  const attempts: Attempt[] = [
    ...turns.map((turn) => ({ turn, isUneven: false, layout: 'auto' as const })),
    { turn: 0, isUneven: true, layout: 'sparse' },
  ]
  let best: Recognized = { text: '', sureness: 0, letters: 0 }
  for (const { turn, isUneven, layout } of attempts) {
    if (best !== null && isGood(best)) break
    const prepared = isUneven ? preparedForReading(picture, true) : plain
    if (prepared.letters < LEAST_LETTERS && turn !== 0) continue
    const read = await recognize(quarterTurned(prepared.picture, turn), language, layout)
    if (worth(read) > worth(best)) best = read
    if (!isTime()) break
  }
  return { text: best.text, codes }
}

const isGood = ({ sureness, letters }: Recognized): boolean => sureness >= GOOD.sureness && letters >= GOOD.letters

function worth({ sureness, letters }: Recognized): number {
  return sureness * letters
}
