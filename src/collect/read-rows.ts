import { CSV_DELIMITERS, csvRecords } from './split-csv.ts'
import { splitJson } from './split-json.ts'
import { MAX_RECORD_BYTES, splitLines } from './split-lines.ts'

/** A record as its format gives it, or what stood where none could be read. */
export type Row =
  | { readonly line: number; readonly values: Readonly<Record<string, unknown>> }
  | { readonly line: number; readonly saw: string }

type ReadRows = (chunks: AsyncIterable<Buffer>) => AsyncGenerator<Row[]>

/** The formats of records, with the endings of file names that mean them. */
export const RECORD_FORMATS = {
  ndjson: { endings: ['.ndjson', '.jsonl'], read: ndjsonRows },
  json: { endings: [], read: jsonRows },
  csv: { endings: ['.csv', '.tsv'], read: csvRows },
  lines: { endings: [], read: lineRows },
} as const satisfies Record<string, { endings: readonly string[]; read: ReadRows }>

export type RecordFormat = keyof typeof RECORD_FORMATS

export const RECORD_FORMAT_NAMES = Object.keys(RECORD_FORMATS) as RecordFormat[]

const TOO_LONG = `more than ${MAX_RECORD_BYTES} bytes`

/** The format of a file by its name, else by how its content begins. */
export function guessFormat(name: string, head: string): RecordFormat {
  const plainName = name.toLowerCase().replace(/\.gz$/, '')
  for (const format of RECORD_FORMAT_NAMES) {
    if (RECORD_FORMATS[format].endings.some((ending) => plainName.endsWith(ending))) return format
  }
  const [firstLine = '', secondLine = ''] = head
    .replace(/^\uFEFF/, '')
    .trimStart()
    .split(/\r?\n/, 2)
  if (firstLine.startsWith('[')) return 'json'
  if (firstLine.startsWith('{')) {
    const isDocument = plainName.endsWith('.json') && secondLine.trim() === ''
    return !isDocument && 'values' in objectOf(firstLine, 1) ? 'ndjson' : 'json'
  }
  const isHeader = /\p{L}/u.test(firstLine) && CSV_DELIMITERS.some((delimiter) => firstLine.includes(delimiter))
  return isHeader && !firstLine.startsWith('#') ? 'csv' : 'lines'
}

async function* ndjsonRows(chunks: AsyncIterable<Buffer>): AsyncGenerator<Row[]> {
  for await (const { first, texts } of splitLines(chunks)) {
    const rows: Row[] = []
    for (const [index, text] of texts.entries()) {
      if (text === null) rows.push({ line: first + index, saw: TOO_LONG })
      else if (text !== '' && text.trim() !== '') rows.push(objectOf(text, first + index))
    }
    yield rows
  }
}

/** An entry of an object is a record with `number` its key; a time or another plain value beside it is its `seenAt`. */
async function* jsonRows(chunks: AsyncIterable<Buffer>): AsyncGenerator<Row[]> {
  for await (const elements of splitJson(chunks)) {
    yield elements.map(({ line, key, text }) => {
      if (text === null) return { line, saw: TOO_LONG }
      const value = parsed(text)
      if (value === undefined) return { line, saw: text }
      if (isObject(value)) return { line, values: key === null ? value : { number: key, ...value } }
      return { line, values: key === null ? { number: value } : { number: key, seenAt: value } }
    })
  }
}

async function* lineRows(chunks: AsyncIterable<Buffer>): AsyncGenerator<Row[]> {
  for await (const { first, texts } of splitLines(chunks)) {
    const rows: Row[] = []
    for (const [index, text] of texts.entries()) {
      const number = text?.replace(/#.*/, '').trim()
      if (text === null) rows.push({ line: first + index, saw: TOO_LONG })
      else if (number) rows.push({ line: first + index, values: { number } })
    }
    yield rows
  }
}

/** The first record names the columns. */
async function* csvRows(chunks: AsyncIterable<Buffer>): AsyncGenerator<Row[]> {
  let columns: readonly string[] | null = null
  for await (const records of csvRecords(splitLines(chunks))) {
    const rows: Row[] = []
    for (const { line, fields, saw } of records) {
      if (fields === null) rows.push({ line, saw })
      else if (columns === null) columns = fields.map((name) => name.trim())
      else if (fields.length === columns.length) rows.push({ line, values: valuesOf(columns, fields) })
      else rows.push({ line, saw: `${fields.length} fields under ${columns.length} columns: ${saw}` })
    }
    yield rows
  }
}

function valuesOf(columns: readonly string[], fields: readonly string[]): Record<string, string> {
  const values: Record<string, string> = {}
  for (let index = 0; index < columns.length; index++) values[columns[index] ?? ''] = fields[index] ?? ''
  return values
}

function objectOf(text: string, line: number): Row {
  const value = parsed(text)
  return isObject(value) ? { line, values: value } : { line, saw: text }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
