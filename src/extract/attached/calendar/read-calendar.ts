import { issue } from '../../../model/issue.ts'
import { opened } from '../../opened.ts'
import type { FileInside, Opened } from '../../opened.ts'
import { readMarkup, shownParts } from '../../readable-parts.ts'
import { Paper } from '../paper.ts'
import type { FileToRead, Means } from '../readers.ts'
import { contentLines } from './content-lines.ts'
import type { ContentLine } from './content-lines.ts'

/** What a calendar program shows of an invitation. */
const SHOWN = new Set(
  (
    'SUMMARY LOCATION DESCRIPTION COMMENT CONTACT URL X-ALT-DESC STYLED-DESCRIPTION NAME X-WR-CALNAME X-WR-CALDESC ' +
    'CATEGORIES RESOURCES CONFERENCE ATTACH X-MICROSOFT-LOCATIONDISPLAYNAME'
  ).split(' '),
)
const PEOPLE = new Set(['ORGANIZER', 'ATTENDEE'])
const HTML = /<(?:html|body|p|div|br|b|i|u|a|span|strong|em|font|table|ul|ol|li|h[1-6])\b[^>]{0,2000}>/i
const MOST_SHOWN = 5_000
const MOST_FILES = 50
const MOST_BYTES = 4 * 1024 * 1024

/** Reads an invitation: its fields, each once, and the files in it. Source: RFC 5545, 7986 and 9073. */
export function readCalendar({ bytes, name, part, hash }: FileToRead, { limits }: Means): Opened {
  const seen = opened()
  const paper = new Paper(limits.textLength)
  const html: string[] = []
  const known = new Set<string>()
  for (const line of contentLines(beginning(bytes, part, seen))) {
    const text = textOf(line)
    if (line.bytes && seen.files.length < MOST_FILES) seen.files.push(fileOf(line, line.bytes))
    else if (text !== '' && !known.has(text) && known.size < MOST_SHOWN) {
      known.add(text)
      if (line.name === 'X-ALT-DESC' || HTML.test(text)) html.push(text)
      else write(text, paper)
    }
  }
  const of = { kind: 'calendar', name, attachment: hash } as const
  shownParts(paper.end(), of, limits, seen)
  if (html.length > 0) readMarkup(html.join('<hr>'), of, limits, seen)
  return seen
}

/** As much of a calendar or card as is looked at. */
export function beginning(bytes: Uint8Array, part: string, seen: Opened): Uint8Array {
  if (bytes.length > MOST_BYTES) seen.issues.push(issue('text_too_large', { part, saw: `${bytes.length} bytes` }))
  return bytes.subarray(0, MOST_BYTES)
}

/** A file that stands in a field. */
export function fileOf(line: ContentLine, bytes: Uint8Array): FileInside {
  const name = line.parameter('X-FILENAME') ?? line.parameter('FILENAME')
  return { name, type: line.parameter('FMTTYPE') ?? line.parameter('TYPE') ?? 'application/octet-stream', bytes }
}

function textOf({ name, parameter, value }: ContentLine): string {
  if (PEOPLE.has(name)) {
    const called = parameter('CN') ?? ''
    // Who has no name is called by his address.
    return called.includes('@') ? '' : called
  }
  if (!SHOWN.has(name)) return ''
  const label = parameter('LABEL') ?? parameter('FILENAME') ?? parameter('X-FILENAME')
  return [label, value.trim()].filter(Boolean).join('\n')
}

function write(text: string, paper: Paper): void {
  paper.newLine()
  const since = paper.length
  paper.write(text, null)
  paper.link(text.slice(text.lastIndexOf('\n') + 1), since)
}
