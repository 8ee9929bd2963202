import { dialledNumber } from '../../find/dialled-number.ts'
import { opened } from '../../opened.ts'
import type { Opened } from '../../opened.ts'
import { textPart } from '../../readable-parts.ts'
import type { FileToRead, Means } from '../readers.ts'
import { contentLines } from './content-lines.ts'
import { beginning, fileOf } from './read-calendar.ts'

/** What a phone shows of a contact. */
const SHOWN = new Set(
  'FN NICKNAME ORG TITLE ROLE TEL EMAIL IMPP URL ADR LABEL NOTE X-SOCIALPROFILE X-ABLABEL X-SKYPE'.split(' '),
)
const MOST_SHOWN = 5_000
const MOST_FILES = 20

/** Reads a contact card, field by field, of vCard 2.1, 3.0 or 4.0. Source: RFC 6350 and 2426. */
export function readContactCard({ bytes, name, part, hash }: FileToRead, { limits }: Means): Opened {
  const seen = opened()
  const shown = new Set<string>()
  for (const line of contentLines(beginning(bytes, part, seen))) {
    if (line.bytes && seen.files.length < MOST_FILES) seen.files.push(fileOf(line, line.bytes))
    // What is between semicolons are parts of an address or an organisation.
    const value = dialledNumber(line.value) ?? line.value.replace(/\s*;[;\s]*/g, line.name === 'ADR' ? ', ' : ' ')
    if (SHOWN.has(line.name) && value.trim() !== '' && shown.size < MOST_SHOWN) shown.add(value.trim())
  }
  if (shown.size === 0) return seen
  const of = { name, attachment: hash }
  seen.parts.push(textPart('text_attachment', [...shown].join('\n'), limits, seen.issues, of))
  return seen
}
