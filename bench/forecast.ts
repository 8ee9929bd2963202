import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import {
  CURVE_SHARES,
  evaluateForecast,
  flagsOf,
  modelTelling,
  trialOf,
} from '../src/analyze/forecast/evaluate-forecast.ts'
import type { Telling, TrialOptions } from '../src/analyze/forecast/evaluate-forecast.ts'
import { kindsOf } from '../src/analyze/forecast/kinds.ts'
import { FORECAST_WIDTHS } from '../src/analyze/forecast/vicinity.ts'
import type { Born } from '../src/analyze/forecast/vicinity.ts'
import { windowOf } from '../src/analyze/forecast/windows.ts'
import type { Past, Window } from '../src/analyze/forecast/windows.ts'
import { placeOf } from '../src/app/place-of.ts'
import { loadReference } from '../src/collect/reference.ts'
import { DAY_MILLIS } from '../src/model/day.ts'
import type { ForecastTrial } from '../src/model/forecast-trial.ts'
import { FORECAST_RARITIES } from '../src/model/forecast.ts'
import { plainNumber } from '../src/model/plain-number.ts'
import { random } from '../src/simulate/random.ts'
import { machine } from './figures.ts'
import { blockRows, blockTrials } from './forecast-blocks.ts'
import type { BlockTrial } from './forecast-blocks.ts'

/** Real data beside the checkout: what Castle and iP.1 told of disposable numbers, and companies' own lines. */
const DATA = '../shared/data'

/** Everything was chosen on cut-offs before the first of these. Castle's list begins on 2026-05-21 and ends on 07-14. */
const CHOSEN_ON = ['2026-06-06', '2026-06-10', '2026-06-14', '2026-06-18']
const REPORTED_ON = ['2026-06-20', '2026-06-23', '2026-06-26', '2026-06-29', '2026-07-02', '2026-07-05', '2026-07-08']
const SINCE = '2026-05-22'
const UNTIL_THE_END = 10_000
const DAYS = 7
const DRAWN = 200_000

const dayOf = (text: string): number => Date.parse(text) / DAY_MILLIS
const digitsIn = (text: string): number => Number(text.replace(/\D/g, ''))

/** iP.1 tells the day a number was last seen: it is known from the day after. Castle, the first day it is listed. */
function readFeeds(): { castle: Map<number, number>; sms: Map<number, number> } {
  const unpacked = (name: string): string => gunzipSync(readFileSync(`${DATA}/feeds/${name}`)).toString()
  const castle = new Map<number, number>()
  for (const line of unpacked('castle-daily.ndjson.gz').trim().split('\n')) {
    const { date, number } = JSON.parse(line) as { date: string; number: string }
    castle.set(digitsIn(number), Math.min(dayOf(date), castle.get(digitsIn(number)) ?? Infinity))
  }
  const rows = Object.entries(JSON.parse(unpacked('ip1sms.json.gz')) as Record<string, string>)
  const numbers = rows.filter(([digits]) => plainNumber(digits, null) !== null)
  return { castle, sms: new Map(numbers.map(([digits, day]) => [Number(digits), dayOf(day)])) }
}

function pastOf({ castle, sms }: ReturnType<typeof readFeeds>): Past {
  const born = [...new Set([...castle.keys(), ...sms.keys()])]
    .map((digits) => ({ digits, day: Math.min(castle.get(digits) ?? Infinity, sms.get(digits) ?? Infinity) }))
    .sort((a, b) => a.digits - b.digits)
  return { born, entered: [...castle].map(([digits, day]): Born => ({ digits, day })) }
}

type Row = { readonly trial: ForecastTrial; readonly companies: readonly number[] }
type Rows = { readonly baseline: Row[]; readonly model: Row[] }

/** A plain count, each number halved every 30 days, ten times as much in a block a tenth as wide. */
function baselineTelling({ before }: Window): Telling {
  return (digits) => {
    const [, hundred, thousand, tenThousand] = before.around(digits).blocks
    return 100 * hundred!.fresh[1]! + 10 * thousand!.fresh[1]! + tenThousand!.fresh[1]!
  }
}

const percent = (share: number): string => (share * 100).toFixed(share < 0.01 ? 3 : 1)
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
const spread = (values: readonly number[]): string =>
  `${percent(mean(values))} (${percent(Math.min(...values))}–${percent(Math.max(...values))})`

