import { isLetterAt } from './letters.ts'
import { hasShape, LONGEST_WORD, shapesOf } from './word-shapes.ts'

/** Words that lead from one piece of a number to the next: `804, then 713 and 4598`, `804 dash 713`. */
const WORDS = [
  'and then next followed by plus dash hyphen minus dot point period space slash first second third last part',
  'und dann danach gefolgt von strich bindestrich punkt leerzeichen erst zuletzt teil',
  'y luego después despues seguido de guion guión punto espacio primero parte',
  'e depois em seguida por hífen traço ponto espaço primeiro',
  'et puis ensuite suivi tiret espace enfin partie',
  'en dan daarna gevolgd door streepje koppelteken punt spatie',
].flatMap((words) => words.split(' '))

/** All such words, for a look-up that spares other words theirs. */
export const CONNECTORS: ReadonlySet<string> = new Set(WORDS)

const SHAPES = shapesOf(CONNECTORS)

/** End of the connecting word that begins at `start`; 0 where another word does. */
export function connectorEnd(text: string, start: number): number {
  let end = start
  while (isLetterAt(text, end)) if (++end - start > LONGEST_WORD) return 0
  if (end === start || !hasShape(SHAPES, text, start, end)) return 0
  return CONNECTORS.has(text.slice(start, end).toLowerCase()) ? end : 0
}
