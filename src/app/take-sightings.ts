import { recordReader } from '../collect/record-fields.ts'
import type { RecordDefaults } from '../collect/record-fields.ts'
import { RECORD_FORMATS } from '../collect/read-rows.ts'
import { readRows } from '../collect/records.ts'
import type { RecordBatch } from '../collect/records.ts'
import type { Issue } from '../model/issue.ts'
import { importRecords } from './import-records.ts'
import type { Memory } from './import-records.ts'

/** What came of a stream of records. issues: the first of them, at most MAX_ISSUES; rejected counts all. */
export type TakenSightings = {
  readonly acknowledged: number
  readonly rejected: number
  readonly issues: readonly Issue[]
}

const MAX_ISSUES = 1_000

/** Remembers the sightings of an NDJSON stream as they come; a bad line is told with its number, and the rest goes on. */
export async function takeSightings(
  memory: Memory,
  chunks: AsyncIterable<Buffer>,
  defaults: RecordDefaults,
): Promise<TakenSightings> {
  const issues: Issue[] = []
  let rejected = 0
  async function* batches(): AsyncGenerator<RecordBatch> {
    for await (const batch of batchesOf(chunks, defaults)) {
      rejected += batch.issues.length
      issues.push(...batch.issues.slice(0, MAX_ISSUES - issues.length))
      yield batch
    }
  }
  const { sightings } = await importRecords(memory, batches())
  return { acknowledged: sightings, rejected, issues }
}

async function* batchesOf(chunks: AsyncIterable<Buffer>, defaults: RecordDefaults): AsyncGenerator<RecordBatch> {
  const toSighting = recordReader(defaults, 'http')
  for await (const rows of RECORD_FORMATS.ndjson.read(chunks)) {
    yield { file: 'http', records: rows.length, bytes: 0, ...readRows(rows, toSighting, (line) => `line ${line}`) }
  }
}
