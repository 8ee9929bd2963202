import { Option } from 'commander'
import { importRecords, tryRecords } from '../../app/import-records.ts'
import type { ImportProgress, ImportSummary, TrialSummary } from '../../app/import-records.ts'
import { begun } from '../../collect/begun.ts'
import { collectRecords } from '../../collect/records.ts'
import type { RecordOptions } from '../../collect/records.ts'
import { sizeOf } from '../../collect/file-facts.ts'
import { RECORD_FORMAT_NAMES } from '../../collect/read-rows.ts'
import type { RecordFormat } from '../../collect/read-rows.ts'
import { FIELD_NAMES, MOST_AHEAD_MILLIS } from '../../collect/record-fields.ts'
import type { FieldName } from '../../collect/record-fields.ts'
import { CHANNEL_NAMES } from '../../model/channel.ts'
import type { ChannelName } from '../../model/channel.ts'
import { FAILURES, IntelError } from '../../model/failures.ts'
import { isShortened } from '../../render/is-shortened.ts'
import { many } from '../../render/many.ts'
import type { AddCommand } from '../command.ts'
import { INTERRUPTED_EXIT, interruption, stopped } from '../interruption.ts'
import { issueLines } from '../issue-lines.ts'
import { printJson, say } from '../output.ts'
import { duration, progress } from '../progress.ts'
import { readSettings } from '../settings.ts'
import { withMemory } from '../store-of.ts'
import { pastTime } from '../flag-values.ts'

type Flags = {
  readonly format?: RecordFormat
  readonly map?: readonly string[]
  readonly channel?: ChannelName
  readonly source?: string
  readonly trustSource?: true
  readonly region?: string
  readonly international?: true
  readonly seenAt?: number
  readonly data?: string
  readonly dryRun?: true
  readonly durable?: true
  readonly acknowledge?: true
  readonly json?: true
}

const HELP = `
A record needs a number, a time (seenAt) and a channel. Fields: ${FIELD_NAMES.join(', ')}.
Times are ISO 8601, YYYY-MM-DD HH:MM:SS (UTC), dates, Unix seconds or milliseconds. A JSON object of {number: time}
and a JSON array are read too. --map FIELD= leaves a column out that means something else.

Sources corroborate each other, so who saw the numbers is for you to say: all files of one feed want one --source. What
records say of it is left out without --trust-source or --map source=COLUMN, which are for your own exports and for
\`ringtrace simulate\`.

Examples:
  ringtrace import castle-daily.ndjson.gz --map seenAt=date --channel otp_platform_web
  ringtrace import ip1sms.json.gz --international --channel public_sms_gateway
  ringtrace import ftc-dnc.csv --region US --channel regulator_complaint \\
      --map number=Company_Phone_Number seenAt=Created_Date service=Subject
  ringtrace import numbers.txt --region US --seen-at 2025-11-14 --channel regulator_complaint`

export const addImportCommand: AddCommand = (program, run) => {
  program
    .command('import')
    .description('Remembers sightings from files of records, or - for stdin, gzip or not.')
    .argument('<file...>')
    .addOption(new Option('--format <format>', 'else guessed from name and content').choices(RECORD_FORMAT_NAMES))
    .option('--map <field=column...>', 'columns of fields that go by another name')
    .addOption(new Option('--channel <channel>', 'where the records come from').choices(CHANNEL_NAMES))
    .option('--source <name>', "who saw the numbers (default: the file's name)")
    .option('--trust-source', 'records say themselves who saw the numbers')
    .option('--region <code>', 'national numbers are of this region, such as US')
    .option('--international', 'numbers without a plus begin with a country code')
    .option('--seen-at <time>', 'time of records that do not say theirs', pastTime)
    .option('--data <folder>', 'data folder')
    .option('--dry-run', 'read everything, write nothing')
    .option('--durable', 'what is acknowledged survives power loss, too; slower')
    .option('--acknowledge', 'a line on stderr for each batch that is safely written')
    .option('--json', 'the summary as one JSON object on stdout')
    .addHelpText('after', HELP)
    .action(run(runImport))
}

async function runImport(files: readonly string[], flags: Flags): Promise<number> {
  const settings = readSettings(flags)
  const map = new Map((flags.map ?? []).map(mapping))
  const options: RecordOptions = {
    format: flags.format ?? null,
    map,
    channel: flags.channel ?? null,
    source: flags.source ?? null,
    trustsSource: flags.trustSource ?? Boolean(map.get('source')),
    bareNumbers: flags.international ? 'international' : settings.region,
    seenAt: flags.seenAt ?? null,
    latestAt: Date.now() + MOST_AHEAD_MILLIS,
  }
  const startedAt = performance.now()
  const bytes = await sizeOf(files)
  const shown = progress({ noun: 'records', tellsWritten: flags.acknowledge ?? false })
  const show = ({ records, bytes: read, written }: ImportProgress): void =>
    shown.show({ done: records, share: bytes ? read / bytes : null, written })

  const interrupted = interruption()
  const batches = begun(interrupted.until(collectRecords(files, options)))
  const summary: TrialSummary & Partial<ImportSummary> = await (
    flags.dryRun
      ? tryRecords(batches, show)
      : withMemory(settings, (memory) => importRecords(memory, batches, show), { isDurable: flags.durable ?? false })
  ).finally(shown.clear)
  const seconds = (performance.now() - startedAt) / 1000

  if (flags.json) await printJson({ ...summary, seconds })
  const { records, sightings, newNumbers, issues } = summary
  const numbers = newNumbers === undefined ? 'nothing written (dry run)' : many(newNumbers, 'new number')
  say(`${many(records, 'record')}, ${many(sightings, 'sighting')}, ${numbers}, in ${duration(seconds)}`)
  for (const line of issueLines(issues)) say(line)
  if (options.bareNumbers === null && issues.some(({ code }) => code === 'number_unreadable')) {
    say('  numbers without a plus need --region US (national), or --international (they begin with a country code)')
  }
  if (issues.some(({ examples }) => examples.some(({ saw }) => isShortened(saw ?? '')))) {
    say('  a spreadsheet shortened numbers such as 8.03714E+09: export their column as text')
  }
  if (interrupted.isAsked()) {
    say(stopped(many(records, 'record')))
    return INTERRUPTED_EXIT
  }
  if (sightings > 0) return 0
  say('ringtrace: no sighting could be read')
  return FAILURES.bad_input.exit
}

function mapping(text: string): [FieldName, string] {
  const [field = '', ...column] = text.split('=')
  if (FIELD_NAMES.includes(field as FieldName) && column.length > 0) return [field as FieldName, column.join('=')]
  throw new IntelError('bad_input', `--map ${text} is not field=column`, {
    hint: `fields are ${FIELD_NAMES.join(', ')}`,
  })
}
