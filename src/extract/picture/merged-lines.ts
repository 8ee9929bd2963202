import type { Line } from './recognized-text.ts'

/** Of the pairs of letters of two readings, how many they share where both are of the same line. */
const SAME_LINE = 0.7

/**
 * The lines of a picture, read as a whole, and those of its boxes, read for themselves. What was read both ways counts
 * as the boxes tell it: there it was made dark on white first.
 */
export function mergedLines(whole: readonly Line[], boxes: readonly Line[]): readonly Line[] {
  const pairs = boxes.map(({ text }) => pairsOf(text))
  return [...whole.filter(({ text }) => !pairs.some((other) => likeness(pairsOf(text), other) >= SAME_LINE)), ...boxes]
}

function pairsOf(text: string): ReadonlySet<string> {
  const bare = text.toLowerCase().replace(/\s+/g, '')
  return new Set(Array.from({ length: Math.max(0, bare.length - 1) }, (_, at) => bare.slice(at, at + 2)))
}

function likeness(some: ReadonlySet<string>, others: ReadonlySet<string>): number {
  if (some.size === 0 || others.size === 0) return 0
  let shared = 0
  for (const pair of some) if (others.has(pair)) shared++
  return (2 * shared) / (some.size + others.size)
}
