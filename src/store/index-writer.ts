import { statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { Membership } from '../analyze/rings/stored-rings.ts'
import { digitsOf } from '../model/phone-number.ts'
import type { PhoneNumber } from '../model/phone-number.ts'
import { BLOCK_WIDTHS, blockStart, isMalicious } from '../model/profile.ts'
import type { BlockWidth, SourceRecord } from '../model/profile.ts'
import { birthChanges, birthDay } from './birth-changes.ts'
import { coverageTally } from './coverage-tally.ts'
import { damaged, fileNow, INDEX_FORMAT, indexFolder, ONLY, writeIndexFiles } from './index-files.ts'
import type { IndexFiles, IndexState, KeptReturns } from './index-files.ts'
import { keptRecord } from './kept-record.ts'
import type { KeptRecord } from './kept-record.ts'
import type { Traced } from './replace-rings.ts'

/** All that is remembered of one number. */
export type Records = { readonly number: PhoneNumber; readonly records: readonly SourceRecord[] }

/** The writing side of the look-up index. */
export type IndexWriter = {
  /** Whether its file is still where it is looked for. */
  isThere(): boolean
  state(): IndexState
  /**
   * Puts what is now remembered of numbers; the counts of their blocks follow. All of it or, where it dies, nothing.
   * Out: how many changed.
   */
  putRecords(batch: readonly Records[]): number
  /** Says that everything taken in before a time is in. */
  moveWatermark(watermarkAt: number): void
  /** What is kept of how silences go on; null where nothing is yet. */
  returns(): KeptReturns | null
  putReturns(kept: KeptReturns): void
  /** Numbers in the index. */
  size(): number
  /** Replaces the rings of all numbers. */
  putRings(traced: Traced, members: readonly Membership[]): void
  /** Puts those of some numbers; a ring of none takes a number out. */
  changeRings(traced: Traced, members: readonly Membership[]): void
  close(): Promise<void>
}

/**
 * Opens the index for writing.
 *
 * In:     store, which store it is filled from. An index of another store or format is emptied first.
 * Throws: IntelError `store_unavailable` where the file is damaged or cannot be written.
 */
export async function openIndexWriter(data: string, store: string): Promise<IndexWriter> {
  const files = await writeIndexFiles(data)
  const kept = files.state.get(ONLY)
  if (kept?.format !== INDEX_FORMAT || kept.store !== store) empty(files, store)

  const change = <Out>(work: () => Out): Out => {
    try {
      const out = files.root.transactionSync(work)
      growToLastPage(data, files)
      return out
    } catch (error) {
      throw damaged(data, error)
    }
  }
  const state = (): IndexState => files.state.get(ONLY)!
  const file = fileNow(data)

  return {
    isThere: () => fileNow(data) === file,
    state,
    putRecords(batch) {
      return change(() => putRecords(files, batch))
    },
    moveWatermark(watermarkAt) {
      change(() => files.state.putSync(ONLY, { ...state(), watermarkAt }))
    },
    putRings(traced, members) {
      // In their order, each lands beside the last one.
      const rows = members.map(({ number, ring, numbers }) => [digitsOf(number), [ring, numbers]] as const)
      rows.sort(([one], [other]) => one - other)
      change(() => {
        files.rings.clearSync()
        for (const [digits, value] of rows) files.rings.putSync(digits, value)
        files.state.putSync(ONLY, { ...state(), ...traced })
      })
    },
    changeRings(traced, members) {
      change(() => {
        for (const { number, ring, numbers } of members) {
          if (numbers > 0) files.rings.putSync(digitsOf(number), [ring, numbers])
          else files.rings.removeSync(digitsOf(number))
        }
        files.state.putSync(ONLY, { ...state(), ...traced })
      })
    },
    returns: () => files.returns.get(ONLY) ?? null,
    putReturns(kept) {
      change(() => files.returns.putSync(ONLY, kept))
    },
    size: () => (files.profiles.getStats() as { entryCount: number }).entryCount,
    async close() {
      await files.root.close()
    },
  }
}

function empty(files: IndexFiles, store: string): void {
  const { root, profiles, rings, blocks, births, birthDays, coverage, returns, state } = files
  root.transactionSync(() => {
    for (const table of [profiles, rings, ...Object.values(blocks), births, birthDays, coverage, returns])
      table.clearSync()
    state.putSync(ONLY, { format: INDEX_FORMAT, store, watermarkAt: 0, tracing: 0, step: 0 })
  })
}

/** What happened to a block. isLess: a number of it is not what it was, so the block has to be counted again. */
type BlockChange = { added: number; lastSeenAt: number; isLess: boolean }

function putRecords(files: IndexFiles, batch: readonly Records[]): number {
  const blocks = new Map<BlockWidth, Map<number, BlockChange>>(BLOCK_WIDTHS.map((width) => [width, new Map()]))
  const births = birthChanges()
  const tally = coverageTally(files.coverage.get(ONLY) ?? {})
  let changed = 0
  for (const { number, records } of batch) {
    const digits = digitsOf(number)
    const kept = records.map(keptRecord)
    const known = files.profiles.get(digits)
    if (known && isDeepStrictEqual(known, kept)) continue
    changed += 1
    files.profiles.putSync(digits, kept)
    tally.replace(number, known ?? [], kept)
    births.replace(digits, birthDay(known ?? []), birthDay(kept))
    const before = lastMalicious(known ?? [])
    const now = lastMalicious(kept)
    if (now === before) continue
    const lastSeenAt = now ?? -Infinity
    for (const [width, changes] of blocks) {
      const start = blockStart(digits, width)
      const change = changes.get(start) ?? { added: 0, lastSeenAt, isLess: false }
      if (before === null) change.added += 1
      else if (now === null || now < before) change.isLess = true
      change.lastSeenAt = Math.max(change.lastSeenAt, lastSeenAt)
      changes.set(start, change)
    }
  }
  for (const [width, changes] of blocks) {
    for (const [start, { added, lastSeenAt, isLess }] of changes) {
      const [numbers, last] = files.blocks[width].get(start) ?? [0, lastSeenAt]
      const count = isLess ? countAgain(files, start, width) : ([numbers + added, Math.max(last, lastSeenAt)] as const)
      if (count[0] > 0) files.blocks[width].putSync(start, count)
      else files.blocks[width].removeSync(start)
    }
  }
  births.put(files)
  if (changed > 0) files.coverage.putSync(ONLY, tally.coverage())
  return changed
}

/** A block as its numbers make it. */
function countAgain({ profiles }: IndexFiles, start: number, width: BlockWidth): readonly [number, number] {
  let [numbers, lastSeenAt] = [0, 0]
  for (const { value } of profiles.getRange({ start, end: start + width })) {
    const last = lastMalicious(value)
    if (last === null) continue
    lastSeenAt = numbers === 0 ? last : Math.max(lastSeenAt, last)
    numbers += 1
  }
  return [numbers, lastSeenAt]
}

function lastMalicious(kept: readonly KeptRecord[]): number | null {
  let last: number | null = null
  for (const [channel, , role, , , , , lastSeenAt] of kept) {
    if (isMalicious({ channel, role }) && (last === null || lastSeenAt > last)) last = lastSeenAt
  }
  return last
}

/** lmdb leaves out last pages that are free again; a file that has them all can be told from one that was cut short. */
function growToLastPage(data: string, { root }: IndexFiles): void {
  const { lastPageNumber, pageSize } = root.getStats() as { lastPageNumber: number; pageSize: number }
  const file = join(indexFolder(data), 'data.mdb')
  const size = (lastPageNumber + 1) * pageSize
  if (statSync(file).size < size) truncateSync(file, size)
}
