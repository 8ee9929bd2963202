#!/usr/bin/env node
import { Command, CommanderError } from 'commander'
import type { AddCommand, Run } from './command.ts'
import { endOnBrokenPipe, tellFailure } from './output.ts'
import { version } from './version.ts'

/** In the order of --help. Each is loaded when it is wanted: a look-up does not wait for the server's packages. */
const COMMANDS: Record<string, () => Promise<AddCommand>> = {
  scan: async () => (await import('./commands/scan.ts')).addScanCommand,
  ingest: async () => (await import('./commands/ingest.ts')).addIngestCommand,
  import: async () => (await import('./commands/import.ts')).addImportCommand,
  lookup: async () => (await import('./commands/lookup.ts')).addLookupCommand,
  rings: async () => (await import('./commands/rings.ts')).addRingsCommand,
  campaigns: async () => (await import('./commands/campaigns.ts')).addCampaignsCommand,
  blocks: async () => (await import('./commands/blocks.ts')).addBlocksCommand,
  providers: async () => (await import('./commands/providers.ts')).addProvidersCommand,
  brands: async () => (await import('./commands/brands.ts')).addBrandsCommand,
  forecast: async () => (await import('./commands/forecast.ts')).addForecastCommand,
  numbers: async () => (await import('./commands/numbers.ts')).addNumbersCommand,
  serve: async () => (await import('./commands/serve.ts')).addServeCommand,
  reference: async () => (await import('./commands/reference.ts')).addReferenceCommand,
  simulate: async () => (await import('./commands/simulate.ts')).addSimulateCommand,
}

/** Answered without a command. */
const VERSION_FLAGS: ReadonlySet<string> = new Set(['-V', '--version'])

const HELP = `
Start here:
  ringtrace scan mail/             the numbers in a folder of mail; remembers nothing
  ringtrace ingest mail/           the same, and remembers them in ./.ringtrace
  ringtrace rings                  which of them belong together, and why
  ringtrace lookup +18047134598    the risk of one number
  ringtrace serve --demo           the workbench, with a made-up world`

const run: Run =
  (action) =>
  async (...args) => {
    process.exitCode = await action(...args)
  }

async function main(argv: readonly string[]): Promise<void> {
  endOnBrokenPipe()
  const program = new Command('ringtrace')
    .description('Traces phone numbers in scam mail and feeds to the rings behind them.')
    .version(version)
    .showHelpAfterError('(ringtrace --help shows the commands)')
    .addHelpText('after', HELP)
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'ringtrace: ')) })
    .exitOverride()
  const [named = ''] = argv.slice(2)
  const wanted = Object.hasOwn(COMMANDS, named) ? [named] : VERSION_FLAGS.has(named) ? [] : Object.keys(COMMANDS)
  for (const name of wanted) (await COMMANDS[name]?.())?.(program, run)
  try {
    await program.parseAsync(argv)
  } catch (error) {
    process.exitCode = error instanceof CommanderError ? (error.exitCode === 0 ? 0 : 2) : tellFailure(error)
  }
}

await main(process.argv)
