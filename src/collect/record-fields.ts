import { isChannel } from '../model/channel.ts'
import type { ChannelName } from '../model/channel.ts'
import type { IssueCode } from '../model/issue.ts'
import { DAY_MILLIS } from '../model/day.ts'
import { SIM_KINDS } from '../model/line-type.ts'
import { ROLES } from '../model/mention.ts'
import { PART_KINDS } from '../model/message.ts'
import { readNumber } from '../model/phone-number.ts'
import type { PhoneNumber, Region } from '../model/phone-number.ts'
import { plainNumber } from '../model/plain-number.ts'
import { evidenceOf } from '../model/sighting.ts'
import type { Fact, Sighting, SightingAttributes } from '../model/sighting.ts'
import { readTime } from './read-time.ts'

export type FieldName = keyof Sighting

/** Reads one value; undefined where it cannot be used. */
type ReadField = (value: unknown) => string | boolean | undefined

/** Longest text of a field. */
export const MAX_TEXT = 512

/** Clocks of sources run ahead, and dates begin earlier in the east. */
export const MOST_AHEAD_MILLIS = DAY_MILLIS

/** Older times come from clocks that were never set. */
const EARLIEST_AT = Date.UTC(1990, 0)

const text: ReadField = (value) => {
  const own = typeof value === 'number' ? String(value) : value
  return typeof own === 'string' && own.length <= MAX_TEXT ? own.trim() : undefined
}
const oneOf =
  (names: readonly string[]): ReadField =>
  (value) =>
    typeof value === 'string' && names.includes(value) ? value : undefined
const FLAGS: Readonly<Record<string, boolean>> = { true: true, '1': true, false: false, '0': false }
const flag: ReadField = (value) => (Object.hasOwn(FLAGS, String(value)) ? FLAGS[String(value)] : undefined)

/** What a record may say of a sighting beside its number, time and channel, and how each is read. */
const ATTRIBUTES: Readonly<Record<keyof SightingAttributes | 'evidence', ReadField>> = {
  evidence: text,
  message: text,
  role: oneOf(ROLES),
  vehicle: oneOf(PART_KINDS),
  hidden: flag,
  brand: text,
  template: text,
  attachment: text,
  senderDomain: text,
  replyTo: text,
  service: text,
  industry: text,
  country: text,
  scenario: text,
  simKind: oneOf(SIM_KINDS),
  ip: text,
  device: text,
  account: text,
  subject: text,
  sketch: text,
  picture: text,
  pdfKit: text,
}
const ATTRIBUTE_NAMES = Object.keys(ATTRIBUTES) as (keyof typeof ATTRIBUTES)[]

/** The fields a record may have, the necessary ones first. */
export const FIELD_NAMES: readonly FieldName[] = ['number', 'seenAt', 'channel', 'source', ...ATTRIBUTE_NAMES]

/** What a file of records leaves unsaid. */
export type RecordDefaults = {
  /** Column of each field that does not stand in the column of its own name. */
  readonly map: ReadonlyMap<FieldName, string>
  /** Of every record, whatever it says itself: a feed does not choose how far it is trusted. null: as records say. */
  readonly channel: ChannelName | null
  /** Who saw the numbers; null: the file is called like it. */
  readonly source: string | null
  /**
   * Whether records say themselves who saw them, as those of a simulated world or of another store do. A feed may not:
   * one that speaks in other names corroborates itself, and takes the place of what they saw.
   */
  readonly trustsSource: boolean
  /** How numbers without a plus are meant: national of a region, or international; null: they are refused, for
   * the same digits are other numbers here and there. */
  readonly bareNumbers: Region | 'international' | null
  /** Of records without a time; null: they are refused. Unix milliseconds. */
  readonly seenAt: number | null
  /** Later times cannot be true. Unix milliseconds. */
  readonly latestAt: number
}

type Values = Readonly<Record<string, unknown>>

/** Why a record is no sighting: the field, and what stood there. */
export type Fault = { readonly code: IssueCode; readonly part: FieldName; readonly saw?: string }

/**
 * Makes the reader that turns the values of a record into a sighting, or says why they are none.
 *
 * In: file, the source of records where neither the defaults nor they, who are trusted, name one.
 */
export function recordReader(defaults: RecordDefaults, file: string): (values: Values) => Sighting | Fault {
  const columnOf = (field: FieldName): string => defaults.map.get(field) ?? field
  const numberColumn = columnOf('number')
  const timeColumn = columnOf('seenAt')
  const channelColumn = columnOf('channel')
  const sourceColumn = columnOf('source')
  const attributes = ATTRIBUTE_NAMES.map((name) => ({ name, column: columnOf(name), read: ATTRIBUTES[name] }))

  return (values) => {
    const written = values[numberColumn]
    if (isAbsent(written)) return missing('number', values)
    const number = numberOf(written, defaults.bareNumbers)
    if (number === null) return { code: 'number_unreadable', part: 'number', saw: shown(written) }

    const time = values[timeColumn]
    const seenAt = isAbsent(time) ? defaults.seenAt : readTime(time)
    if (seenAt === null) return isAbsent(time) ? missing('seenAt', values) : invalid('seenAt', time)
    if (seenAt < EARLIEST_AT || seenAt > defaults.latestAt) return invalid('seenAt', time)

    const channelSaid = values[channelColumn]
    const channel = defaults.channel ?? (typeof channelSaid === 'string' && isChannel(channelSaid) ? channelSaid : null)
    if (channel === null) return isAbsent(channelSaid) ? missing('channel', values) : invalid('channel', channelSaid)

    const sourceSaid = defaults.trustsSource ? values[sourceColumn] : null
    const source = isAbsent(sourceSaid) ? (defaults.source ?? file) : text(sourceSaid)
    if (source === undefined) return invalid('source', sourceSaid)

    const fact: Building = { number, seenAt, channel, source, evidence: '' }
    for (const { name, column, read } of attributes) {
      const value = values[column]
      if (value === undefined || isAbsent(value)) continue
      const own = read(value)
      if (own === undefined) return invalid(name, value)
      fact[name] = own
    }
    fact.evidence = evidenceOf(fact as Fact)
    return fact as Sighting
  }
}

/** A sighting on its way: its attributes have been read by the table above. */
type Building = Record<string, unknown>

function missing(part: FieldName, values: Values): Fault {
  return { code: 'record_field_missing', part, saw: shown(values) }
}

function invalid(part: FieldName, value: unknown): Fault {
  return { code: 'record_field_invalid', part, saw: shown(value) }
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || value === ''
}

function numberOf(value: unknown, bareNumbers: RecordDefaults['bareNumbers']): PhoneNumber | null {
  const written = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value
  if (typeof written !== 'string') return null
  const region = bareNumbers === 'international' ? null : bareNumbers
  const isBare = !written.startsWith('+')
  const plain = isBare && bareNumbers === null ? null : plainNumber(written, region)
  if (plain !== null) return plain
  const read = readNumber(
    isBare && bareNumbers === 'international' ? `+${written.trim()}` : written,
    region ?? undefined,
  )
  return 'number' in read ? read.number : null
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
