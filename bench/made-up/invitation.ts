import { textOf } from './draft.ts'
import type { Draft } from './draft.ts'

const OCTETS = 74

/**
 * An invitation (RFC 5545) with the words in one of its fields; `cut` folds a line in the middle of the number.
 *
 * Lines are folded by octets, as the standard says.
 */
export function invitation(draft: Draft, field: 'description' | 'summary' | 'location' | 'cut'): string {
  const words = escaped(textOf(draft).join('\n'))
  const short = escaped(`${draft.letter.from} ${draft.shown.raw}`.replace(/\n/g, ' '))
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Google Inc//Google Calendar 70.9054//EN',
    'METHOD:REQUEST',
    'BEGIN:VEVENT',
    `UID:${draft.chance.fork('uid').between(1_000_000_000, 4_000_000_000)}@google.com`,
    `DTSTAMP:${stamp(draft.sentAt)}`,
    `DTSTART:${stamp(draft.sentAt + 3_600_000)}`,
    `SUMMARY:${field === 'summary' ? short : escaped(draft.subject)}`,
    ...(field === 'location' ? [`LOCATION:${short}`] : []),
    ...(field === 'description' || field === 'cut' ? [`DESCRIPTION:${words}`] : []),
    'STATUS:CONFIRMED',
    'SEQUENCE:0',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]
    .map((line) =>
      field === 'cut' && line.startsWith('DESCRIPTION') ? cutAt(line, escaped(draft.shown.raw)) : folded(line),
    )
    .join('\r\n')
}

const stamp = (at: number): string => `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`

const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n')

function folded(line: string): string {
  const lines: string[] = []
  let current = ''
  for (const character of line) {
    if (Buffer.byteLength(current + character) > OCTETS) {
      lines.push(current)
      current = ''
    }
    current += character
  }
  return [...lines, current].join('\r\n ')
}

/** The line folded once more where the number is, after its fifth character. */
function cutAt(line: string, raw: string): string {
  const at = line.indexOf(raw)
  if (at < 0) return folded(line)
  return `${folded(line.slice(0, at + 5))}\r\n ${folded(line.slice(at + 5))}`
}
