import { DAY_MILLIS } from '../model/day.ts'
import { isMalicious } from '../model/profile.ts'
import { BIRTH_DAYS_WIDTH, BIRTHS_WIDTH, changedBirthDays, changedBirths } from './births.ts'
import type { IndexFiles } from './index-files.ts'
import type { KeptRecord } from './kept-record.ts'

/** Days that two bytes hold: until 2149. */
const MAX_DAY = 65_535

/** The day a number was first seen as a malicious one, whole days since 1970; null where it never was. */
export function birthDay(kept: readonly KeptRecord[]): number | null {
  let first: number | null = null
  for (const [channel, , role, , , , firstSeenAt] of kept) {
    if (isMalicious({ channel, role }) && (first === null || firstSeenAt < first)) first = firstSeenAt
  }
  return first === null ? null : Math.min(MAX_DAY, Math.max(0, Math.floor(first / DAY_MILLIS)))
}

/** Gathers what changes in many numbers, and puts it block by block: each is written once. */
export type BirthChanges = {
  replace(digits: number, before: number | null, now: number | null): void
  put(files: Pick<IndexFiles, 'births' | 'birthDays'>): void
}

export function birthChanges(): BirthChanges {
  const places = new Map<number, Map<number, number | null>>()
  const days = new Map<number, Map<number, number>>()
  return {
    replace(digits, before, now) {
      if (before === now) return
      const thousand = digits - (digits % BIRTHS_WIDTH)
      of(places, thousand).set(digits - thousand, now)
      const counts = of(days, digits - (digits % BIRTH_DAYS_WIDTH))
      if (before !== null) counts.set(before, (counts.get(before) ?? 0) - 1)
      if (now !== null) counts.set(now, (counts.get(now) ?? 0) + 1)
    },
    put({ births, birthDays }) {
      for (const [start, changes] of places) put(births, start, changedBirths(births.get(start), changes))
      for (const [start, changes] of days) put(birthDays, start, changedBirthDays(birthDays.get(start), changes))
    },
  }
}

function of<Value>(blocks: Map<number, Map<number, Value>>, start: number): Map<number, Value> {
  const changes = blocks.get(start) ?? new Map<number, Value>()
  blocks.set(start, changes)
  return changes
}

function put(table: IndexFiles['births'], start: number, bytes: Buffer): void {
  if (bytes.length > 0) table.putSync(start, bytes)
  else table.removeSync(start)
}
