import { findBrands } from '../../app/find-brands.ts'
import { findCampaigns } from '../../app/find-campaigns.ts'
import { loadReference } from '../../collect/reference.ts'
import { campaignSummary } from '../../render/campaigns.ts'
import { many } from '../../render/many.ts'
import { abuseJson, brandSummary, formatsLine } from '../../render/providers.ts'
import type { AddCommand } from '../command.ts'
import { wholeNumber } from '../flag-values.ts'
import { freshRings } from '../fresh-rings.ts'
import { print, printJson, say } from '../output.ts'
import { count } from '../progress.ts'
import { readSettings } from '../settings.ts'
import { findsMemory, sayNothingRemembered, withMemory } from '../store-of.ts'

type Options = { readonly json?: boolean; readonly limit?: number; readonly data?: string }

/** Brands that the terminal shows where nobody said how many. */
const SHOWN = 10
const CAMPAIGNS = 3

const HELP = `
Examples:
  ringtrace brands
  ringtrace brands --json | head -5`

export const addBrandsCommand: AddCommand = (program, run) => {
  program
    .command('brands')
    .description(
      'What scam mail pretends to be: the numbers used in the name of each brand, and how they were carried.',
    )
    .option('--json', 'one JSON object a line')
    .option('--limit <n>', `how many (default: ${SHOWN}; with --json all)`, wholeNumber(1, 999_999_999))
    .option('--data <folder>', 'data folder')
    .addHelpText('after', HELP)
    .action(run(brands))
}

async function brands({ json, limit, data }: Options): Promise<number> {
  const settings = readSettings({ data })
  if (!findsMemory(settings, 'store')) return 0
  const reference = await loadReference(settings.data)
  const [found, known] = await withMemory(settings, async ({ store, index }) => {
    await freshRings(store, reference)
    return [await findBrands(store, await findCampaigns(store), reference), index.size()]
  })
  const shown = found.brands.slice(0, limit ?? (json ? Infinity : SHOWN))
  for (const brand of shown) await (json ? printJson(abuseJson(brand)) : print(`${brandSummary(brand)}\n`))
  if (!json && found.formats.length > 0) {
    await print(`carried in: ${formatsLine(found.formats)}\n`)
    for (const campaign of found.largest.slice(0, CAMPAIGNS)) await print(`${campaignSummary(campaign)}\n`)
  }
  if (shown.length < found.brands.length) {
    say(`… and ${count(found.brands.length - shown.length)} more; --limit shows them`)
  }
  if (known === 0) sayNothingRemembered(settings)
  else say(found.brands.length === 0 ? 'no mail named a brand' : many(found.brands.length, 'brand'))
  return 0
}
