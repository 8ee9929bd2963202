import { lengthBits } from '../ranges/range-row.ts'

/**
 * Reads lengths as Google's metadata write them.
 *
 * In:  most, digits; longer ones are left out.
 * Out: bits; null where they are no lengths.
 * @example metadataLengths('4-6,9', 14) // => bits 4, 5, 6 and 9
 */
export function metadataLengths(text: string, most: number): number | null {
  const lengths: number[] = []
  for (const part of text.split(',')) {
    const match = /^(\d{1,2})(?:-(\d{1,2}))?$/.exec(part.trim())
    if (!match) return null
    for (let length = Number(match[1]); length <= Number(match[2] ?? match[1]); length++) lengths.push(length)
  }
  return lengthBits(lengths.filter((length) => length <= most))
}
