import type { Surroundings } from './surroundings.ts'

/** Blocks of so many numbers are foretold. */
export const LIVELY_WIDTH = 1_000

/** Of each block every so many numbers are foretold, and each stands for as many. */
const STEP = 4

const LATELY_DAYS = 30

/** A block that brought numbers of late. lately: how many in the last 30 days. */
export type LivelyBlock = { readonly start: number; readonly lately: number }

/** The blocks that brought most of late, in that order. */
export function livelyBlocks({ known, day }: Surroundings, limit: number): LivelyBlock[] {
  const lately = new Map<number, number>()
  for (const each of known) {
    const start = startOf(each.digits)
    if (day - each.day <= LATELY_DAYS) lately.set(start, (lately.get(start) ?? 0) + 1)
  }
  const blocks = [...lately].map(([start, count]) => ({ start, lately: count }))
  return blocks.sort((a, b) => b.lately - a.lately || a.start - b.start).slice(0, limit)
}

export const startOf = (digits: number): number => digits - (digits % LIVELY_WIDTH)

/** expected: how many of its numbers are. next: the likeliest of them. */
export type ForetoldBlock = { readonly expected: number; readonly next: number }

/**
 * In:  tell, how likely a number is to enter; null for those that nothing is foretold of.
 * Out: null where there are only such, or numbers that were seen.
 */
export function foretoldBlock(
  start: number,
  before: Surroundings,
  tell: (digits: number) => number | null,
): ForetoldBlock | null {
  let [sum, likeliest, next] = [0, 0, -1]
  for (let digits = start; digits < start + LIVELY_WIDTH; digits += STEP) {
    const probability = before.has(digits) ? null : tell(digits)
    if (probability === null) continue
    sum += probability
    if (probability > likeliest) [likeliest, next] = [probability, digits]
  }
  return next < 0 ? null : { expected: sum * STEP, next }
}
