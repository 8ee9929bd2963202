#!/usr/bin/env node
import { readFileSync } from 'node:fs'
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

const COMMANDS: readonly AddCommand[] = [
  addScanCommand,
  addIngestCommand,
  addImportCommand,
  addSimulateCommand,
  addLookupCommand,
  addRingsCommand,
  addBlocksCommand,
  addServeCommand,
]

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string
}

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
    .exitOverride()
  for (const add of COMMANDS) add(program, run)
  try {
    await program.parseAsync(argv)
  } catch (error) {
    process.exitCode = error instanceof CommanderError ? (error.exitCode === 0 ? 0 : 2) : tellFailure(error)
  }
}

await main(process.argv)
