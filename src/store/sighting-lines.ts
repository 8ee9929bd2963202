import { IntelError } from '../model/failures.ts'
import type { Sighting } from '../model/sighting.ts'

/** Columns of a written sighting, in the order of its line. The store adds when it took the line in. */
export const SIGHTING_COLUMNS = [
  'number',
  'evidence',
  'seen_at',
  'channel',
  'source',
  'role',
  'vehicle',
  'hidden',
  'message',
  'brand',
  'template',
  'attachment',
  'sender_domain',
  'reply_to',
  'service',
  'industry',
  'country',
  'scenario',
  'sim_kind',
  'ip',
  'device',
  'account',
  'subject',
  'sketch',
  'picture',
  'pdf_kit',
] as const

const NEEDS_ESCAPE = /[\t\n\r\\\0]/
const ESCAPES: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '\r': '\\r', '\\': '\\\\', '\0': '\\0' }

/** A text as a field of a TabSeparated line. Halves of surrogate pairs become U+FFFD where the line becomes UTF-8. */
export function field(text: string | undefined): string {
  if (text === undefined) return ''
  return NEEDS_ESCAPE.test(text) ? text.replace(/[\t\n\r\\\0]/g, (character) => ESCAPES[character]!) : text
}

/** Milliseconds of thirteen digits, which the engine reads as they are. */
const [FIRST_PLAIN, LAST_PLAIN] = [1e12, 1e13 - 1]
/** What DateTime64(3) holds. */
const [FIRST_TIME, LAST_TIME] = [Date.UTC(1900, 0), Date.UTC(2299, 11, 31, 23, 59, 59, 999)]

/** Throws: IntelError `bad_input` for a time the store cannot hold. */
export function time(millis: number): string {
  const whole = Math.trunc(millis)
  if (whole >= FIRST_PLAIN && whole <= LAST_PLAIN) return String(whole)
  if (whole >= FIRST_TIME && whole <= LAST_TIME) return new Date(whole).toISOString().replace('T', ' ').slice(0, -1)
  throw new IntelError('bad_input', `${millis} is not a time between 1900 and 2299`)
}

/** Sightings as TabSeparated lines of SIGHTING_COLUMNS, each ending in a newline. */
export function sightingLines(sightings: readonly Sighting[]): string {
  // Joining arrays is twice as fast as appending to a text.
  return sightings.length === 0 ? '' : `${sightings.map(sightingLine).join('\n')}\n`
}

function sightingLine(sighting: Sighting): string {
  return [
    sighting.number.slice(1),
    evidence(sighting),
    time(sighting.seenAt),
    sighting.channel,
    field(sighting.source),
    sighting.role,
    sighting.vehicle,
    sighting.hidden ? '1' : '0',
    field(sighting.message),
    field(sighting.brand),
    field(sighting.template),
    field(sighting.attachment),
    field(sighting.senderDomain),
    field(sighting.replyTo),
    field(sighting.service),
    field(sighting.industry),
    field(sighting.country),
    field(sighting.scenario),
    sighting.simKind,
    field(sighting.ip),
    field(sighting.device),
    field(sighting.account),
    field(sighting.subject),
    field(sighting.sketch),
    field(sighting.picture),
    field(sighting.pdfKit),
  ].join('\t')
}

const EVIDENCE = /^[0-9a-f]{32}$/

function evidence(sighting: Sighting): string {
  if (EVIDENCE.test(sighting.evidence)) return sighting.evidence
  throw new IntelError('bad_input', `the evidence of a sighting of ${sighting.number} is not 32 hex digits`)
}

/** Says of lines when they were taken in, as a last column. Newlines inside of fields are escaped, so each ends a line. */
export function stamped(lines: string, ingestedAt: number): string {
  return lines.replaceAll('\n', `\t${ingestedAt}\n`)
}
