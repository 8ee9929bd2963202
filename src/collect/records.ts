import { basename } from 'node:path'
import { CHANNEL_NAMES } from '../model/channel.ts'
import { IntelError } from '../model/failures.ts'
import { issue, oneLine } from '../model/issue.ts'
import type { Issue, IssueCode } from '../model/issue.ts'
import type { Sighting } from '../model/sighting.ts'
import { isStream } from './file-facts.ts'
import { readBytes, STDIN } from './read-bytes.ts'
import { guessFormat, RECORD_FORMATS } from './read-rows.ts'
import type { RecordFormat, Row } from './read-rows.ts'
import { recordReader } from './record-fields.ts'
import type { FieldName, RecordDefaults } from './record-fields.ts'

/** What reading files of records needs to know. */
export type RecordOptions = RecordDefaults & {
  /** null: guessed from name and content. */
  readonly format: RecordFormat | null
}

/** Some records of one file, in their order. bytes: how much of the file, packed, they took. */
export type RecordBatch = {
  readonly file: string
  readonly records: number
  readonly bytes: number
  readonly sightings: readonly Sighting[]
  readonly issues: readonly Issue[]
}

/**
 * Reads sightings from files of records, or stdin (`-`), a few thousand at a time: NDJSON, JSON, CSV or plain lines,
 * gzip or not.
 *
 * Out:    batches; what is bad in a record is an issue with its file and line.
 * Throws: IntelError `bad_input`, before the first batch of any file, where one of them cannot be opened or has no
 *         column for what every sighting must have. Pipes are read but once, and so checked in their turn.
 */
export async function* collectRecords(paths: readonly string[], options: RecordOptions): AsyncGenerator<RecordBatch> {
  for (const path of paths) {
    if (await isStream(path)) continue
    for await (const _first of recordsOf(path, options)) break
  }
  for (const path of paths) yield* recordsOf(path, options)
}

async function* recordsOf(path: string, options: RecordOptions): AsyncGenerator<RecordBatch> {
  const file = path === STDIN ? 'stdin' : path
  const toSighting = recordReader(options, sourceOf(file))
  let bytes = 0
  const chunks = readBytes(path, (read) => (bytes += read))
  const first = await chunks.next()
  const format = options.format ?? guessFormat(file, first.value?.toString('utf8', 0, HEAD_BYTES) ?? '')
  let line = 0
  try {
    for await (const rows of RECORD_FORMATS[format].read(rejoined(first, chunks))) {
      if (line === 0) checkColumns(file, rows, format, options)
      line = rows.at(-1)?.line ?? line
      yield { file, records: rows.length, bytes, ...readRows(rows, toSighting, (line) => `${file}:${line}`) }
      bytes = 0
    }
  } catch (error) {
    if (line === 0 || !(error instanceof IntelError)) throw error
    yield {
      file,
      records: 0,
      bytes,
      ...nothingBut('record_malformed', `${file}:${line}`, error.message.replace(`${path}: `, '')),
    }
  }
  if (line === 0) yield { file, records: 0, bytes, ...nothingBut('records_empty', file) }
}

/** The sightings of rows, and what is wrong with the others. at: how the place of a line is told. */
export function readRows(
  rows: readonly Row[],
  toSighting: ReturnType<typeof recordReader>,
  at: (line: number) => string,
): Pick<RecordBatch, 'sightings' | 'issues'> {
  const sightings: Sighting[] = []
  const issues: Issue[] = []
  for (const row of rows) {
    const read = 'values' in row ? toSighting(row.values) : ({ code: 'record_malformed', saw: row.saw } as const)
    if ('evidence' in read) sightings.push(read)
    else {
      const { code, ...fault } = read
      issues.push(issue(code, { ...fault, at: at(row.line) }))
    }
  }
  return { sightings, issues }
}

function nothingBut(code: IssueCode, at: string, saw?: string): Pick<RecordBatch, 'sightings' | 'issues'> {
  return { sightings: [], issues: [issue(code, { at, ...(saw !== undefined && { saw }) })] }
}

const HEAD_BYTES = 64 * 1024

async function* rejoined(first: IteratorResult<Buffer, void>, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  if (first.done) return
  yield first.value
  yield* rest
}

/** `feeds/castle-daily.ndjson.gz` is the source `castle-daily`. */
function sourceOf(file: string): string {
  const name = basename(file)
  return name.replace(/\.(gz|ndjson|jsonl|json|csv|tsv|txt)$/gi, '').replace(/\.(ndjson|jsonl|json|csv|tsv|txt)$/i, '')
}

/** A file whose columns cannot be meant is refused as a whole: a million issues would say the same. */
function checkColumns(file: string, rows: readonly Row[], format: RecordFormat, options: RecordOptions): void {
  const columns = new Set(rows.flatMap((row) => ('values' in row ? Object.keys(row.values) : [])))
  if (columns.size === 0) return
  // The records of a table have all columns or none; those of NDJSON may leave out what they do not know.
  const mapped = format === 'csv' ? options.map.keys() : []
  for (const field of new Set<FieldName>([...neededFields(options), ...mapped])) {
    const column = options.map.get(field) ?? field
    if (column === '' ? !neededFields(options).includes(field) : columns.has(column)) continue
    const there = oneLine([...columns].join(', '), 500)
    const wanted = options.map.has(field) ? `${column} for ${field}` : field
    throw new IntelError('bad_input', `${file}: there is no column ${wanted}; the columns are ${there}`, {
      hint: HINTS[field] ?? `name the column that holds it: --map ${field}=COLUMN`,
    })
  }
}

function neededFields({ seenAt, channel }: RecordOptions): FieldName[] {
  return ['number', ...(seenAt === null ? ['seenAt' as const] : []), ...(channel === null ? ['channel' as const] : [])]
}

const HINTS: Partial<Record<FieldName, string>> = {
  seenAt: 'name the column that holds the time: --map seenAt=COLUMN; or give one to all: --seen-at 2026-01-31',
  channel: `say where the records come from: --channel, one of ${CHANNEL_NAMES.join(', ')}`,
}
