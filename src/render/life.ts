import { DAY_MILLIS } from '../model/day.ts'
import type { Life, LivedNumber, SeenWith, Spell } from '../model/life.ts'
import type { Lookup } from '../model/lookup.ts'
import { isoDay, isoPeriod, isoTime } from './iso-time.ts'
import { many } from './many.ts'
import { plainText } from './plain-text.ts'

type Told = Record<string, unknown>

const dayName = (day: number): string => isoDay(day * DAY_MILLIS)

/** The JSON of a slice's life. Days are UTC. */
export function lifeJson({ fromDay, toDay, ...life }: Life): Told {
  return { from: dayName(fromDay), to: dayName(toDay), ...life }
}

/** The same for people, with the curve of survival. */
export function lifeSummary(life: Life): string {
  const { numbers, sightings, fromDay, toDay, lifespan, coolDowns, reuse, several } = life
  const { median, quartiles } = { median: lifespan.median, quartiles: coolDowns.quartiles }
  const share = (count: number): string => `${count.toLocaleString('en-US')} (${percent(count / numbers)})`
  const band = `${median.low ?? '?'} to ${median.high ?? 'open'}`
  return [
    `${many(numbers, 'number')}, ${many(sightings, 'sighting')}, ${isoPeriod(fromDay * DAY_MILLIS, toDay * DAY_MILLIS)}`,
    `  lifespan    half last longer than ${median.days === null ? 'was watched' : many(median.days, 'day')} (Kaplan–Meier, 95 % ${band}); as it looks, ${many(lifespan.naiveMedianDays, 'day')}`,
    `              ${share(lifespan.stillThere)} seen in the last ${many(lifespan.horizonDays, 'day')} may come back`,
    `  cool-down   ${quartiles ? `${many(coolDowns.count, 'silence')}; quartiles ${quartiles.lower}, ${quartiles.median} and ${many(quartiles.upper, 'day')}` : 'none'}`,
    `  reuse       ${share(reuse.consecutiveDays)} on days in a row, ${share(reuse.severalDays)} on several days`,
    `  several     subjects ${share(several.subjects)}, brands ${share(several.brands)}, vehicles ${share(several.vehicles)}, sender domains ${share(several.senderDomains)}`,
    ...curveLines(life),
  ].join('\n')
}

const CURVE = { lines: 12, width: 50 } as const

/** How many still live after so many days, a bar a line. */
function curveLines({ lifespan: { curve } }: Life): string[] {
  const last = curve.at(-1)?.days ?? 0
  const step = Math.max(1, Math.ceil(last / CURVE.lines))
  const lines = Array.from({ length: Math.ceil(last / step) + 1 }, (_, at) => at * step).map((days) => {
    const survival = curve.findLast((each) => each.days <= days)?.survival ?? 1
    return `  ${String(days).padStart(5)}  ${percent(survival).padStart(6)}  ${'█'.repeat(Math.round(survival * CURVE.width))}`
  })
  return ['', '   days  longer', ...lines]
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`

/** A number of a list. */
type Listed = LivedNumber & { readonly seenWith: SeenWith; readonly lookup: Extract<Lookup, { number: string }> }

/** The JSON of a listed number. */
export function livedNumberJson({ lookup, firstSeenAt, lastSeenAt, seenWith, ...lived }: Listed): Told {
  const { risk, facts, profile } = lookup
  return {
    ...lived,
    firstSeen: isoTime(firstSeenAt),
    lastSeen: isoTime(lastSeenAt),
    lifespanDays: daysBetween(firstSeenAt, lastSeenAt),
    status: risk.status.threat,
    risk: risk.level,
    region: facts.region,
    lineType: facts.lineType,
    provider: facts.provider,
    ring: profile?.ring?.id ?? null,
    seenWith,
  }
}

/** UTC days from one time to another. */
function daysBetween(fromAt: number, toAt: number): number {
  return Math.floor(toAt / DAY_MILLIS) - Math.floor(fromAt / DAY_MILLIS)
}

/** A listed number on two lines. */
export function livedNumberSummary({ number, sightings, activeDays, lookup, seenWith, ...times }: Listed): string {
  const { risk, facts } = lookup
  const about = [facts.region ?? 'no region', facts.lineType.replaceAll('_', ' '), facts.provider ?? '']
  const counts = [
    many(sightings, 'sighting'),
    `on ${many(activeDays, 'day')}`,
    isoPeriod(times.firstSeenAt, times.lastSeenAt),
  ]
  const level = risk.level === null ? 'no level' : `level ${risk.level}`
  const words = seenWithWords(seenWith)
  return [
    `${number}  ${(risk.status.threat ?? 'no threat').replaceAll('_', ' ')}, ${level}  ${counts.join(', ')}`,
    `  ${about.filter(Boolean).map(plainText).join(' · ')}${words === '' ? '' : ` · ${words}`}`,
  ].join('\n')
}

function seenWithWords({ brands, subjects, vehicles, senderDomains }: SeenWith): string {
  return [
    brands.length > 0 ? brands.slice(0, 3).map(plainText).join(', ') : '',
    subjects.length > 0 ? many(subjects.length, 'subject') : '',
    vehicles.length > 1 ? vehicles.map(plainText).join(', ') : '',
    senderDomains.length > 0 ? many(senderDomains.length, 'sender domain') : '',
  ]
    .filter((each) => each !== '')
    .join(' · ')
}

/** The JSON of one number's life. */
export function numberLifeJson(number: string, life: { spells: readonly Spell[]; seenWith: SeenWith }): Told {
  const spells = life.spells.map(({ fromDay, toDay, ...rest }) => ({
    from: dayName(fromDay),
    to: dayName(toDay),
    ...rest,
  }))
  return { number, spells, seenWith: life.seenWith }
}
