import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { returnCurvesOf } from '../src/analyze/life/return-curves.ts'
import type { SilenceTally } from '../src/analyze/life/return-curves.ts'
import { DAY_MILLIS } from '../src/model/day.ts'
import { LATEST_DAYS } from '../src/model/profile.ts'
import type { SourceRecord } from '../src/model/profile.ts'
import { returnChance, returnsLater } from '../src/model/return-curve.ts'
import type { ReturnCurve, ReturnCurves } from '../src/model/return-curve.ts'
import { THREAT_STATUSES } from '../src/model/risk.ts'
import { statusOf } from '../src/score/status.ts'

/** Real data beside the checkout: the thousand most active disposable numbers of each day, 2026-05-21 to 07-14. */
const FEED = '../shared/data/feeds/castle-daily.ndjson.gz'
const CHANNEL = 'otp_platform_web'
/** Statuses of these days are held against what came after. */
const CUT_OFFS = ['2026-06-10', '2026-06-15', '2026-06-20', '2026-06-25', '2026-06-30']
const AFTER_DAYS = 14

/** What is said of a number's silence: by the curve that had been seen by then, or by the assumed one. */
const WAYS = { measured: (curves: ReturnCurves) => curves, assumed: () => ({}) } as const

const days = readDays()
const said = new Map<string, { numbers: number; back: number }>()
for (const cutOff of CUT_OFFS.map((day) => Date.parse(day) / DAY_MILLIS)) {
  const then = [...days.values()].map((own) => own.filter((day) => day <= cutOff)).filter((own) => own.length > 0)
  const curves = returnCurvesOf(then.flatMap(silencesOf))
  for (const own of days.values()) {
    const known = own.filter((day) => day <= cutOff)
    if (known.length === 0) continue
    const isBack = own.some((day) => day > cutOff && day <= cutOff + AFTER_DAYS)
    for (const [way, curvesOf] of Object.entries(WAYS)) {
      const { threat } = statusOf([recordOf(known)], cutOff * DAY_MILLIS, curvesOf(curves))
      const { numbers, back } = said.get(`${way} ${threat}`) ?? { numbers: 0, back: 0 }
      said.set(`${way} ${threat}`, { numbers: numbers + 1, back: back + Number(isBack) })
    }
  }
}
console.log(`Of numbers in a status on ${CUT_OFFS.length} days, how many were seen in the ${AFTER_DAYS} days after:\n`)
console.log('| status | by silences measured until then | by the assumed curve |\n| --- | --- | --- |')
for (const status of THREAT_STATUSES) {
  const cells = Object.keys(WAYS).map((way) => cellOf(said.get(`${way} ${status}`)))
  if (cells.some((cell) => cell !== '–')) console.log(`| ${status} | ${cells.join(' | ')} |`)
}
console.log(`\n${limits(returnCurvesOf([...days.values()].flatMap(silencesOf))[CHANNEL]!)}`)

/** The days of each number, ascending. Some days list a number twice. */
function readDays(): Map<string, number[]> {
  const found = new Map<string, Set<number>>()
  for (const line of gunzipSync(readFileSync(FEED)).toString().trim().split('\n')) {
    const { date, number } = JSON.parse(line) as { date: string; number: string }
    found.set(number, (found.get(number) ?? new Set()).add(Date.parse(date) / DAY_MILLIS))
  }
  return new Map([...found].map(([number, own]) => [number, [...own].sort((one, other) => one - other)]))
}

function silencesOf(own: readonly number[]): SilenceTally[] {
  const gaps = own
    .slice(1)
    .map((day, at) => ({ channel: CHANNEL, isLast: false, day: day - own[at]!, count: 1 }) as const)
  return [...gaps, { channel: CHANNEL, isLast: true, day: own.at(-1)!, count: 1 }]
}

function recordOf(own: readonly number[]): SourceRecord {
  return {
    channel: CHANNEL,
    source: 'castle',
    role: null,
    sightings: own.length,
    messages: 0,
    activeDays: own.length,
    latestDays: own.slice(-LATEST_DAYS),
    firstSeenAt: own[0]! * DAY_MILLIS,
    lastSeenAt: own.at(-1)! * DAY_MILLIS,
    brands: [],
    templates: 0,
    simKinds: [],
  }
}

function cellOf(counted: { numbers: number; back: number } | undefined): string {
  if (!counted) return '–'
  return `${((100 * counted.back) / counted.numbers).toFixed(1)} % of ${counted.numbers.toLocaleString('en')}`
}

function limits(curve: ReturnCurve): string {
  const first = (holds: (day: number) => boolean): number => {
    let day = 0
    while (!holds(day)) day += 1
    return day
  }
  const chances = [1, 2, 7, 14, 30, 60, 90].map((day) => `${day}: ${(100 * returnChance(curve, day)).toFixed(0)} %`)
  return `${curve.returns.toLocaleString('en')} of ${curve.silences.toLocaleString('en')} silences ended. Chance of a return after days of silence: ${chances.join(', ')}.
No longer ordinary after ${first((day) => returnsLater(curve, day) <= 0.2)} days, unlikely to end after ${first((day) => returnChance(curve, day) < 0.25)}, improbable to after ${first((day) => returnChance(curve, day) <= 0.05)}.`
}
