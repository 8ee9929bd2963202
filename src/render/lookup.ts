import type { Forecast } from '../model/forecast.ts'
import type { LiveAnswer } from '../model/live-lookup.ts'
import type { Lookup } from '../model/lookup.ts'
import type { SourceRecord } from '../model/profile.ts'
import type { Evidence, Level, Reason } from '../model/risk.ts'
import { isShortened } from './is-shortened.ts'
import { isoDay, isoPeriod, isoTime } from './iso-time.ts'
import { many } from './many.ts'
import { numberFactsJson, providerWords, rangeWords } from './number-facts.ts'
import { plainText } from './plain-text.ts'

/** The words of each level. Source: vocabulary of the field, risk level. */
export const LEVEL_WORDS: Readonly<Record<Level, string>> = {
  0: 'trusted',
  1: 'nothing found',
  2: 'low',
  3: 'low',
  4: 'moderate',
  5: 'moderate',
  6: 'elevated',
  7: 'elevated',
  8: 'high',
  9: 'confirmed',
}

/** The JSON of a look-up, the same at every door. */
export function lookupJson(lookup: Lookup): Record<string, unknown> {
  if (lookup.number === null) {
    const { input, error, shortCode } = lookup
    return { number: null, input, error: { code: error }, ...(shortCode && { shortCode }) }
  }
  const { number, facts, profile, risk } = lookup
  const records = profile?.records ?? []
  return {
    number,
    ...(lookup.raw !== undefined && { raw: lookup.raw }),
    risk: risk.level,
    probability: risk.probability,
    coverage: risk.coverage,
    status: risk.status,
    region: facts.region,
    lineType: facts.lineType,
    provider: facts.provider,
    ...numberFactsJson(number, facts),
    ...period(records),
    sightings: sightingsOf(records),
    ring: profile?.ring?.id ?? null,
    forecast: lookup.forecast && forecastJson(lookup.forecast),
    reasons: risk.reasons.map(reasonJson),
    table: risk.table,
    ...(lookup.live && { live: lookup.live.map(liveJson) }),
  }
}

/** How likely a number nobody has seen is to turn up, and within how many days. */
function forecastJson({ probability, days }: Forecast): { probability: number; days: number } {
  return { probability: Number(probability.toPrecision(3)), days }
}

/** The same for people: a compact card. */
export function lookupCard(lookup: Lookup): string {
  if (lookup.number === null) return `${plainText(lookup.input)}  no number: ${spaced(lookup.error)}${remedy(lookup)}`
  const { number, facts, profile, neighbourhood, risk } = lookup
  const records = profile?.records ?? []
  const { threat, control } = risk.status
  const words = risk.level === null ? 'insufficient evidence' : LEVEL_WORDS[risk.level]
  const likely = risk.probability === null ? '' : ` · ${percent(risk.probability)} likely malicious`
  const line = [facts.region ?? `+${facts.callingCode}`, spaced(facts.lineType), providerWords(facts)]
  const status = [threat, control === 'unknown' ? null : control].filter((each) => each !== null).map(spaced)
  const lines = [
    `${number}  ${bar(risk.level)}  ${words}${likely}`,
    `  ${[...line, ...status].map(plainText).join(' · ')} · coverage ${percent(risk.coverage)}`,
  ]
  const range = rangeWords(facts)
  if (range !== null) lines.push(`  range  ${range}`)
  if (lookup.raw !== undefined) lines.push(`  read from ${plainText(lookup.raw)}`)
  if (records.length > 0) {
    const { first, last } = span(records)
    lines.push(`  seen ${many(sightingsOf(records), 'time')}, ${isoPeriod(first, last)}`)
  }
  for (const reason of risk.reasons)
    lines.push(`  ${points(reason)}  ${plainText(reason.text)}  [${reason.code}]`, ...shown(reason))
  const weightlessAt = lastWeightless(risk.reasons)
  if (weightlessAt !== null) {
    const day = isoDay(weightlessAt + DAY_MILLIS)
    lines.push(`  old    what was seen has lost its weight since; --as-of ${day} shows what was known then`)
  }
  if (profile?.ring)
    lines.push(
      `  ring   ${profile.ring.id}, ${many(profile.ring.numbers, 'number')}: ringtrace rings ${profile.ring.id}`,
    )
  for (const block of neighbourhood.blocks.slice(0, 2)) {
    lines.push(`  block  ${prefix(number, block.width)}: ${many(block.numbers, 'other malicious number')}`)
  }
  for (const answers of bySupplier(lookup.live ?? [])) lines.push(`  live   ${answers}`)
  return lines.join('\n')
}

