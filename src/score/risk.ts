import { CHANNELS } from '../model/channel.ts'
import type { NumberFacts } from '../model/number-facts.ts'
import type { Forecast } from '../model/forecast.ts'
import type { Neighbourhood } from '../model/lookup.ts'
import type { Coverage, Profile, SourceRecord } from '../model/profile.ts'
import type { ReturnCurves } from '../model/return-curve.ts'
import type { Level, Reason, Risk } from '../model/risk.ts'
import { coverageOf, MIN_COVERAGE } from './coverage.ts'
import { isAccusing, isLivelyProof, isMeant, sourceReasons } from './evidence.ts'
import { forecastReasons } from './forecast.ts'
import { levelOf, probabilityOf } from './level.ts'
import { neighbourReasons } from './neighbourhood.ts'
import { patternReasons, reason } from './patterns.ts'
import { LINE_TYPE_SIGNALS, MENTIONED_LEVEL, SIGNALS, TABLE, UNPROVEN_LEVEL } from './signals.ts'
import { statusOf } from './status.ts'

/** What is asked about: a number and its surroundings. profile is null where nobody has seen it. */
export type Known = {
  readonly profile: Profile | null
  readonly facts: NumberFacts
  readonly neighbourhood: Neighbourhood
  /** Left out where nothing is foretold. */
  readonly forecast?: Forecast | null
  readonly coverage: Coverage
  readonly returns: ReturnCurves
}

/**
 * Scores a number: adds the log-odds of every signal and bins the probability into a level.
 *
 * - null where nothing is known and no live source covers the calling code: never the same as safe;
 * - 0 for a genuine line of an organisation. Copying or spoofing it is no evidence against it; renting it out is, and
 *   then the number is disputed;
 * - 1 where live sources know nothing. What kind of line it is never speaks alone;
 * - never above UNPROVEN_LEVEL without a source that proves by itself and has not long been silent, and never 9.
 *
 * Units: now and all times in Unix milliseconds.
 */
export function riskOf(known: Known, now: number): Risk {
  const { profile, facts, neighbourhood } = known
  const records = profile?.records ?? []
  const coverage = coverageOf(known.coverage, facts.callingCode, now)
  const status = statusOf(records, now, known.returns)
  const answer = { coverage: round(coverage, 2), status, table: TABLE }

  if (facts.official && !records.some((record) => isRentedOut(record, now))) {
    const trust = reason('number.official', `a genuine line of ${facts.official.name} (${facts.official.source})`)
    const reasons = [trust, ...sourceReasons(records, now).map(setAside)]
    const isSpoofed = records.some(isAccusing)
    return {
      ...answer,
      ...scored(reasons, 0),
      status: { threat: null, control: isSpoofed ? 'spoofed_only' : 'owner_controlled' },
    }
  }

  const neighbours = neighbourReasons(neighbourhood, now)
  const evidence = [
    ...sourceReasons(records, now),
    ...(profile ? patternReasons(profile, now, known.returns) : []),
    ...neighbours,
    ...forecastReasons(known.forecast ?? null, neighbours),
  ]
  if (evidence.some(speaksAgainst)) {
    const reasons = [...evidence, ...traits(facts)]
    const ceiling = ceilingOf(records, evidence, now)
    const level = levelOf(probabilityOf(reasons, ceiling))
    const disputed = facts.official && { status: { ...status, threat: 'disputed' as const } }
    return { ...answer, ...scored(reasons, level, ceiling), ...disputed }
  }
  const reasons = [...evidence, ...traits(facts).map(setAside)]
  if (coverage >= MIN_COVERAGE) return { ...answer, ...scored(reasons, 1) }
  const insufficient = reason('meta.insufficient_evidence', SIGNALS['meta.insufficient_evidence'].description)
  return { ...answer, level: null, probability: null, reasons: [insufficient, ...reasons] }
}

function scored(
  reasons: readonly Reason[],
  level: Level,
  ceiling: Level = 8,
): Pick<Risk, 'level' | 'probability' | 'reasons'> {
  const told = reasons
    .map((each) => ({ ...each, points: round(each.points, 2) }))
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
  return { level, probability: round(probabilityOf(reasons, ceiling), 4), reasons: told }
}

/** Without a proving source of its own that is not long silent, a number stays below what complaints, lists or neighbours can carry. */
function ceilingOf(records: readonly SourceRecord[], evidence: readonly Reason[], now: number): Level {
  if (records.some((record) => isLivelyProof(record, now))) return 8
  const isMore =
    records.some((record) => isAccusing(record) && isMeant(record)) ||
    evidence.some(({ subject }) => subject === 'block')
  return isMore ? UNPROVEN_LEVEL : MENTIONED_LEVEL
}

/** What the numbering plan says against the number. */
function traits({ validity, assignment, lineType }: NumberFacts): Reason[] {
  const codes = [
    validity === 'valid' && assignment !== 'unallocated' ? undefined : ('number.unallocated' as const),
    LINE_TYPE_SIGNALS[lineType],
  ]
  return codes.filter((code) => code !== undefined).map((code) => reason(code, SIGNALS[code].description))
}

/** Told, but not counted. */
const setAside = (each: Reason): Reason => ({ ...each, polarity: 'neutral', points: 0 })

const speaksAgainst = ({ polarity }: Reason): boolean => polarity === 'risk'

/** Supplied or rented to others: the one thing that a genuine line cannot be by accident. */
const isRentedOut = (record: SourceRecord, now: number): boolean =>
  isLivelyProof(record, now) && CHANNELS[record.channel].layer !== 'monetization'

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits))
}
