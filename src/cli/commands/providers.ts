import { findCampaigns } from '../../app/find-campaigns.ts'
import { findProviders } from '../../app/find-providers.ts'
import { loadProviderSizes } from '../../collect/provider-sizes.ts'
import { loadReference } from '../../collect/reference.ts'
import { many } from '../../render/many.ts'
import { abuseJson, lineTypeSummary, providerSummary } from '../../render/providers.ts'
import type { AddCommand } from '../command.ts'
import { wholeNumber } from '../flag-values.ts'
import { freshRings } from '../fresh-rings.ts'
import { print, printJson, say } from '../output.ts'
import { count } from '../progress.ts'
import { readSettings } from '../settings.ts'
import { findsMemory, sayNothingRemembered, withMemory } from '../store-of.ts'

type Options = {
  readonly json?: boolean
  readonly lineTypes?: boolean
  readonly limit?: number
  readonly data?: string
}

/** Providers that the terminal shows where nobody said how many. */
const SHOWN = 15

const HELP = `
Who lends out the malicious numbers: how many, how many of each million it was given, in how many campaigns, and how long
a number lasts there, from its first sighting to its last. A number seen in the last 30 days may go on, and counts as such.
Providers are told by the numbering plan; ringtrace reference add makes it know more of them.

Examples:
  ringtrace providers
  ringtrace providers --line-types
  ringtrace providers --json > providers.ndjson`

export const addProvidersCommand: AddCommand = (program, run) => {
  program
    .command('providers')
    .description('Who lends out the malicious numbers: shares, abuse rates, and how long a number lasts there.')
    .option('--json', 'one JSON object a line')
    .option('--line-types', 'by line type instead')
    .option('--limit <n>', `how many (default: ${SHOWN}; with --json all)`, wholeNumber(1, 999_999_999))
    .option('--data <folder>', 'data folder')
    .addHelpText('after', HELP)
    .action(run(providers))
}

async function providers({ json, lineTypes, limit, data }: Options): Promise<number> {
  const settings = readSettings({ data })
  if (!findsMemory(settings, 'store')) return 0
  const reference = await loadReference(settings.data)
  const sizes = await loadProviderSizes(settings.data)
  const [found, known] = await withMemory(settings, async ({ store, index }) => {
    await freshRings(store, reference)
    return [await findProviders(store, await findCampaigns(store), reference, sizes), index.size()]
  })
  const { all } = found
  const rows = lineTypes ? found.lineTypes : found.providers
  const shown = rows.slice(0, limit ?? (json ? Infinity : SHOWN))
  if (all && json) for (const row of shown) await printJson(abuseJson(row))
  else if (all && lineTypes) {
    for (const row of found.lineTypes.slice(0, shown.length)) await print(lineTypeSummary(row, all))
  } else if (all) {
    for (const row of found.providers.slice(0, shown.length)) await print(`${providerSummary(row, all)}\n`)
  }
  if (shown.length < rows.length) say(`… and ${count(rows.length - shown.length)} more; --limit shows them`)
  if (known === 0) sayNothingRemembered(settings)
  else say(all ? `${many(all.numbers, 'malicious number')}` : 'nothing malicious was seen')
  return 0
}
