import * as figures from '../analyze/overview.ts'
import type { BrandFigure, ChannelFigure, Span, Totals } from '../analyze/overview.ts'
import { DAY_MILLIS } from '../model/day.ts'
import type { Lookup } from '../model/lookup.ts'
import type { PhoneNumber } from '../model/phone-number.ts'
import type { Level } from '../model/risk.ts'
import type { Store } from '../store/store.ts'
import { lookUp } from './look-up.ts'
import type { LookUpSources } from './look-up.ts'

const WINDOW_DAYS = 60
/** A start page must not wait for the scores of millions; how many were scored is told with the counts. */
const MAX_SCORED = 3_000
/** Look-ups are synchronous: so many at a time, and other requests get their turn between. */
const SCORED_AT_ONCE = 100
const MAX_RISKIEST = 8
const MAX_BRANDS = 8
const MAX_CHANNELS = 8

export type OverviewDay = {
  readonly day: string
  readonly active: number
  readonly newlySeen: number
  readonly sightings: number
}

export type Overview = {
  readonly totals: Totals
  /** The newest days with sightings behind them; null where nothing was ever seen. */
  readonly window: (Span & { readonly active: number; readonly newlySeen: number }) | null
  readonly days: readonly OverviewDay[]
  readonly channels: readonly ChannelFigure[]
  readonly brands: readonly BrandFigure[]
  readonly levels: { readonly scored: number; readonly counts: ReadonlyMap<Level | null, number> }
  readonly riskiest: readonly ScoredNumber[]
}

export type ScoredNumber = Extract<Lookup, { number: string }>

/** Answers what the start page asks: what is known, what happens lately, what is riskiest. */
export async function overview(store: Store, sources: LookUpSources): Promise<Overview> {
  const [totals = null] = await store.ask(figures.TOTALS)
  if (!totals || totals.sightings === 0) return NOTHING
  // A date that lies ahead is a mistake or a lie, and would push everything else out of the window.
  const toAt = endOfDay(Math.min(totals.lastSeenAt, sources.now))
  const span = { fromAt: toAt + 1 - WINDOW_DAYS * DAY_MILLIS, toAt }

  const [active = 0] = await store.ask(figures.activeCount(span))
  const activeDays = await store.ask(figures.activeByDay(span))
  const newDays = new Map((await store.ask(figures.newByDay(span))).map(({ day, numbers }) => [day, numbers]))
  const known = new Map(activeDays.map((figure) => [figure.day, figure]))
  const days = daysOf(span).map((day) => ({
    day,
    active: known.get(day)?.numbers ?? 0,
    newlySeen: newDays.get(day) ?? 0,
    sightings: known.get(day)?.sightings ?? 0,
  }))

  const scored = await scoreAll(await store.ask(figures.activeNumbers(span, MAX_SCORED)), sources)
  return {
    totals,
    window: { ...span, active, newlySeen: days.reduce((sum, { newlySeen }) => sum + newlySeen, 0) },
    days,
    channels: (await store.ask(figures.CHANNEL_FIGURES)).slice(0, MAX_CHANNELS),
    brands: await store.ask(figures.brandFigures(MAX_BRANDS)),
    levels: { scored: scored.length, counts: tally(scored) },
    // They come newest first, and sorting keeps that order among equals.
    riskiest: scored.toSorted((one, other) => (other.risk.level ?? -1) - (one.risk.level ?? -1)).slice(0, MAX_RISKIEST),
  }
}

const NOTHING: Overview = {
  totals: { numbers: 0, sightings: 0, messages: 0, firstSeenAt: 0, lastSeenAt: 0 },
  window: null,
  days: [],
  channels: [],
  brands: [],
  levels: { scored: 0, counts: new Map() },
  riskiest: [],
}

async function scoreAll(numbers: readonly PhoneNumber[], sources: LookUpSources): Promise<ScoredNumber[]> {
  const scored: ScoredNumber[] = []
  for (let at = 0; at < numbers.length; at += SCORED_AT_ONCE) {
    const answers = numbers.slice(at, at + SCORED_AT_ONCE).map((number) => lookUp(number, sources))
    scored.push(...answers.filter((answer) => answer.number !== null))
    await new Promise((resolve) => setImmediate(resolve))
  }
  return scored
}

const endOfDay = (time: number): number => time - (time % DAY_MILLIS) + DAY_MILLIS - 1

function daysOf({ fromAt }: Span): string[] {
  return Array.from({ length: WINDOW_DAYS }, (_, i) => new Date(fromAt + i * DAY_MILLIS).toISOString().slice(0, 10))
}

function tally(scored: readonly ScoredNumber[]): Map<Level | null, number> {
  const counts = new Map<Level | null, number>()
  for (const { risk } of scored) counts.set(risk.level, (counts.get(risk.level) ?? 0) + 1)
  return counts
}
