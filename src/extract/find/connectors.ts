import { isLetterAt } from './letters.ts'

/** Words that lead from one piece of a number to the next: `804, then 713 and 4598`, `804 dash 713`. */
const WORDS = [
  'and then next followed by plus dash hyphen minus dot point period space slash first second third last part',
  'und dann danach gefolgt von strich bindestrich punkt leerzeichen erst zuletzt teil',
  'y luego después despues seguido de guion guión punto espacio primero parte',
  'e depois em seguida por hífen traço ponto espaço primeiro',
  'et puis ensuite suivi tiret espace enfin partie',
  'en dan daarna gevolgd door streepje koppelteken punt spatie',
].flatMap((words) => words.split(' '))

const LONGEST = 12
const connectors = new Set(WORDS)

/** Which lengths and first letters such words have: one look that spares nearly all words the rest. */
const SHAPES = new Uint8Array((LONGEST + 1) * 32)
for (const word of WORDS) SHAPES[word.length * 32 + (word.charCodeAt(0) & 31)] = 1

/** All such words, for a look-up that spares other words theirs. */
export const CONNECTORS: ReadonlySet<string> = connectors

/** End of the connecting word that begins at `start`; 0 where another word does. */
export function connectorEnd(text: string, start: number): number {
  let end = start
  while (isLetterAt(text, end)) if (++end - start > LONGEST) return 0
  const length = end - start
  if (length === 0 || SHAPES[length * 32 + (text.charCodeAt(start) & 31)] === 0) return 0
  return connectors.has(text.slice(start, end).toLowerCase()) ? end : 0
}