/** What it is instead, or what whoever typed it can do about a number that could not be read. */
function remedy({ input, error, shortCode }: Extract<Lookup, { number: null }>): string {
  if (shortCode) return ` (a short code of ${shortCode.region}: ${spaced(shortCode.kind)})`
  if (isShortened(input)) return ' (a spreadsheet shortened it: export the column as text)'
  const isNational = error === 'invalid_country_code' && !input.trim().startsWith('+')
  return isNational ? ' (begin with + and the calling code, or name its region, such as --region US)' : ''
}

const DAY_MILLIS = 86_400_000

/** Less than this is shown as 0.0. */
const SHOWN_POINTS = 0.05

/** When a number was last seen whose every accusation is too old to be shown as more than nothing; else null. */
function lastWeightless(reasons: readonly Reason[]): number | null {
  const seen = reasons.filter(
    ({ polarity, subject, evidence }) => polarity === 'risk' && subject === 'number' && evidence.length > 0,
  )
  if (seen.length === 0 || seen.some(({ points }) => points >= SHOWN_POINTS)) return null
  return Math.max(...seen.flatMap(({ evidence }) => evidence.map(({ lastSeenAt }) => lastSeenAt)))
}

function liveJson({ askedAt, ...answer }: LiveAnswer): Record<string, unknown> {
  return { ...answer, askedAt: isoTime(askedAt) }
}

/** What each supplier said, a line for each: values as they are, and of what else was asked why there is none. */
function bySupplier(answers: readonly LiveAnswer[]): string[] {
  const suppliers = [...new Set(answers.map(({ supplier }) => supplier))]
  return suppliers.map((supplier) => {
    const own = answers.filter((answer) => answer.supplier === supplier)
    const told = own.filter(({ value }) => value !== null)
    const untold = [...new Set(own.filter(({ value }) => value === null).map(({ status }) => status))]
    const isOld = own.some(({ status }) => status === 'stale')
    const words = told.map(({ signal, value }) => `${spaced(signal)} ${plainText(String(value))}`)
    const why = untold.map((status) => {
      const signals = own.filter((answer) => answer.status === status).map(({ signal }) => spaced(signal))
      return told.length === 0 && untold.length === 1 ? spaced(status) : `${signals.join(', ')}: ${spaced(status)}`
    })
    const day = own[0] ? `, ${isOld ? 'stale, of ' : ''}${isoDay(own[0].askedAt)}` : ''
    return `${supplier}: ${[...words, ...why].join(' · ')}${day}`
  })
}

function reasonJson({ evidence, ...reason }: Reason): Record<string, unknown> {
  return { ...reason, evidence: evidence.map(evidenceJson) }
}

function evidenceJson({ channel, source, count, firstSeenAt, lastSeenAt }: Evidence): Record<string, unknown> {
  return { channel, source, count, firstSeen: isoTime(firstSeenAt), lastSeen: isoTime(lastSeenAt) }
}

function period(records: readonly SourceRecord[]): { firstSeen: string | null; lastSeen: string | null } {
  if (records.length === 0) return { firstSeen: null, lastSeen: null }
  const { first, last } = span(records)
  return { firstSeen: isoTime(first), lastSeen: isoTime(last) }
}

function span(records: readonly SourceRecord[]): { first: number; last: number } {
  return {
    first: Math.min(...records.map((record) => record.firstSeenAt)),
    last: Math.max(...records.map((record) => record.lastSeenAt)),
  }
}

function sightingsOf(records: readonly SourceRecord[]): number {
  return records.reduce((sum, record) => sum + record.sightings, 0)
}

function shown({ evidence }: Reason): string[] {
  return evidence.map(
    ({ channel, source, count, firstSeenAt, lastSeenAt }) =>
      `          ${spaced(channel)} from ${plainText(source)}: ${count}, ${isoPeriod(firstSeenAt, lastSeenAt)}`,
  )
}

/** Nine places, filled up to the level. @example bar(3) // => '3 ■■■······' */
function bar(level: Level | null): string {
  return level === null ? '–' : `${level} ${'■'.repeat(level)}${'·'.repeat(9 - level)}`
}

const points = ({ points }: Reason): string => `${points > 0 ? '+' : ''}${points.toFixed(1)}`.padStart(5)

const percent = (share: number): string => `${Math.round(share * 100)} %`

const spaced = (code: string): string => code.replaceAll('_', ' ')

/** The block of a number with the open digits as x. @example '+1803555014x' */
function prefix(number: string, width: number): string {
  const open = Math.log10(width)
  return `${number.slice(0, -open)}${'x'.repeat(open)}`
}
