import { parse } from 'csv-parse/sync'
import type { Lines } from './split-lines.ts'

export const CSV_DELIMITERS = [',', ';', '\t', '|']

/** A record with its fields, or null for what is none. line: of its first line; saw: its text. */
export type CsvRecord = { readonly line: number; readonly fields: readonly string[] | null; readonly saw: string }

/** A quoted field that goes on for more lines than this has lost its closing quote. */
const MAX_RECORD_LINES = 1000

type Line = { readonly line: number; readonly text: string | null }

/**
 * Splits the lines of a CSV file into records; the delimiter is the one its first line has most of.
 * A record that is damaged, as by a stray quote, costs its own line and none of those after it.
 */
export async function* csvRecords(batches: AsyncIterable<Lines>): AsyncGenerator<CsvRecord[]> {
  let delimiter: string | null = null
  let pending: Line[] = []
  for await (const { first, texts } of batches) {
    delimiter ??= delimiterOf(texts[0] ?? '')
    const lines = [...pending, ...texts.map((text, index) => ({ line: first + index, text }))]
    const { records, rest } = recordsOf(lines, delimiter, false)
    pending = rest
    yield records
  }
  yield recordsOf(pending, delimiter ?? ',', true).records
}

function delimiterOf(header: string): string {
  const unquoted = header.replaceAll(/"[^"]*"/g, '')
  const counts = CSV_DELIMITERS.map((delimiter) => unquoted.split(delimiter).length)
  return CSV_DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ','
}

/** rest: lines of a record whose end has not come yet; none where these are the last lines. */
function recordsOf(lines: readonly Line[], delimiter: string, isEnd: boolean): { records: CsvRecord[]; rest: Line[] } {
  const records: CsvRecord[] = []
  const quoted: { readonly index: number; readonly text: string }[] = []
  let at = 0
  for (; at < lines.length; at++) {
    const { line, text } = lines[at] as Line
    if (text === null) records.push({ line, fields: null, saw: 'a line over the limit' })
    else if (!text.includes('"')) {
      if (text.trim() !== '') records.push({ line, fields: text.split(delimiter), saw: text })
    } else if (isBalanced(text)) {
      quoted.push({ index: records.length, text })
      records.push({ line, fields: null, saw: text })
    } else {
      const end = endOfQuoted(lines, at)
      if (end === null && !isEnd && lines.length - at < MAX_RECORD_LINES) break
      const whole = end === null ? null : lines.slice(at, end).map((own) => own.text)
      const fields = whole && (parsed([whole.join('\n')], delimiter)[0] ?? null)
      records.push({ line, fields, saw: text })
      if (end && fields) at = end - 1
    }
  }
  const read = parsed(
    quoted.map(({ text }) => text),
    delimiter,
  )
  for (const [nth, { index }] of quoted.entries()) {
    records[index] = { ...(records[index] as CsvRecord), fields: read[nth] ?? null }
  }
  return { records, rest: lines.slice(at) }
}

function isBalanced(text: string): boolean {
  let quotes = 0
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) quotes++
  return quotes % 2 === 0
}

/** Index after the line that closes the quote opened at `from`; null where none does. */
function endOfQuoted(lines: readonly Line[], from: number): number | null {
  for (let at = from + 1; at < lines.length && at - from < MAX_RECORD_LINES; at++) {
    const text = lines[at]?.text
    if (text === null || text === undefined) return null
    if (!isBalanced(text)) return at + 1
  }
  return null
}

/** All at once, which is ten times as fast; one by one where one of them is damaged. */
function parsed(texts: readonly string[], delimiter: string): (readonly string[] | null)[] {
  if (texts.length === 0) return []
  try {
    const records = parse(texts.join('\n'), { delimiter, relax_column_count: true }) as string[][]
    if (records.length === texts.length) return records
  } catch {
    // Which of them it was shows below.
  }
  return texts.length === 1 ? [null] : texts.map((text) => parsed([text], delimiter)[0] ?? null)
}
