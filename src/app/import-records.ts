import type { RecordBatch } from '../collect/records.ts'
import type { NumberIndex } from '../store/number-index.ts'
import type { Store } from '../store/store.ts'
import { batchWriter } from './batch-writer.ts'
import { issueTally } from './issue-tally.ts'
import type { IssueCount } from './issue-tally.ts'

/** Where sightings go, and the index that tells which numbers are known. */
export type Memory = { readonly store: Store; readonly index: NumberIndex }

export type ImportProgress = { readonly records: number; readonly bytes: number; readonly written: number }

/** sightings: read from the records, and in the store; those it knew already are among them and change nothing. */
export type ImportSummary = TrialSummary & {
  readonly newNumbers: number
  /** Numbers known after it. */
  readonly knownNumbers: number
}

export type TrialSummary = {
  readonly records: number
  readonly sightings: number
  readonly issues: readonly IssueCount[]
}

type Advance = (progress: ImportProgress) => void

/** Remembers the sightings of records; bad records are counted and the rest goes on. */
export async function importRecords(
  { store, index }: Memory,
  batches: AsyncIterable<RecordBatch>,
  onProgress: Advance = () => {},
): Promise<ImportSummary> {
  await store.refreshIndex()
  const knownBefore = index.size()
  let written = 0
  const reading = countedReading(batches)
  const tell = (): void => onProgress({ ...reading.progress(), written })
  const writer = batchWriter(store, (acknowledged) => {
    written = acknowledged
    tell()
  })
  for await (const batch of reading.batches) {
    await writer.add(batch.sightings)
    tell()
  }
  await writer.end()
  await store.refreshIndex()
  const knownNumbers = index.size()
  return { ...reading.summary(), newNumbers: knownNumbers - knownBefore, knownNumbers }
}

/** Reads records as importing would, and writes nothing. */
export async function tryRecords(
  batches: AsyncIterable<RecordBatch>,
  onProgress: Advance = () => {},
): Promise<TrialSummary> {
  const reading = countedReading(batches)
  for await (const _batch of reading.batches) onProgress({ ...reading.progress(), written: 0 })
  return reading.summary()
}

function countedReading(from: AsyncIterable<RecordBatch>): {
  readonly batches: AsyncIterable<RecordBatch>
  progress(): { records: number; bytes: number }
  summary(): TrialSummary
} {
  const issues = issueTally()
  let [records, bytes, sightings] = [0, 0, 0]
  async function* counted(): AsyncGenerator<RecordBatch> {
    for await (const batch of from) {
      records += batch.records
      bytes += batch.bytes
      sightings += batch.sightings.length
      issues.add(batch.issues)
      yield batch
    }
  }
  return {
    batches: counted(),
    progress: () => ({ records, bytes }),
    summary: () => ({ records, sightings, issues: issues.counts() }),
  }
}
