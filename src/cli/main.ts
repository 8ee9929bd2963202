#!/usr/bin/env node
import { Command, CommanderError } from 'commander'
import type { AddCommand, Run } from './command.ts'
import { addBlocksCommand } from './commands/blocks.ts'
import { addImportCommand } from './commands/import.ts'
import { addIngestCommand } from './commands/ingest.ts'
import { addLookupCommand } from './commands/lookup.ts'
import { addRingsCommand } from './commands/rings.ts'
import { addScanCommand } from './commands/scan.ts'
import { addServeCommand } from './commands/serve.ts'
import { addSimulateCommand } from './commands/simulate.ts'
import { endOnBrokenPipe, tellFailure } from './output.ts'
import { version } from './version.ts'

const COMMANDS: readonly AddCommand[] = [
  addScanCommand,
  addIngestCommand,
  addImportCommand,
  addLookupCommand,
  addRingsCommand,
  addBlocksCommand,
  addServeCommand,
  addSimulateCommand,
]

const HELP = `
Start here:
  ringtrace scan mail/             the numbers in a folder of mail; remembers nothing
  ringtrace ingest mail/           the same, and remembers them in ./.ringtrace
  ringtrace rings                  which of them belong together, and why
  ringtrace lookup +18037134598    the risk of one number
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
    .exitOverride()
  for (const add of COMMANDS) add(program, run)
  try {
    await program.parseAsync(argv)
  } catch (error) {
    process.exitCode = error instanceof CommanderError ? (error.exitCode === 0 ? 0 : 2) : tellFailure(error)
  }
}

await main(process.argv)
