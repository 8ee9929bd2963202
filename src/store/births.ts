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
  const [below, above]: [Born[], Born[]] = [[], []]
  const blocks = FORECAST_WIDTHS.map(() => ({ numbers: 0, fresh: HALF_LIVES.map(() => 0) }))
  let newest: Born | null = null
  let itsDay: number | null = null
  for (let at = 0; at < own.length; at += ENTRY_BYTES) {
    const [other, firstDay] = [own.readUInt16LE(at), own.readUInt16LE(at + 2)]
    if (other === place) {
      itsDay = firstDay
      continue
    }
    const born = { digits: thousand + other, day: firstDay }
    if (newest === null || firstDay >= newest.day) newest = born
    if (other < place) below.unshift(born)
    else if (above.length < NEAR) above.push(born)
    if (below.length > NEAR) below.pop()
    for (let i = 0; i < FORECAST_WIDTHS.length && FORECAST_WIDTHS[i]! <= BIRTHS_WIDTH; i++) {
      const width = FORECAST_WIDTHS[i]!
      if (Math.floor(other / width) === Math.floor(place / width)) count(blocks[i]!, 1, day - firstDay)
    }
  }
  if (below.length < NEAR)
    below.push(
      ...nearestIn(kept.birthsOf(thousand - BIRTHS_WIDTH), thousand - BIRTHS_WIDTH, 'last', NEAR - below.length),
    )
  if (above.length < NEAR)
    above.push(
      ...nearestIn(kept.birthsOf(thousand + BIRTHS_WIDTH), thousand + BIRTHS_WIDTH, 'first', NEAR - above.length),
    )
  const widest = blocks.at(-1)!
  const days = kept.birthDaysOf(digits - (digits % BIRTH_DAYS_WIDTH)) ?? NOTHING
  for (let at = 0; at < days.length; at += ENTRY_BYTES) {
    count(widest, days.readUInt16LE(at + 2), day - days.readUInt16LE(at))
  }
  if (itsDay !== null) count(widest, -1, day - itsDay)
  return { blocks, below, above, newest }
}

function count(block: { numbers: number; fresh: number[] }, numbers: number, ageDays: number): void {
  block.numbers += numbers
  for (let i = 0; i < HALF_LIVES.length; i++)
    block.fresh[i] = Math.max(0, block.fresh[i]! + numbers * freshness(ageDays, i))
}

function nearestIn(births: Births | undefined, start: number, end: 'first' | 'last', most: number): Born[] {
  if (!births) return []
  const there = births.length / ENTRY_BYTES
  return Array.from({ length: Math.min(most, there) }, (_, i) => {
    const at = (end === 'first' ? i : there - 1 - i) * ENTRY_BYTES
    return { digits: start + births.readUInt16LE(at), day: births.readUInt16LE(at + 2) }
  })
}
