import { FORECAST_WIDTHS, freshness, HALF_LIVES, NEAR, REACH } from '../analyze/forecast/vicinity.ts'
import type { Born, Vicinity } from '../analyze/forecast/vicinity.ts'

// What the index keeps of blocks for forecasts. Whole numbers alone, so that taking back what was put leaves no trace.

/** Of a thousand, its malicious numbers ascending: two bytes where it stands in it, two for the day it was first seen. */
export type Births = Buffer

/** Of ten thousand, how many malicious numbers were first seen on a day: two bytes for the day, two for how many. */
export type BirthDays = Buffer

export const BIRTHS_WIDTH = REACH
export const BIRTH_DAYS_WIDTH = 10_000

const ENTRY_BYTES = 4
const NOTHING = Buffer.alloc(0)

/** Pairs as they are kept. */
function entries(bytes: Buffer | undefined): [number, number][] {
  const all: [number, number][] = []
  if (bytes)
    for (let at = 0; at < bytes.length; at += ENTRY_BYTES)
      all.push([bytes.readUInt16LE(at), bytes.readUInt16LE(at + 2)])
  return all
}

function kept(pairs: Iterable<readonly [number, number]>): Buffer {
  const ascending = [...pairs].sort(([a], [b]) => a - b)
  const bytes = Buffer.alloc(ascending.length * ENTRY_BYTES)
  ascending.forEach(([key, value], i) => {
    bytes.writeUInt16LE(key, i * ENTRY_BYTES)
    bytes.writeUInt16LE(value, i * ENTRY_BYTES + 2)
  })
  return bytes
}

/** In: changes, by place in the thousand the day a number was first seen; null where it is malicious no more. */
export function changedBirths(births: Births | undefined, changes: ReadonlyMap<number, number | null>): Births {
  const days = new Map(entries(births))
  for (const [place, day] of changes) {
    if (day === null) days.delete(place)
    else days.set(place, day)
  }
  return kept(days)
}

/** In: changes, by day how many numbers more, or less. */
export function changedBirthDays(days: BirthDays | undefined, changes: ReadonlyMap<number, number>): BirthDays {
  const counts = new Map(entries(days))
  for (const [day, change] of changes) counts.set(day, (counts.get(day) ?? 0) + change)
  return kept([...counts].filter(([, count]) => count > 0))
}

/**
 * What is known around a number on a day, as `surroundingsOn` tells it of the same numbers.
 *
 * In: birthsOf and birthDaysOf, what is kept of the block that begins with a number.
 */
export function vicinityOf(
  digits: number,
  day: number,
  kept: { birthsOf(start: number): Births | undefined; birthDaysOf(start: number): BirthDays | undefined },
): Vicinity {
  const thousand = digits - (digits % BIRTHS_WIDTH)
  const place = digits - thousand
  const own = kept.birthsOf(thousand) ?? NOTHING
  const blocks = FORECAST_WIDTHS.map(() => ({ numbers: 0, fresh: HALF_LIVES.map(() => 0) }))
  let [firstAbove, itself, newest] = [own.length, -1, -1]
  for (let at = 0; at < own.length; at += ENTRY_BYTES) {
    const [other, bornOn] = [own.readUInt16LE(at), own.readUInt16LE(at + 2)]
    if (other === place) {
      itself = at
      continue
    }
    if (other > place && firstAbove === own.length) firstAbove = at
    if (newest < 0 || bornOn >= own.readUInt16LE(newest + 2)) newest = at
    for (let i = 0; i < FORECAST_WIDTHS.length && FORECAST_WIDTHS[i]! <= BIRTHS_WIDTH; i++) {
      const width = FORECAST_WIDTHS[i]!
      if (other - (other % width) === place - (place % width)) count(blocks[i]!, 1, day - bornOn)
    }
  }
  const bornAt = (at: number): Born => ({ digits: thousand + own.readUInt16LE(at), day: own.readUInt16LE(at + 2) })
  const [below, above]: [Born[], Born[]] = [[], []]
  const lastBelow = (itself < 0 ? firstAbove : itself) - ENTRY_BYTES
  for (let at = lastBelow; at >= 0 && below.length < NEAR; at -= ENTRY_BYTES) below.push(bornAt(at))
  for (let at = firstAbove; at < own.length && above.length < NEAR; at += ENTRY_BYTES) above.push(bornAt(at))
  below.push(...nearestIn(kept, thousand - BIRTHS_WIDTH, 'last', NEAR - below.length))
  above.push(...nearestIn(kept, thousand + BIRTHS_WIDTH, 'first', NEAR - above.length))
  const widest = blocks.at(-1)!
  const days = kept.birthDaysOf(digits - (digits % BIRTH_DAYS_WIDTH)) ?? NOTHING
  for (let at = 0; at < days.length; at += ENTRY_BYTES) {
    count(widest, days.readUInt16LE(at + 2), day - days.readUInt16LE(at))
  }
  if (itself >= 0) count(widest, -1, day - bornAt(itself).day)
  return { blocks, below, above, newest: newest < 0 ? null : bornAt(newest) }
}

function count(block: { numbers: number; fresh: number[] }, numbers: number, ageDays: number): void {
  block.numbers += numbers
  for (let i = 0; i < HALF_LIVES.length; i++) {
    block.fresh[i] = Math.max(0, block.fresh[i]! + numbers * freshness(ageDays, i))
  }
}

function nearestIn(
  kept: { birthsOf(start: number): Births | undefined },
  start: number,
  end: 'first' | 'last',
  most: number,
): Born[] {
  const births = most > 0 ? kept.birthsOf(start) : undefined
  if (!births) return []
  const there = births.length / ENTRY_BYTES
  return Array.from({ length: Math.min(most, there) }, (_, i) => {
    const at = (end === 'first' ? i : there - 1 - i) * ENTRY_BYTES
    return { digits: start + births.readUInt16LE(at), day: births.readUInt16LE(at + 2) }
  })
}
