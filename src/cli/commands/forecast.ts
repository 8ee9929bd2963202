import { makeForecast, tryForecast } from '../../app/make-forecast.ts'
import { loadReference } from '../../collect/reference.ts'
import { forecastTrialJson, forecastTrialSummary, likelyBlockJson, likelyBlockSummary } from '../../render/forecast.ts'
import { isoDay } from '../../render/iso-time.ts'
import { many } from '../../render/many.ts'
import { DAY_MILLIS } from '../../model/day.ts'
import { keepForecast } from '../../store/forecast-file.ts'
import type { AddCommand } from '../command.ts'
import { wholeNumber } from '../flag-values.ts'
import { print, printJson, say } from '../output.ts'
import { readSettings } from '../settings.ts'
import type { Settings } from '../settings.ts'
import { findsMemory, withMemory } from '../store-of.ts'

type Options = {
  readonly json?: boolean
  readonly days: number
  readonly limit: number
  readonly evaluate?: boolean
  readonly cutOffs: number
  readonly data?: string
}

const HELP = `
Learns from the numbers that turned up in the last weeks, keeps what it learnt in the data folder, and lists the blocks
most likely to produce next. Look-ups on this node go by it from then on: run it daily.
--evaluate keeps nothing: it goes back to earlier days, learns from what was known then, and counts how many of the
numbers that came next it would have flagged, and how many random ones.

Examples:
  ringtrace forecast
  ringtrace forecast --days 14 --limit 50
  ringtrace forecast --evaluate
  ringtrace forecast --json > next.ndjson`

export const addForecastCommand: AddCommand = (program, run) => {
  program
    .command('forecast')
    .description('Learns which numbers come next, and lists the blocks most likely to produce them.')
    .option('--json', 'one JSON object a line')
    .option('--days <n>', 'how far to look ahead', wholeNumber(1, 60), 7)
    .option('--limit <n>', 'how many blocks', wholeNumber(1, 1_000), 20)
    .option('--evaluate', 'how well it would have done on earlier days')
    .option('--cut-offs <n>', 'with --evaluate, how many of them', wholeNumber(1, 50), 5)
    .option('--data <folder>', 'data folder')
    .addHelpText('after', HELP)
    .action(run(forecast))
}

async function forecast(options: Options): Promise<number> {
  const settings = readSettings({ data: options.data })
  if (!findsMemory(settings, 'store')) return 0
  return options.evaluate ? evaluate(settings, options) : learn(settings, options)
}

async function learn(settings: Settings, { json, days, limit }: Options): Promise<number> {
  const reference = await loadReference(settings.data)
  const kept = await withMemory(settings, ({ store }) => makeForecast(store, reference, { now: Date.now(), days }))
  keepForecast(settings.data, kept)
  const { model, blocks } = kept
  for (const block of blocks.slice(0, limit)) {
    await (json ? printJson(likelyBlockJson(block)) : print(likelyBlockSummary(block)))
  }
  say(`learnt from ${many(model.hits, 'number')} that came before ${isoDay(model.trainedOn * DAY_MILLIS)}`)
  return 0
}

async function evaluate(settings: Settings, { json, days, cutOffs }: Options): Promise<number> {
  const reference = await loadReference(settings.data)
  await withMemory(settings, async ({ store }) => {
    for await (const trial of tryForecast(store, reference, { now: Date.now(), days, cutOffs })) {
      await (json ? printJson(forecastTrialJson(trial)) : print(forecastTrialSummary(trial)))
    }
  })
  return 0
}