function line(cells: readonly (string | number)[]): string {
  return `| ${cells.join(' | ')} |`
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

const isoOf = (day: number): string => new Date(day * DAY_MILLIS).toISOString().slice(0, 10)

function printRows(title: string, rows: readonly Row[]): void {
  console.log(`\n### ${title}\n`)
  const flags = FORECAST_RARITIES.flatMap((share) => [
    `found at ${percent(share)} %`,
    'of random numbers',
    'companies flagged',
  ])
  const body = rows.map(({ trial, companies }) => [
    isoOf(trial.on),
    trial.entering,
    ...trial.flags.flatMap(({ found, innocent }, i) => [percent(found), percent(innocent), companies[i]!]),
    ...trial.ceilings.map(percent),
  ])
  const all = (of: (row: Row) => number): string => spread(rows.map(of))
  const total = [
    'mean (least–most)',
    rows.reduce((sum, { trial }) => sum + trial.entering, 0),
    ...FORECAST_RARITIES.flatMap((_, i) => [
      all(({ trial }) => trial.flags[i]!.found),
      all(({ trial }) => trial.flags[i]!.innocent),
      Math.max(...rows.map(({ companies }) => companies[i]!)),
    ]),
    ...FORECAST_WIDTHS.map((_, i) => all(({ trial }) => trial.ceilings[i]!)),
  ]
  const ceilings = FORECAST_WIDTHS.map((width) => `in a known ${width.toLocaleString('en')}`)
  console.log(table(['cut-off', 'entering', ...flags, ...ceilings], [...body, total]))
}

function printCurve(name: string, { baseline, model }: Rows): void {
  console.log(`\n### Found at each false-positive rate, ${name}: mean (least–most), %\n`)
  const at = (rows: readonly Row[], i: number): string => spread(rows.map(({ trial }) => trial.curve[i]!))
  console.log(
    table(
      ['random numbers flagged', 'model', 'plain count'],
      CURVE_SHARES.map((share, i) => [`${share * 100} %`, at(model, i), at(baseline, i)]),
    ),
  )
}

function printRegions(name: string, rows: readonly Row[]): void {
  console.log(`\n### By country, ${name}: found, mean (least–most) over cut-offs, %\n`)
  const regions = new Map<string, { entering: number; found: number[][] }>()
  for (const { region, entering, found } of rows.flatMap(({ trial }) => trial.regions)) {
    const known = regions.get(region) ?? { entering: 0, found: [] }
    regions.set(region, { entering: known.entering + entering, found: [...known.found, [...found]] })
  }
  const body = [...regions]
    .sort(([, a], [, b]) => b.entering - a.entering)
    .map(([region, { entering, found }]) => [
      region,
      entering,
      found.length,
      ...FORECAST_RARITIES.map((_, i) => spread(found.map((each) => each[i]!))),
    ])
  console.log(
    table(['country', 'entering', 'cut-offs', ...FORECAST_RARITIES.map((share) => `at ${percent(share)} %`)], body),
  )
}

const feeds = readFeeds()
const past = pastOf(feeds)
const reference = await loadReference()
const [chance, where] = [random('forecast'), placeOf(reference)]
const kinds = kindsOf(where, chance.unit)
const companies = readFileSync(`${DATA}/genuine/companies.csv`, 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((row) => digitsIn(/(\+[\d ]+)/.exec(row)?.[1] ?? ''))
  .filter((digits) => digits > 0 && digits < 10 ** 15)

console.log(
  `# Forecast\n\n${machine()}\n\n${companies.length} lines of companies, ${DRAWN.toLocaleString('en')} random numbers a cut-off`,
)
const gains = new Map<string, number>()
for (const [name, days] of [
  ['chosen on', CHOSEN_ON],
  ['reported on', REPORTED_ON],
] as const) {
  const blocks: BlockTrial[] = []
  const sets = { '7 days': { baseline: [], model: [] } as Rows, 'the end': { baseline: [], model: [] } as Rows }
  for (const text of days) {
    const on = dayOf(text)
    const options = { on, since: dayOf(SINCE), days: DAYS, placeOf: where, kinds, unit: chance.unit, drawn: DRAWN }
    const startedAt = performance.now()
    let model = null as ReturnType<typeof evaluateForecast>
    for (const [until, untilDays] of [
      ['7 days', DAYS],
      ['the end', UNTIL_THE_END],
    ] as const) {
      const trialOptions: TrialOptions = { ...options, untilDays }
      model ??= evaluateForecast(past, trialOptions)
      if (!model) continue
      const window = windowOf(past, { day: on, days: untilDays, kinds })
      const lately = windowOf(past, { day: on - 2 * DAYS, days: 2 * DAYS, kinds })
      for (const [which, telling, flags] of [
        ['model', modelTelling(model.model, window, trialOptions), model.model.flags],
        ['baseline', baselineTelling(window), null],
      ] as const) {
        const thresholds = flags ?? flagsOf(telling, { ...window, entering: lately.entering, kinds: lately.kinds })
        const trial = trialOf(window, telling, { flags: thresholds, drawn: DRAWN, untilDays })
        const flagged = thresholds.map((flag) => companies.filter((digits) => telling(digits) > flag).length)
        sets[until][which].push({ trial, companies: flagged })
      }
    }
    if (model) blocks.push(...blockTrials(model.model, windowOf(past, { day: on, days: DAYS, kinds }), where))
    for (const [feature, gain] of Object.entries(model?.model.gains ?? {})) {
      gains.set(feature, (gains.get(feature) ?? 0) + gain)
    }
    console.error(`${text}: ${((performance.now() - startedAt) / 1_000).toFixed(0)} s`)
  }
  console.log(`\n## Blocks, cut-offs ${name}: what was foretold of the next 7 days, and what came\n`)
  console.log(
    table(['place', 'blocks', 'numbers expected', 'came', 'blocks expected to bring any', 'did'], blockRows(blocks)),
  )
  for (const [until, rows] of Object.entries(sets)) {
    console.log(`\n## Cut-offs ${name}, numbers entering until ${until}`)
    printRows('Model', rows.model)
    printRows('Plain count, halved every 30 days', rows.baseline)
    printCurve(until, rows)
    if (name === 'reported on') printRegions(until, rows.model)
  }
}
console.log('\n## What the model goes by: share of what was gained, mean over cut-offs, %\n')
const total = [...gains.values()].reduce((sum, gain) => sum + gain, 0)
const told = [...gains].sort((a, b) => b[1] - a[1]).slice(0, 12)
console.log(
  table(
    ['feature', 'share'],
    told.map(([name, gain]) => [name, percent(gain / total)]),
  ),
)
