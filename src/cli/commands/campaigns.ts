import { findCampaigns } from '../../app/find-campaigns.ts'
import { loadReference } from '../../collect/reference.ts'
import { campaignJson, campaignSummary } from '../../render/campaigns.ts'
import { many } from '../../render/many.ts'
import type { AddCommand } from '../command.ts'
import { wholeNumber } from '../flag-values.ts'
import { freshRings } from '../fresh-rings.ts'
import { print, printJson, say } from '../output.ts'
import { count } from '../progress.ts'
import { readSettings } from '../settings.ts'
import { findsMemory, sayNothingRemembered, withMemory } from '../store-of.ts'

type Options = { readonly json?: boolean; readonly limit?: number; readonly data?: string }

/** Campaigns that the terminal shows where nobody said how many. */
const SHOWN = 10

const HELP = `
A campaign is mail of one make that came from one ring, with no silence of more than 45 days in between. One make: the
same attachment, the same picture, the same words, or words that changed a little. Mail without words goes with what its
ring sent nearest in time. Rings are traced first where something was taken in since the last time.

Examples:
  ringtrace campaigns
  ringtrace campaigns --json | head -3`

export const addCampaignsCommand: AddCommand = (program, run) => {
  program
    .command('campaigns')
    .description('Mails of one make from one ring, most messages first.')
    .option('--json', 'one JSON object a line')
    .option('--limit <n>', `how many (default: ${SHOWN}; with --json all)`, wholeNumber(1, 999_999_999))
    .option('--data <folder>', 'data folder')
    .addHelpText('after', HELP)
    .action(run(campaigns))
}

async function campaigns(options: Options): Promise<number> {
  const settings = readSettings(options)
  if (!findsMemory(settings, 'store')) return 0
  const reference = await loadReference(settings.data)
  const [found, known] = await withMemory(settings, async ({ store, index }) => {
    await freshRings(store, reference)
    return [await findCampaigns(store), index.size()]
  })
  const shown = found.slice(0, options.limit ?? (options.json ? Infinity : SHOWN))
  for (const each of shown) {
    await (options.json ? printJson(campaignJson(each)) : print(`${campaignSummary(each)}\n`))
  }
  if (shown.length < found.length) say(`… and ${count(found.length - shown.length)} more; --limit shows them`)
  if (known === 0) sayNothingRemembered(settings)
  else say(found.length === 0 ? 'no mail wanted a number used' : many(found.length, 'campaign'))
  return 0
}
