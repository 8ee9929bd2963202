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

/** Sightings as TabSeparated lines of SIGHTING_COLUMNS. */
export function sightingLines(sightings: Iterable<Sighting>): string {
  let lines = ''
  for (const sighting of sightings) lines += sightingLine(sighting)
  return lines
}

function sightingLine(s: Sighting): string {
  return `${s.number.slice(1)}\t${evidence(s)}\t${time(s.seenAt)}\t${s.channel}\t${field(s.source)}\t${s.role ?? ''}\t${
    s.vehicle ?? ''
  }\t${s.hidden ? 1 : 0}\t${field(s.message)}\t${field(s.brand)}\t${field(s.template)}\t${field(s.attachment)}\t${field(
    s.senderDomain,
  )}\t${field(s.replyTo)}\t${field(s.service)}\t${field(s.industry)}\t${field(s.country)}\t${field(
    s.scenario,
  )}\t${s.simKind ?? ''}\t${field(s.ip)}\t${field(s.device)}\t${field(s.account)}\n`
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
