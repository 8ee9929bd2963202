/** Of the words that numbers are dictated with. */
export const LONGEST_WORD = 15

/** By length and first letter, a bit for each last letter; letters by the five bits that cases share. */
export type WordShapes = Uint32Array

/** Which lengths, first and last letters words have: one look that spares nearly all others the rest. */
export function shapesOf(words: Iterable<string>): WordShapes {
  const shapes = new Uint32Array((LONGEST_WORD + 1) * 32)
  for (const word of words) {
    if (word.length > LONGEST_WORD) continue
    const shape = word.length * 32 + (word.charCodeAt(0) & 31)
    shapes[shape] = (shapes[shape] as number) | (1 << (word.charCodeAt(word.length - 1) & 31))
  }
  return shapes
}

/** In: start and end, of a word no longer than LONGEST_WORD. */
export function hasShape(shapes: WordShapes, text: string, start: number, end: number): boolean {
  const lasts = shapes[(end - start) * 32 + (text.charCodeAt(start) & 31)] as number
  return ((lasts >> (text.charCodeAt(end - 1) & 31)) & 1) === 1
}
