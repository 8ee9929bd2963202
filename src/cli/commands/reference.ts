import { addRegister } from '../../app/add-register.ts'
import { tableSummary } from '../../app/table-summary.ts'
import { updatePlan } from '../../app/update-plan.ts'
import { loadRangeTables } from '../../collect/range-tables.ts'
import { REGISTERS, isRegisterKind } from '../../enrich/registers/registers.ts'
import { FAILURES, IntelError } from '../../model/failures.ts'
import type { TableSummary } from '../../model/table-summary.ts'
import { isoDay } from '../../render/iso-time.ts'
import { tableSummaryView } from '../../render/table-summary.ts'
import { dropTable } from '../../store/kept-tables.ts'
import type { AddCommand } from '../command.ts'
import { pastTime } from '../flag-values.ts'
import { print, printJson, say } from '../output.ts'
import { readSettings } from '../settings.ts'

type Options = { readonly data?: string; readonly json?: boolean; readonly dryRun?: boolean }
type AddOptions = Options & { readonly date?: number }
type UpdateOptions = Options & { readonly out?: string }

const KINDS = Object.entries(REGISTERS)
  .map(
    ([kind, { files, where, isTested }]) =>
      `  ${kind.padEnd(14)}${files}\n  ${''.padEnd(14)}${where}${isTested ? '' : ' (format not tried on a real file)'}`,
  )
  .join('\n')

const HELP = `
What a number is comes from tables of number ranges: a plan of every country, which is built in, and registers of
national regulators, which know the provider of each block. Get a register's file from the regulator and add it:
${KINDS}

A file that is not of the format, in another encoding or cut off is refused with line and column, and the old table
stays in force.

Examples:
  ringtrace reference add ofcom S7.csv S8.csv
  ringtrace reference add arcep MAJNUM.csv identifiants_CE.csv
  ringtrace reference update --dry-run metadata.zip npa_report.csv 5XX_report.txt
  ringtrace reference list`

const DATA = ['--data <folder>', 'data folder'] as const
const JSON_LINES = ['--json', 'one JSON object a line'] as const
const DRY_RUN = ['--dry-run', 'show what would change and keep nothing'] as const

export const addReferenceCommand: AddCommand = (program, run) => {
  const reference = program
    .command('reference')
    .description('The tables that tell what a number is: line type, provider, block, and how fresh.')
    .addHelpText('after', HELP)
  reference
    .command('list')
    .description('the tables in force, with source, date and size')
    .option(...DATA)
    .option(...JSON_LINES)
    .action(run(list))
  reference
    .command('add')
    .description("a national register from its regulator's own file")
    .argument('<kind>', Object.keys(REGISTERS).join(', '))
    .argument('<file...>', 'the files of the register, or a zip of them')
    .option('--date <day>', 'day of the register where it tells none, such as 2026-11-01', pastTime)
    .option(...DRY_RUN)
    .option(...DATA)
    .option(...JSON_LINES)
    .action(run(add))
  reference
    .command('check')
    .description("whether a file is of a register's format, and what it would change; the same as add --dry-run")
    .argument('<kind>', Object.keys(REGISTERS).join(', '))
    .argument('<file...>', 'the files of the register, or a zip of them')
    .option(...DATA)
    .option(...JSON_LINES)
    .action(
      run((kind: string, files: readonly string[], options: Options) => add(kind, files, { ...options, dryRun: true })),
    )
  reference
    .command('update')
    .description('the numbering plan of every country, made anew from newer sources')
    .argument('<source...>', "Google's metadata.zip, NANPA's npa_report.csv and 5XX_report.txt")
    .option('--out <file>', 'write it there and not into the data folder')
    .option(...DRY_RUN)
    .option(...DATA)
    .option(...JSON_LINES)
    .action(run(update))
  reference
    .command('remove')
    .description('a table that was added; what is built in is in force again')
    .argument('<name>', 'as list shows it')
    .option(...DATA)
    .action(run(remove))
}

async function list(options: Options): Promise<number> {
  const { plan, shortCodes, registers } = await loadRangeTables(readSettings(options).data)
  for (const table of [plan, ...(shortCodes ? [shortCodes] : []), ...registers])
    await show(tableSummary(table), options)
  return 0
}

async function add(kind: string, files: readonly string[], options: AddOptions): Promise<number> {
  if (!isRegisterKind(kind)) {
    throw new IntelError('bad_input', `there is no register ${kind}`, {
      hint: `one of ${Object.keys(REGISTERS).join(', ')}`,
    })
  }
  const isTrial = options.dryRun === true
  const made = await addRegister(readSettings(options).data, kind, files, {
    date: options.date === undefined ? null : isoDay(options.date),
    isTrial,
  })
  return told(made, options)
}

async function update(sources: readonly string[], options: UpdateOptions): Promise<number> {
  const isTrial = options.dryRun === true
  return told(await updatePlan(readSettings(options).data, sources, { out: options.out ?? null, isTrial }), options)
}

async function told(made: readonly TableSummary[], options: Options): Promise<number> {
  for (const summary of made) await show(summary, options)
  if (options.dryRun) say('nothing was kept')
  return 0
}

async function remove(name: string, options: Options): Promise<number> {
  const isDropped = dropTable(readSettings(options).data, name)
  if (!isDropped) say(`there is no table ${name} to remove; ringtrace reference list shows those in force`)
  return isDropped ? 0 : FAILURES.not_found.exit
}

async function show(summary: TableSummary, options: Options): Promise<void> {
  await (options.json ? printJson(summary) : print(tableSummaryView(summary)))
}
