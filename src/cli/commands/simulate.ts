import { writeMails, writeTruth } from '../../app/write-world.ts'
import { loadReference } from '../../collect/reference.ts'
import { recordOf } from '../../simulate/facts.ts'
import { many } from '../../render/many.ts'
import { linesToCopy } from '../../simulate/official-lines.ts'
import { WORLD } from '../../simulate/world-shape.ts'
import { world } from '../../simulate/world.ts'
import type { World } from '../../simulate/world.ts'
import type { AddCommand } from '../command.ts'
import { share, time, wholeNumber } from '../flag-values.ts'
import { print, say } from '../output.ts'
import { count } from '../progress.ts'

const LINES_AT_ONCE = 1_000
const TOLD_EVERY = 100_000
const TOLD_EVERY_MAILS = 500

type Options = {
  readonly numbers: number
  readonly seed: string
  readonly days: number
  readonly noise: number
  readonly start?: number
  readonly mail?: string
  readonly mails: number
  readonly force?: boolean
  readonly truth?: string
}

const HELP = `
Sightings go to stdout, one JSON object a line, as \`ringtrace import\` reads them; each says source "simulated", which
--trust-source keeps.
The same options give the same bytes on any machine. Numbers are valid and stand in ranges that nobody is reached
at; senders are under .example; mail carries the header X-Ringtrace-Simulated.

Examples:
  ringtrace simulate --numbers 20000 --seed 7 | ringtrace import --trust-source -
  ringtrace simulate --seed 7 --mail mail/ --mails 500 --truth truth.json > /dev/null
  ringtrace scan mail/`

export const addSimulateCommand: AddCommand = (program, run) => {
  program
    .command('simulate')
    .description('A made-up world of scam rings whose truth is known: sightings, and mail, for demos, tests and scale.')
    .option(
      '--numbers <n>',
      'phone numbers of the world; a few genuine lines that mail copies come on top',
      wholeNumber(1, 999_999_999),
      WORLD.numbers,
    )
    .option('--seed <text>', 'another seed, another world', WORLD.seed)
    .option('--days <n>', 'how long the world lasts', wholeNumber(1, 999_999_999), WORLD.days)
    .option('--noise <share>', 'how far traces are blurred: 0 (textbook) to 1', share, WORLD.noise)
    .option('--start <date>', 'first day (default: 2026-01-01)', time)
    .option('--mail <folder>', 'also write mail, and labels.jsonl, into this folder')
    .option('--mails <n>', 'how many mails, at most', wholeNumber(1, 999_999_999), 500)
    .option('--force', 'write mail into a folder that is not empty')
    .option('--truth <file>', 'also write who is behind which numbers, as JSON')
    .addHelpText('after', HELP)
    .action(run(simulate))
}

async function simulate(options: Options): Promise<number> {
  const { officialLines } = await loadReference()
  const made = world({
    seed: options.seed,
    numbers: options.numbers,
    days: options.days,
    noise: options.noise,
    startAt: options.start ?? WORLD.startAt,
    officialLines: linesToCopy(officialLines.values()),
  })
  if (options.mail !== undefined) {
    const written = await writeMails(made, options.mail, options.mails, options.force ?? false, (mails) => {
      if (mails % TOLD_EVERY_MAILS === 0) say(`${count(mails)} mails written`)
    })
    say(`${many(written, 'mail')} and labels.jsonl written to ${options.mail}`)
  }
  if (options.truth !== undefined) {
    await writeTruth(made, options.truth)
    say(`truth written to ${options.truth}`)
  }
  await printSightings(made)
  return 0
}

async function printSightings(made: World): Promise<void> {
  let sightings = 0
  let lines: string[] = []
  for (const fact of made.facts()) {
    lines.push(JSON.stringify(recordOf(fact)))
    if (lines.length === LINES_AT_ONCE) {
      await print(lines.join('\n'))
      lines = []
    }
    if (++sightings % TOLD_EVERY === 0) say(`${count(sightings)} sightings`)
  }
  if (lines.length > 0) await print(lines.join('\n'))
  say(`${many(sightings, 'sighting')} of ${many(made.shape.numbers, 'number')} in ${many(made.shape.days, 'day')}`)
}
